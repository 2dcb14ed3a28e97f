import { describe, expect, test } from '@jest/globals';
import type { MetricsFilter, MetricsQueries } from '@klaxon/application';
import { HOUR, type IncidentMetrics } from '@klaxon/domain';
import { NOON, stubApp, stubUseCases } from './testing/stub-app.ts';

const sums: IncidentMetrics = {
  total: 3,
  byStatus: { open: 1, acknowledged: 0, resolved: 2 },
  bySeverity: { critical: 1, high: 0, medium: 2, low: 0 },
  mttaSeconds: null,
  mttrSeconds: 61.5,
};
const onWire = {
  total_incidents: 3,
  open_incidents: 1,
  acknowledged_incidents: 0,
  resolved_incidents: 2,
  mtta_seconds: null,
  mttr_seconds: 61.5,
  incidents_by_status: sums.byStatus,
  incidents_by_severity: sums.bySeverity,
};
const HOSTILE = '=HYPERLINK("https://example.org")';
const noisy = {
  alertname: HOSTILE,
  service: 'a,"b"\nc',
  incidents: 41,
  unacknowledged: 39,
  medianSeconds: null,
};
const MONTH = 'from=2026-11-01T00:00:00Z&to=2026-12-02T00:00:00Z';

async function appWith(replaced: Partial<MetricsQueries> = {}) {
  const asked: unknown[] = [];
  const metrics: MetricsQueries = {
    ...stubUseCases.metrics,
    series: async () => [{ start: NOON, ...sums }],
    breakdown: async (filter: MetricsFilter, by) => {
      asked.push({ filter, by });
      return [
        { key: 'checkout', ...sums },
        { key: HOSTILE, ...sums },
      ];
    },
    noise: async (range) => {
      asked.push(range);
      return [noisy];
    },
    ...replaced,
  };
  return { app: await stubApp({ metrics }), asked };
}

describe('a breakdown', () => {
  test('tells the metrics of each service or severity, with the filters of the metrics', async () => {
    const { app, asked } = await appWith();
    const answer = await app.inject(
      '/api/metrics/breakdown?by=service&severity=high&service=checkout&from=2026-11-23T12:00:00Z',
    );
    expect(answer.json()).toEqual({
      by: 'service',
      items: [
        { key: 'checkout', ...onWire },
        { key: HOSTILE, ...onWire },
      ],
    });
    expect(asked).toEqual([
      { by: 'service', filter: { severity: 'high', service: 'checkout', from: NOON } },
    ]);
  });

  test.each([
    '',
    'by=team',
    'by=service&format=xml',
    'by=service&from=yesterday',
    'by=service&x=1',
  ])('refuses the query "%s"', async (query) => {
    const { app, asked } = await appWith();
    expect((await app.inject(`/api/metrics/breakdown?${query}`)).statusCode).toBe(400);
    expect(asked).toEqual([]);
  });
});

describe('noise', () => {
  test('names the alerts that nobody heeds', async () => {
    const { app, asked } = await appWith();
    const { medianSeconds: _, ...rest } = noisy;
    const answer = await app.inject(`/api/metrics/noise?${MONTH}`);
    expect(answer.json()).toEqual({ items: [{ ...rest, median_seconds: null }] });
    const from = Date.UTC(2026, 10, 1);
    expect(asked).toEqual([{ from, to: from + 31 * 24 * HOUR }]);
  });

  test.each([
    '',
    'from=2026-11-01T00:00:00Z',
    'to=2026-11-01T00:00:00Z',
    'from=2026-11-01T00:00:00Z&to=2026-12-02T00:00:00.001Z',
    'from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z',
  ])('refuses the range "%s"', async (query) => {
    const { app, asked } = await appWith();
    const answer = await app.inject(`/api/metrics/noise?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].path).toMatch(/^(from|to)$/);
    expect(asked).toEqual([]);
  });
});

describe('as CSV', () => {
  const COUNTS = [
    'total_incidents,open_incidents,acknowledged_incidents,resolved_incidents',
    'mtta_seconds,mttr_seconds,critical,high,medium,low',
  ].join(',');
  const VALUES = '3,1,0,2,,61.5,1,0,2,0';

  test.each([
    [
      '/api/metrics/series?',
      `start,${COUNTS}\n2026-11-23T12:00:00.000Z,${VALUES}\n`,
      'klaxon-metrics-series.csv',
    ],
    [
      '/api/metrics/breakdown?by=service&',
      `key,${COUNTS}\ncheckout,${VALUES}\n"'=HYPERLINK(""https://example.org"")",${VALUES}\n`,
      'klaxon-metrics-by-service.csv',
    ],
    [
      `/api/metrics/noise?${MONTH}&`,
      `alertname,service,incidents,unacknowledged,median_seconds\n"'=HYPERLINK(""https://example.org"")","a,""b""\nc",41,39,\n`,
      'klaxon-noise.csv',
    ],
  ])('%s is a file that runs nothing in a spreadsheet', async (url, text, name) => {
    const { app } = await appWith();
    const answer = await app.inject(`${url}format=csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
    expect(answer.body).toBe(text);
  });

  test.each([
    ['text/csv', '', 'text/csv'],
    ['text/csv, */*;q=0.1', '', 'text/csv'],
    ['text/csv', '&format=json', 'application/json'],
    ['application/json', '&format=csv', 'text/csv'],
    ['application/json', '', 'application/json'],
    ['*/*', '', 'application/json'],
  ])('with Accept: %s and "%s" the answer is %s', async (accept, format, type) => {
    const { app } = await appWith();
    const answer = await app.inject({
      url: `/api/metrics/breakdown?by=severity${format}`,
      headers: { accept },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
  });
});

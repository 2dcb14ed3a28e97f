import { describe, expect, test } from '@jest/globals';
import { readPayload } from './alertmanager-payload.ts';

const alert = {
  status: 'firing',
  labels: { alertname: 'Down', service: 'api', severity: 'page' },
  annotations: { summary: 'It is down' },
  startsAt: '2026-11-23T11:00:00.123456789+02:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.test/graph',
  fingerprint: '9e44fef2344fcfdf',
};

const parse = (payload: unknown) => readPayload(JSON.stringify(payload)).report;
const parseOne = (changes: object) => {
  const { delivery, rejected } = parse({ status: 'firing', alerts: [{ ...alert, ...changes }] });
  return { alert: delivery.alerts[0], rejected: rejected[0] };
};

describe('an alert of a webhook', () => {
  test('is read to milliseconds, in UTC, and has not ended in the year 1', () => {
    expect(parseOne({}).alert).toEqual({
      fingerprint: '9e44fef2344fcfdf',
      status: 'firing',
      startsAt: Date.parse('2026-11-23T09:00:00.123Z'),
      endsAt: null,
      severity: 'critical',
      labels: expect.objectContaining({ alertname: 'Down', service: 'api' }),
      annotations: expect.objectContaining({ summary: 'It is down' }),
      generatorUrl: 'http://prometheus.test/graph',
    });
  });

  test('that ended before it began ends when it began', () => {
    const endsAt = '2020-01-01T00:00:00Z';
    const { alert: ended } = parseOne({ status: 'resolved', endsAt });
    expect(ended?.endsAt).toBe(ended?.startsAt);
  });

  test.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00'])(
    'that began in %s is kept, at a time that can be stored',
    (startsAt) => {
      const year = new Date(parseOne({ startsAt }).alert?.startsAt ?? Number.NaN).getUTCFullYear();
      expect(year).toBeGreaterThanOrEqual(1970);
      expect(year).toBeLessThanOrEqual(9999);
    },
  );

  test.each([undefined, '', 'x'.repeat(256)])(
    'with the fingerprint %j has the one of its labels',
    (fingerprint) => {
      expect(parseOne({ fingerprint }).alert?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    },
  );

  test.each([
    [{ status: 'burning' }, 'alerts[0].status'],
    [{ labels: undefined }, 'alerts[0].labels'],
    [{ labels: {} }, 'alerts[0].labels'],
    [{ labels: { a: 1 } }, 'alerts[0].labels.a'],
    [{ annotations: [] }, 'alerts[0].annotations'],
    [{ startsAt: 'yesterday' }, 'alerts[0].startsAt'],
    [{ endsAt: 7 }, 'alerts[0].endsAt'],
  ])('with %j is rejected at %s', (changes, path) => {
    const { alert: taken, rejected } = parseOne(changes);
    expect(taken).toBeUndefined();
    expect(rejected).toMatchObject({ source: 'alertmanager', path });
    expect(rejected?.raw).toContain('"startsAt"');
  });
});

describe('a webhook', () => {
  const resolved = { ...alert, status: 'resolved' };

  test('of a group that ended speaks also for the alerts that were truncated', () => {
    const payload = { status: 'resolved', groupKey: 'g', truncatedAlerts: 15, alerts: [resolved] };
    expect(parse(payload).delivery).toMatchObject({
      status: 'resolved',
      sourceGroup: expect.any(String),
    });
  });

  test('of a group that ended, nothing truncated, says nothing of alerts it leaves out', () => {
    const payload = { status: 'resolved', groupKey: 'g', truncatedAlerts: 0, alerts: [resolved] };
    expect(parse(payload).delivery.status).toBe('firing');
  });

  test('is kept with the place of what could not be read, however it is named', () => {
    const deep = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
    const bad = [
      '{"a\\u0000b":1}',
      '{"a\\ud800":null}',
      `{"${'x'.repeat(5_000)}":1}`,
      `{"deep":${deep}}`,
    ];
    for (const labels of bad) {
      const body = `{"alerts":[${JSON.stringify(alert)},{"status":"firing","labels":${labels}}]}`;
      const { delivery, rejected } = readPayload(body).report;
      expect(delivery.alerts).toHaveLength(1);
      expect(rejected[0]?.path.length).toBeLessThanOrEqual(1_000);
      expect(rejected[0]?.path.isWellFormed()).toBe(true);
      expect(rejected[0]?.path).not.toContain('\0');
    }
  });

  test('that calls a group ended with an alert that fires does not end it', () => {
    expect(
      parse({ status: 'resolved', groupKey: 'g', truncatedAlerts: 1, alerts: [alert] }).delivery
        .status,
    ).toBe('firing');
  });

  test('with a group key of any length names its group in few characters', () => {
    const { sourceGroup } = parse({ groupKey: 'k'.repeat(9_000), alerts: [alert] }).delivery;
    expect(sourceGroup?.length).toBeLessThanOrEqual(255);
  });

  test.each(['', 'pardon?', 'null', '[]', '{"alerts":{}}'])('of %j is refused and kept', (body) => {
    const { report, refusal } = readPayload(body);
    expect(refusal).toMatchObject({ path: expect.any(String) });
    expect(report.delivery.alerts).toEqual([]);
    expect(report.rejected).toMatchObject([{ raw: body }]);
  });
});

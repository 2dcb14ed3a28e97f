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

const parse = (payload: unknown) => readPayload(JSON.stringify(payload));
const parseOne = (changes: object) => {
  const { report, rejected } = parse({ status: 'firing', alerts: [{ ...alert, ...changes }] });
  return { alert: report.alerts[0], rejected: rejected[0] };
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

describe('an alert that is more than is kept', () => {
  const firing = (changes: object) => {
    const { alert: taken } = parseOne(changes);
    if (!taken) throw new Error('the alert was not taken');
    return taken;
  };
  const lengthOf = (texts: object) => Object.entries(texts).flat().join('').length;

  test('is whole up to 8,192 characters a label, 65,536 an annotation', () => {
    const labels = { service: 'x'.repeat(8_192) };
    const annotations = { description: 'x'.repeat(65_536) };
    const taken = firing({ labels, annotations });
    expect(taken.labels['service']).toBe(labels.service);
    expect({ ...taken.annotations }).toEqual(annotations);
  });

  test('is shortened, and says so', () => {
    const { annotations } = firing({ annotations: { description: 'x'.repeat(65_537) } });
    expect(annotations['description']).toHaveLength(65_536);
    expect(annotations['description']).toMatch(/^x+… \[65537 characters, SHA-256 [0-9a-f]{16}\]$/);
    expect(annotations['klaxon_shortened']).toContain('description (65537 characters)');
  });

  test('differs from another as before, in its fingerprint and in what is left of its labels', () => {
    const [one, other] = ['a', 'b'].map((end) =>
      firing({ fingerprint: undefined, labels: { service: `${'x'.repeat(9_000)}${end}` } }),
    );
    expect(one?.fingerprint).not.toBe(other?.fingerprint);
    expect(one?.labels['service']).not.toBe(other?.labels['service']);
  });

  test('keeps of any number of labels the first by name, and those that alerts are grouped by', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => [`label_${index}`, 'x'] as const);
    const labels = Object.fromEntries([...many, ['service', 'checkout'], ['severity', 'low']]);
    const taken = firing({ labels });
    expect(Object.keys(taken.labels)).toHaveLength(256);
    expect(taken.labels).toMatchObject({ service: 'checkout', severity: 'low', label_0: 'x' });
    expect(taken.annotations['klaxon_shortened']).toContain('4746 of 5002 labels left out');
    const turned = Object.fromEntries(Object.entries(labels).toReversed());
    expect(firing({ labels: turned }).labels).toEqual(taken.labels);
  });

  test.each([
    ['many long labels', { labels: texts(300, 8_000) }],
    ['many long annotations', { annotations: texts(300, 60_000) }],
    ['long names', { labels: { ['n'.repeat(100_000)]: 'x' } }],
    ['everything', { labels: texts(400, 9_000), annotations: texts(400, 70_000) }],
  ])('with %s is of bounded length', (_, changes) => {
    const { labels, annotations } = firing(changes);
    expect(lengthOf(labels)).toBeLessThanOrEqual(65_536);
    expect(lengthOf(annotations)).toBeLessThanOrEqual(265_000);
  });

  test('has no address rather than half of one', () => {
    const { generatorUrl, annotations } = firing({ generatorURL: `http://x/${'y'.repeat(8_192)}` });
    expect(generatorUrl).toBeNull();
    expect(annotations['klaxon_shortened']).toContain('generatorURL left out');
  });
});

function texts(count: number, length: number): object {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`name_${index}`, 'x'.repeat(length)]),
  );
}

describe('a webhook', () => {
  test.each(
    [{ toString: 1 }, { valueOf: null }, [], [[7]], true, 'many', null, {}].map((count) => [
      JSON.stringify(count),
      count,
    ]),
  )('with %s for the number of truncated alerts keeps its good ones', (_, truncatedAlerts) => {
    const payload = { status: 'resolved', groupKey: 'g', truncatedAlerts, alerts: [alert] };
    expect(parse(payload).report).toMatchObject({ status: 'firing', alerts: [{}] });
  });

  test('keeps 100,000 alerts, and says how many more there were', () => {
    const one = JSON.stringify({ status: 'firing', labels: { a: 'b' }, startsAt: alert.startsAt });
    const read = readPayload(`{"alerts":[${`${one},`.repeat(100_006)}${one}]}`);
    expect(read.report.alerts).toHaveLength(100_000);
    expect(read.rejectedAlerts).toBe(7);
    expect(read.rejected).toMatchObject([
      { path: 'alerts[100000]', reason: expect.stringContaining('7 in all') },
    ]);
  });

  const resolved = { ...alert, status: 'resolved' };

  test('of a group that ended speaks also for the alerts that were truncated', () => {
    const payload = { status: 'resolved', groupKey: 'g', truncatedAlerts: 15, alerts: [resolved] };
    expect(parse(payload).report).toMatchObject({
      status: 'resolved',
      sourceGroup: expect.any(String),
    });
  });

  test('of a group that ended, nothing truncated, says nothing of alerts it leaves out', () => {
    const payload = { status: 'resolved', groupKey: 'g', truncatedAlerts: 0, alerts: [resolved] };
    expect(parse(payload).report.status).toBe('firing');
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
      const { report, rejected } = readPayload(body);
      expect(report.alerts).toHaveLength(1);
      expect(rejected[0]?.path.length).toBeLessThanOrEqual(1_000);
      expect(rejected[0]?.path.isWellFormed()).toBe(true);
      expect(rejected[0]?.path).not.toContain('\0');
    }
  });

  test('that calls a group ended with an alert that fires does not end it', () => {
    expect(
      parse({ status: 'resolved', groupKey: 'g', truncatedAlerts: 1, alerts: [alert] }).report
        .status,
    ).toBe('firing');
  });

  test('with a group key of any length names its group in few characters', () => {
    const { sourceGroup } = parse({ groupKey: 'k'.repeat(9_000), alerts: [alert] }).report;
    expect(sourceGroup?.length).toBeLessThanOrEqual(255);
  });

  test.each(['', 'pardon?', 'null', '[]', '{"alerts":{}}'])('of %j is refused and kept', (body) => {
    const { report, rejected, refusal } = readPayload(body);
    expect(refusal).toMatchObject({ path: expect.any(String) });
    expect(report.alerts).toEqual([]);
    expect(rejected).toMatchObject([{ raw: body }]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { readPayload } from './alertmanager-payload.ts';
import { alertmanagerSource } from './alertmanager-source.ts';

const MIB = 1024 * 1024;
const source = alertmanagerSource();
const parse = (body: string) => source.parse(Buffer.from(body));

const entry = (index: number) => ({
  status: 'firing',
  labels: { alertname: 'Down', instance: `host-${index}`, quote: '"]},\\', constructor: 'x' },
  annotations: { summary: `Ünïcode 🔥 ${index}` },
  startsAt: '2026-11-23T09:00:00Z',
});
const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(index));
const around = { groupKey: '{}:{a="b"}', status: 'firing', truncatedAlerts: 3 };

/** What reading it at once comes to. */
function atOnce(body: string) {
  const { refusal, ...read } = readPayload(body);
  return { ...read, refusal: refusal && expect.objectContaining({ faults: [refusal] }) };
}

describe('a large payload', () => {
  const many = entries(5_000);

  test.each([
    ['as Alertmanager writes it', JSON.stringify({ ...around, alerts: many })],
    ['with its alerts first', JSON.stringify({ alerts: many, ...around })],
    ['indented', JSON.stringify({ ...around, alerts: many }, null, 2)],
    ['with unreadable alerts', JSON.stringify({ alerts: [0, ...many, { status: 'x' }] })],
    ['with an alert that is large itself', JSON.stringify({ alerts: [...many, long()] })],
    ['that says alerts twice', `{"alerts":[],"alerts":${JSON.stringify(many)}}`],
    ['with a field that is large', JSON.stringify({ big: 'x'.repeat(MIB), alerts: many })],
    ['with a list that ends in a comma', `{"alerts":[${JSON.stringify(many).slice(1, -1)},]}`],
    ['with a gap in its list', `{"alerts":[${JSON.stringify(many).slice(1, -1)},,{}]}`],
    ['whose list ends in a brace', `{"alerts":[${JSON.stringify(many).slice(1, -1)}}}`],
    ['with something behind it', `${JSON.stringify({ alerts: many })}]`],
    ['that is cut off', JSON.stringify({ alerts: many }).slice(0, -100)],
    ['whose alerts are no list', JSON.stringify({ alerts: 'x'.repeat(MIB) })],
    ['whose alerts are further inside', JSON.stringify({ a: { alerts: many } })],
    ['that is no JSON', 'x'.repeat(MIB)],
  ])('%s is read as it is when read at once', async (_, body) => {
    expect(body.length).toBeGreaterThan(768 * 1024);
    expect(await parse(body)).toEqual(atOnce(body));
  });

  test('lets others have their turn meanwhile', async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    await parse(JSON.stringify({ alerts: many }));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });

  test('has labels that inherit nothing, whichever way it was read', async () => {
    for (const more of [[], [long()]]) {
      const { report } = await parse(JSON.stringify({ alerts: [...many, ...more] }));
      const labels = report.alerts[0]?.labels;
      expect(labels?.['constructor']).toBe('x');
      expect(labels?.['toString']).toBeUndefined();
    }
  });
});

function long() {
  return { ...entry(0), annotations: { description: 'x'.repeat(MIB) } };
}

describe('a payload that would take all memory or time', () => {
  test.each([
    ['of nothing but zeros', `{"alerts":[${'0,'.repeat(4 * MIB)}0]}`],
    ['of empty objects', `{"alerts":[${'{},'.repeat(MIB)}0]}`],
  ])(
    '%s keeps the first hundred of what it could not take in, and their number',
    async (_, body) => {
      const { rejected, rejectedAlerts } = await parse(body);
      expect(rejected).toHaveLength(102);
      expect(rejectedAlerts).toBeGreaterThan(1_000_000);
      expect(rejected.at(-2)).toMatchObject({ reason: '99900 more could not be read' });
    },
  );

  test.each([
    ['nested without end', `{"alerts":${'['.repeat(20 * MIB)}`, 'nested'],
    [
      'of ten million values in one alert',
      `{"alerts":[{"labels":[${'0,'.repeat(10 * MIB)}0]}]}`,
      'values',
    ],
  ])('%s is refused once', async (_, body, reason) => {
    const { rejected, refusal } = await parse(body);
    expect(refusal?.message).toContain(reason);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.raw.length).toBeLessThan(10_000);
  });

  test('is followed by others as if it had not been', async () => {
    const body = JSON.stringify({ alerts: [entry(1), long()] });
    expect((await parse(body)).report.alerts).toHaveLength(2);
  });
});

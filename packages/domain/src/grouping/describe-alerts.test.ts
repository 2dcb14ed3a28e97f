import { describe, expect, test } from '@jest/globals';
import { makeLabels } from '../alert/labels.ts';
import { anAlertState, anIncoming } from '../examples.ts';
import { momentOf } from '../incident/incident-event.ts';
import { aboutAlerts, openedBy } from './describe-alerts.ts';

const labelled = (labels: Record<string, string>, annotations: Record<string, string> = {}) =>
  anIncoming({
    fingerprint: JSON.stringify(labels),
    labels: makeLabels(Object.entries(labels)),
    annotations: makeLabels(Object.entries(annotations)),
  });

describe('the title of a new incident', () => {
  test.each([
    [
      'the summary',
      labelled({ alertname: 'Down' }, { summary: ' The database\n is down ' }),
      'The database is down',
    ],
    [
      'else the alert and its instance',
      labelled({ alertname: 'Down', instance: 'db-1', service: 'api' }),
      'Down on db-1',
    ],
    [
      'else the alert and its service',
      labelled({ alertname: 'Down', service: 'api' }),
      'Down on api',
    ],
    ['else the alert', labelled({ alertname: 'Down' }, { summary: '   ' }), 'Down'],
    ['else the fingerprint', { ...labelled({ alertname: '' }), fingerprint: '00ff' }, 'Alert 00ff'],
  ])('is %s', (_, alert, expected) => {
    expect(openedBy([alert], [], 'service=api').data.title).toBe(expected);
  });

  test('is cut to 500 characters without splitting one', () => {
    const { title } = openedBy([labelled({}, { summary: '🔥'.repeat(600) })], [], 'g').data;
    expect([...title]).toHaveLength(500);
    expect(title).toBe(`${'🔥'.repeat(499)}…`);
  });

  test('is that of the worst alert, and counts those with another, within 500 characters', () => {
    const low = { ...labelled({ alertname: 'Slow' }), severity: 'low' } as const;
    const bad = { ...labelled({}, { summary: 'x'.repeat(600) }), severity: 'critical' } as const;
    const { title, severity } = openedBy([low, bad, { ...bad, fingerprint: 'same' }], [], 'g').data;
    expect(severity).toBe('critical');
    expect(title).toMatch(/^x{400,}… \(\+1 more\)$/);
    expect([...title]).toHaveLength(500);
  });
});

test('a new incident has the labels that its alerts share, and the description of the worst', () => {
  const alerts = [
    { ...labelled({ service: 'api', instance: 'a' }, { description: 'mild' }), severity: 'low' },
    { ...labelled({ service: 'api', instance: 'b' }, { description: 'grave' }), severity: 'high' },
  ] as const;
  const { data, reason } = openedBy(alerts, [], 'service=api');
  expect({ ...data.labels }).toEqual({ service: 'api' });
  expect(data).toMatchObject({
    description: 'grave',
    severity: 'high',
    group: 'service=api',
    assignee: null,
  });
  expect(reason).toBe('2 alerts fired.');
});

test('an event counts all alerts and names twenty', () => {
  const states = Array.from({ length: 50 }, (_, index) =>
    anAlertState({ id: `alert-${index}`, fingerprint: `f${index}` }),
  );
  const { data } = aboutAlerts('alerts_joined', states, '50 alerts joined.');
  expect(data).toEqual({
    count: 50,
    fingerprints: states.slice(0, 20).map(({ fingerprint }) => fingerprint),
    alerts: states.map(momentOf),
  });
});

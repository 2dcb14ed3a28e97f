import { expect, test } from '@jest/globals';
import type { IncidentEvent } from '@klaxon/domain';
import { type EventRow, eventColumns, eventFrom } from './event-mapper.ts';

const AT = Date.parse('2026-11-27T09:00:00Z');
const MOMENT = { id: 'a-1', started: '2026-11-27T08:59:00.000Z', ended: null };

const joined: IncidentEvent = {
  id: 'e-1',
  incidentId: 'i-1',
  version: 2,
  type: 'alerts_joined',
  actor: { kind: 'system', id: null },
  reason: '1 alert joined.',
  data: { count: 1, fingerprints: ['f1'], alerts: [MOMENT] },
  at: AT,
};

function rowOf(event: IncidentEvent): EventRow {
  const { at, data, ...columns } = eventColumns(event);
  return { ...columns, data: JSON.parse(JSON.stringify(data)), at: new Date(at) };
}

test('an event comes back as it was written, with all its alerts in a column of their own', () => {
  expect(rowOf(joined).data).toEqual({ count: 1, fingerprints: ['f1'] });
  expect(eventFrom(rowOf(joined))).toEqual(joined);
});

test('of an event of version 1, it is only known how many alerts it was about', () => {
  const { alerts: _, ...row } = { ...rowOf(joined), schemaVersion: 1 };
  expect(eventFrom(row).data).toEqual({ count: 1, fingerprints: ['f1'], alerts: null });
});

test('an event that only a newer Klaxon knows of keeps its place and its reason', () => {
  const newer = { ...rowOf(joined), type: 'escalated', schemaVersion: 9, reason: 'Step 2.' };
  expect(eventFrom(newer)).toMatchObject({
    type: 'unknown',
    data: { name: 'escalated' },
    reason: 'Step 2.',
    version: 2,
  });
});

test.each([null, [], 'text', { count: 'many', fingerprints: 7 }])(
  'an event whose data is %j is read all the same',
  (data) => {
    expect(eventFrom({ ...rowOf(joined), data, alerts: 'none' }).data).toEqual({
      count: 0,
      fingerprints: [],
      alerts: null,
    });
  },
);

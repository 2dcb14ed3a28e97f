import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ACKNOWLEDGED,
  ALICE,
  after,
  anOpenIncident,
  countingIds,
  MERGED,
  resolvedBy,
  T0,
} from '../examples.ts';
import { MINUTE } from '../shared/instant.ts';
import { rebuildIncident } from './evolve.ts';
import type { Incident } from './incident.ts';
import type { DecidedChange, IncidentEvent } from './incident-event.ts';
import { openIncident, recordChanges } from './record-changes.ts';

const open = anOpenIncident();
const REOPENED: DecidedChange = { type: 'reopened', data: {}, reason: 'Reopened.' };
const SNOOZED: DecidedChange = {
  type: 'snoozed',
  data: { until: '2026-01-05T12:00:00.000Z' },
  reason: 'Snoozed.',
};

test('a new incident is open, at version 1, created and updated at once', () => {
  expect(open).toMatchObject({
    status: 'open',
    version: 1,
    createdAt: T0,
    updatedAt: T0,
    groupKey: 'service=api',
  });
});

test('acknowledging sets when and by whom, and the assignee where one is named', () => {
  expect(after(open, [ACKNOWLEDGED])).toMatchObject({
    status: 'acknowledged',
    ackedAt: T0 + MINUTE,
    acknowledgedBy: 'alice',
    assigneeId: 'alice',
    version: 2,
  });
  const assigned = after(open, [
    { type: 'assigned', data: { assignee: 'bob' }, reason: 'Assigned.' },
  ]);
  const data = { by: 'alice', assignee: null };
  expect(after(assigned, [{ ...ACKNOWLEDGED, type: 'acknowledged', data }])).toMatchObject({
    assigneeId: 'bob',
  });
});

test('resolving an open incident acknowledges it at the same time, by nobody', () => {
  expect(after(open, [resolvedBy('person')])).toMatchObject({
    status: 'resolved',
    ackedAt: T0 + MINUTE,
    acknowledgedBy: null,
    resolvedAt: T0 + MINUTE,
    resolution: 'person',
    mergedIntoId: null,
  });
});

test('resolving an acknowledged incident keeps who acknowledged it, and when', () => {
  expect(after(after(open, [ACKNOWLEDGED]), [resolvedBy('alerts')])).toMatchObject({
    ackedAt: T0 + MINUTE,
    acknowledgedBy: 'alice',
    resolvedAt: T0 + 2 * MINUTE,
    resolution: 'alerts',
  });
});

test('a merged incident is resolved and names the one that took it', () => {
  expect(after(open, [MERGED])).toMatchObject({
    status: 'resolved',
    resolution: 'merged',
    mergedIntoId: 'incident-2',
  });
});

test('a reopened incident is open as on its first day, but keeps its name, number of changes and assignee', () => {
  const reopened = after(after(after(open, [ACKNOWLEDGED, SNOOZED]), [resolvedBy('person')]), [
    REOPENED,
  ]);
  expect(reopened).toEqual({
    ...open,
    assigneeId: 'alice',
    updatedAt: reopened.updatedAt,
    version: 5,
  });
});

test('resolving ends the snooze and the staleness', () => {
  const stale = after(open, [SNOOZED, { type: 'went_stale', data: {}, reason: 'Silent.' }]);
  expect(stale).toMatchObject({ snoozedUntil: Date.UTC(2026, 0, 5, 12), staleSince: T0 + MINUTE });
  expect(after(stale, [resolvedBy('person')])).toMatchObject({
    snoozedUntil: null,
    staleSince: null,
  });
});

test('events that do not begin with the opening are refused', () => {
  const { events } = recordChanges(open, [ACKNOWLEDGED], {
    actor: ALICE,
    at: T0,
    newId: countingIds(),
  });
  expect(() => rebuildIncident(events)).toThrow(/begin with acknowledged/);
  expect(rebuildIncident([])).toBeNull();
});

describe('whatever happens to an incident', () => {
  const data = {
    title: 'T',
    description: null,
    severity: 'low',
    labels: {},
    group: null,
    assignee: null,
    count: 0,
    fingerprints: [],
    alerts: [],
  } as const;
  const changes = fc.constantFrom<DecidedChange[]>(
    ACKNOWLEDGED,
    resolvedBy('person'),
    resolvedBy('alerts'),
    MERGED,
    REOPENED,
    SNOOZED,
    { type: 'snooze_ended', data: {}, reason: 'Over.' },
    { type: 'went_stale', data: {}, reason: 'Silent.' },
    { type: 'heard_again', data: {}, reason: 'Heard.' },
    { type: 'note_added', data: { text: 'Hm.' }, reason: 'Note added.' },
    { type: 'severity_changed', data: { from: 'low', to: 'high' }, reason: 'Raised.' },
  );
  const steps = fc.array(fc.tuple(changes, fc.integer({ min: -10, max: 10 })), { maxLength: 20 });

  function play(history: readonly (readonly [DecidedChange, number])[]) {
    const newId = countingIds();
    let now = T0;
    const first = openIncident(
      { type: 'opened', data, reason: 'Opened.' },
      { actor: ALICE, at: now, newId },
    );
    let incident: Incident = first.incident;
    const events: IncidentEvent[] = [...first.events];
    for (const [change, minutes] of history) {
      now += minutes * MINUTE;
      const recorded = recordChanges(incident, [change], { actor: ALICE, at: now, newId });
      incident = recorded.incident;
      events.push(...recorded.events);
    }
    return { incident, events };
  }

  test('its events make it again, also after a journey through JSON', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { incident, events } = play(history);
        expect(rebuildIncident(events)).toEqual(incident);
        expect(rebuildIncident(JSON.parse(JSON.stringify(events)))).toEqual(incident);
        expect(incident.version).toBe(events.length);
        expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1));
      }),
    );
  });

  test('its times never run backwards, whatever the clock does', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { incident, events } = play(history);
        const times = events.map((event) => event.at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        const acked = 'ackedAt' in incident ? [incident.ackedAt] : [];
        const resolved = 'resolvedAt' in incident ? [incident.resolvedAt] : [];
        const stations = [incident.createdAt, ...acked, ...resolved, incident.updatedAt];
        expect(stations).toEqual(stations.toSorted((a, b) => a - b));
      }),
    );
  });

  test('a time is set exactly where its status has come', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { incident } = play(history);
        expect('ackedAt' in incident).toBe(incident.status !== 'open');
        expect('resolvedAt' in incident).toBe(incident.status === 'resolved');
      }),
    );
  });
});

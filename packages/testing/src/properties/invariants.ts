import { expect } from '@jest/globals';
import {
  type Alert,
  alertKey,
  type IncidentEvent,
  type NumberedIncident,
  rebuildAlerts,
  rebuildIncident,
} from '@klaxon/domain';
import type { InMemoryDatabase } from '../in-memory-database.ts';

/** What holds after every step, whatever arrived in whatever order. */
export function expectSound(database: InMemoryDatabase): void {
  const incidents = new Map(database.incidents.map((incident) => [incident.id, incident]));
  const groups = database.incidents
    .filter(isUnresolved)
    .flatMap((incident) => incident.groupKey ?? []);
  expect(groups).toEqual([...new Set(groups)]);
  expectOneLatest(database.alerts);
  for (const alert of database.alerts) if (alert.status === 'firing') expectHome(alert, incidents);
  for (const incident of database.incidents) {
    const events = database.eventsOf(incident.id);
    const { number: _, ...stored } = incident;
    expect(rebuildIncident(events)).toEqual(stored);
    expectAlertsOf(incident, rebuildAlerts(events), database.alerts);
    expectForwards(events);
    expectSeedConstraints(incident);
    if (isUnresolved(incident) && !openedByHand(events))
      expect(database.alerts).toContainEqual(
        expect.objectContaining({ incidentId: incident.id, status: 'firing' }),
      );
  }
}

/** The events of an incident name its alerts, and of an unresolved one they know which fire. */
function expectAlertsOf(
  { id, status }: NumberedIncident,
  rebuilt: ReturnType<typeof rebuildAlerts>,
  alerts: readonly Alert[],
): void {
  const own = alerts.filter(({ incidentId }) => incidentId === id);
  const of = (some: Iterable<readonly [string, { readonly status: string }]>) =>
    new Map(
      [...some].map(([alert, state]) => [alert, status === 'resolved' ? null : state.status]),
    );
  expect(rebuilt && of(rebuilt)).toEqual(of(own.map((alert) => [alert.id, alert])));
}

/** Every alert has one row that is the latest. */
function expectOneLatest(alerts: readonly Alert[]): void {
  const latest = alerts.filter((alert) => alert.latest).map(alertKey);
  expect(latest.toSorted()).toEqual([...new Set(alerts.map(alertKey))].sort());
}

/** Compares alerts with what they were a step before. */
export function expectNothingLost(before: readonly Alert[], after: readonly Alert[]): void {
  const now = new Map(after.map((alert) => [alert.id, alert]));
  for (const alert of before) {
    const later = now.get(alert.id);
    expect(later).toMatchObject({ createdAt: alert.createdAt });
    // Only a merge takes an alert out of its incident.
    if (!alert.latest) expect(later).toEqual({ ...alert, incidentId: later?.incidentId });
    expect(later?.lastSeenAt).toBeGreaterThanOrEqual(alert.lastSeenAt);
    expect(later?.statusChangedAt).toBeGreaterThanOrEqual(alert.statusChangedAt);
  }
}

/** A firing alert is in an unresolved incident, or quiet in one that a person resolved. */
function expectHome(alert: Alert, incidents: ReadonlyMap<string, NumberedIncident>): void {
  const incident = incidents.get(alert.incidentId ?? '');
  expect(incident).toBeDefined();
  if (incident?.status === 'resolved') expect(incident.resolution).toBe('person');
}

function expectForwards(events: readonly IncidentEvent[]): void {
  const times = events.map((event) => event.at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
}

/** The constraints incidents_ack_sequence and incidents_timestamps_check, as they stand in the schema. */
function expectSeedConstraints(incident: NumberedIncident): void {
  const { createdAt, updatedAt } = incident;
  const ackedAt = 'ackedAt' in incident ? incident.ackedAt : null;
  const resolvedAt = 'resolvedAt' in incident ? incident.resolvedAt : null;
  expect([ackedAt !== null, resolvedAt !== null]).toEqual(
    { open: [false, false], acknowledged: [true, false], resolved: [true, true] }[incident.status],
  );
  const times = [
    createdAt,
    ...(ackedAt === null ? [] : [ackedAt]),
    ...(resolvedAt === null ? [] : [resolvedAt]),
  ];
  expect([...times, updatedAt]).toEqual([...times, updatedAt].sort((a, b) => a - b));
}

function isUnresolved(incident: NumberedIncident): boolean {
  return incident.status !== 'resolved';
}

/** A person may open an incident with no alert, or reopen one whose alerts ended. */
function openedByHand(events: readonly IncidentEvent[]): boolean {
  const last = events
    .filter((event) => event.type === 'opened' || event.type === 'reopened')
    .at(-1);
  return last?.actor.kind === 'person';
}

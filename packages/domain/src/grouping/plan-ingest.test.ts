import { describe, expect, test } from '@jest/globals';
import type { IncomingAlert } from '../alert/alert.ts';
import { makeLabels } from '../alert/labels.ts';
import {
  after,
  anAlertState,
  anIncoming,
  anOpenIncident,
  countingIds,
  POLICY,
  resolvedBy,
  T0,
} from '../examples.ts';
import type { Incident } from '../incident/incident.ts';
import { SYSTEM } from '../incident/incident-event.ts';
import { HOUR, MINUTE, SECOND } from '../shared/instant.ts';
import type { AlertReport, IngestSnapshot, SnapshotIncident } from './ingest-plan.ts';
import { planIngest } from './plan-ingest.ts';

const EMPTY: IngestSnapshot = { alerts: [], incidents: [] };

function a(
  fingerprint: string,
  overrides: Partial<IncomingAlert> & { readonly service?: string } = {},
): IncomingAlert {
  const { service = 'api', ...rest } = overrides;
  return anIncoming({ fingerprint, labels: makeLabels([['service', service]]), ...rest });
}

const ended = (alert: IncomingAlert): IncomingAlert => ({
  ...alert,
  status: 'resolved',
  endsAt: alert.startsAt + SECOND,
});

function payload(
  alerts: readonly IncomingAlert[],
  overrides: Partial<AlertReport> = {},
): AlertReport {
  const about = { source: 'alertmanager', actor: SYSTEM, sourceGroup: 'group' } as const;
  return { ...about, status: 'firing', alerts, ...overrides };
}

function known(incident: Incident, overrides: Partial<SnapshotIncident> = {}): SnapshotIncident {
  return { incident, firingAlerts: 1, mergedGroups: [], ...overrides };
}

const plan = (
  snapshot: IngestSnapshot,
  reports: readonly AlertReport[],
  now = T0,
  policy = POLICY,
) => planIngest(snapshot, reports, now, policy, countingIds());

test('nothing delivered is nothing to write', () => {
  const nothing = {
    newAlerts: [],
    changedAlerts: [],
    newIncidents: [],
    changedIncidents: [],
    events: [],
    settleAt: null,
  };
  expect(plan(EMPTY, [])).toEqual(nothing);
  expect(plan(EMPTY, [payload([])])).toEqual(nothing);
  expect(plan(EMPTY, [payload([], { status: 'resolved' })])).toEqual(nothing);
});

test('a group of new alerts opens one incident, with the reason', () => {
  const { newAlerts, newIncidents, events } = plan(EMPTY, [
    payload([a('1'), a('2'), a('3', { service: 'web' })]),
  ]);
  expect(newIncidents.map((incident) => incident.groupKey)).toEqual(['service=api', 'service=web']);
  expect(events.map((event) => event.reason)).toEqual(['2 alerts fired.', 'An alert fired.']);
  const [api, web] = newIncidents.map((incident) => incident.id);
  expect(newAlerts.map(({ state }) => state.incidentId)).toEqual([api, api, web]);
});

test('an alert named twice in a payload counts as firing, in either order', () => {
  for (const alerts of [
    [a('1'), ended(a('1'))],
    [ended(a('1')), a('1')],
  ]) {
    const { newAlerts, newIncidents } = plan(EMPTY, [payload(alerts)]);
    expect(newAlerts.map(({ state }) => state.status)).toEqual(['firing']);
    expect(newIncidents).toHaveLength(1);
  }
});

test('an end before the start is raised to it', () => {
  const backwards = { ...a('1'), status: 'resolved', endsAt: T0 - HOUR } as const;
  expect(plan(EMPTY, [payload([backwards])]).newAlerts[0]?.state).toMatchObject({
    endsAt: backwards.startsAt,
  });
});

describe('the resolution of a group', () => {
  const incident = anOpenIncident();
  const recorded = ['1', '2', '3'].map((fingerprint) =>
    anAlertState({ id: fingerprint, fingerprint, incidentId: incident.id, sourceGroup: 'group' }),
  );
  const snapshot = { alerts: recorded, incidents: [known(incident, { firingAlerts: 3 })] };
  const statuses = (reports: readonly AlertReport[]) =>
    plan(snapshot, reports).changedAlerts.map(({ state }) => [state.fingerprint, state.status]);

  test('ends the alerts that it left out, and with the last of them the incident', () => {
    const { changedIncidents, events } = plan(snapshot, [
      payload([ended(a('1'))], { status: 'resolved' }),
    ]);
    expect(changedIncidents).toMatchObject([
      { basedOn: 1, incident: { status: 'resolved', resolution: 'alerts' } },
    ]);
    expect(events.map((event) => event.reason)).toEqual([
      '3 alerts resolved.',
      'Its last firing alert resolved.',
    ]);
  });

  test('ends no alert of another group', () => {
    const other = payload([ended(a('1'))], { status: 'resolved', sourceGroup: 'other' });
    expect(statuses([other])).toEqual([['1', 'resolved']]);
  });

  test('leaves the rest alone while the group fires', () => {
    expect(statuses([payload([ended(a('1'))], { status: 'firing' })])).toEqual([['1', 'resolved']]);
  });

  test('does not end what the same payload says fires', () => {
    const contradictory = payload([a('1'), a('9')], { status: 'resolved' });
    const { changedAlerts, newAlerts, changedIncidents } = plan(snapshot, [contradictory]);
    expect(changedAlerts.map(({ state }) => state.fingerprint)).toEqual(['2', '3']);
    expect(newAlerts.map(({ state }) => state.status)).toEqual(['firing']);
    expect(changedIncidents.map((change) => change.incident.status)).toEqual(['open']);
  });

  test('that is the late news of an earlier occurrence does not end a newer one', () => {
    const stale = {
      ...a('1'),
      status: 'resolved',
      startsAt: T0 - HOUR,
      endsAt: T0 - 30 * MINUTE,
    } as const;
    const [first] = recorded;
    const alone = { alerts: first ? [first] : [], incidents: [known(incident)] };
    expect(plan(alone, [payload([stale], { status: 'resolved' })])).toMatchObject({
      changedAlerts: [],
      events: [],
    });
  });
});

describe('a group that was merged into another incident', () => {
  const target = anOpenIncident({ group: 'service=gateway' });
  const merged = { mergedGroups: ['service=api'] };

  test('sends its new alerts there', () => {
    const { newIncidents, newAlerts } = plan({ alerts: [], incidents: [known(target, merged)] }, [
      payload([a('1')]),
    ]);
    expect(newIncidents).toEqual([]);
    expect(newAlerts[0]?.state.incidentId).toBe(target.id);
  });

  test('opens its own incident once the other is resolved', () => {
    const over = after(target, [resolvedBy('alerts')]);
    const snapshot = { alerts: [], incidents: [known(over, { ...merged, firingAlerts: 0 })] };
    expect(plan(snapshot, [payload([a('1')])], T0 + HOUR).newIncidents).toMatchObject([
      { groupKey: 'service=api' },
    ]);
  });

  test('opens its own incident when the other is resolved by the delivery just before', () => {
    const firing = anAlertState({ fingerprint: '8', incidentId: target.id });
    const snapshot = { alerts: [firing], incidents: [known(target, merged)] };
    const reports = [payload([ended(a('8', { service: 'gateway' }))]), payload([a('1')])];
    const { newIncidents, changedIncidents } = plan(snapshot, reports);
    expect(newIncidents).toMatchObject([{ groupKey: 'service=api', status: 'open' }]);
    expect(changedIncidents).toMatchObject([{ incident: { id: target.id, status: 'resolved' } }]);
  });

  test('sends its new alerts there when the other is reopened by the delivery just before', () => {
    const over = after(target, [resolvedBy('alerts')], T0);
    const calm = anAlertState({
      fingerprint: '8',
      status: 'resolved',
      endsAt: T0,
      incidentId: over.id,
    });
    const snapshot = { alerts: [calm], incidents: [known(over, { ...merged, firingAlerts: 0 })] };
    const again = a('8', { service: 'gateway', startsAt: T0 + MINUTE });
    const { newIncidents, newAlerts } = plan(
      snapshot,
      [payload([again]), payload([a('1')])],
      T0 + MINUTE,
    );
    expect(newIncidents).toEqual([]);
    expect(newAlerts[0]?.state.incidentId).toBe(over.id);
  });

  test('does not reopen the other while a newer one stands in its place', () => {
    const over = after(target, [resolvedBy('alerts')], T0);
    const newer = anOpenIncident({ group: 'service=gateway' });
    const calm = anAlertState({
      fingerprint: '1',
      status: 'resolved',
      endsAt: T0,
      incidentId: over.id,
    });
    const snapshot = {
      alerts: [calm],
      incidents: [known(over, { firingAlerts: 0 }), known(newer)],
    };
    const { changedIncidents } = plan(snapshot, [payload([a('1')])], T0 + 2 * MINUTE);
    expect(changedIncidents.map((change) => change.incident.id)).toEqual([newer.id]);
  });

  test('goes before the merge where it has an incident of its own', () => {
    const own = anOpenIncident();
    for (const incidents of [
      [known(own), known(target, merged)],
      [known(target, merged), known(own)],
    ])
      expect(
        plan({ alerts: [], incidents }, [payload([a('1')])]).newAlerts[0]?.state.incidentId,
      ).toBe(own.id);
  });
});

test('the end of an occurrence that was not seen to start is not taken for a later start', () => {
  const incident = anOpenIncident();
  const firing = anAlertState({ fingerprint: '1', startsAt: T0 - HOUR, incidentId: incident.id });
  const restarted = ended(a('1', { startsAt: T0 }));
  const { changedAlerts } = plan({ alerts: [firing], incidents: [known(incident)] }, [
    payload([restarted]),
  ]);
  expect(changedAlerts[0]?.state).toMatchObject({ status: 'resolved', startsAt: T0 });
});

test('an unconfirmed firing asks to be looked at again after 60 s', () => {
  const calm = anAlertState({
    fingerprint: '1',
    status: 'resolved',
    endsAt: T0,
    statusChangedAt: T0,
  });
  const now = T0 + 10 * SECOND;
  expect(plan({ alerts: [calm], incidents: [] }, [payload([a('1')])], now).settleAt).toBe(
    now + MINUTE,
  );
});

test('a replica whose clock is behind dates nothing back', () => {
  const incident = anOpenIncident();
  const firing = anAlertState({ fingerprint: '1', incidentId: incident.id, sourceGroup: 'group' });
  const left = anAlertState({
    id: '2',
    fingerprint: '2',
    incidentId: incident.id,
    sourceGroup: 'group',
  });
  const snapshot = { alerts: [firing, left], incidents: [known(incident, { firingAlerts: 2 })] };
  const { changedAlerts, events } = plan(
    snapshot,
    [payload([ended(a('1'))], { status: 'resolved' })],
    T0 - HOUR,
  );
  expect(changedAlerts.map(({ state }) => [state.statusChangedAt, state.lastSeenAt])).toEqual([
    [T0, T0],
    [T0, T0],
  ]);
  expect(events.map((event) => event.at)).toEqual([T0, T0]);
});

import { describe, expect, test } from '@jest/globals';
import { HOUR, type IncomingAlert, MINUTE } from '@klaxon/domain';
import {
  ALICE,
  alertReport,
  InMemoryAlertmanagers,
  incomingAlert,
  makeStage,
} from '@klaxon/testing';
import { makeResolveIncident } from '../incidents/resolve-incident.ts';
import { makeReconcileAlerts } from './reconcile-alerts.ts';

const alert = incomingAlert();
const other = incomingAlert({ labels: { service: 'web' } });

/** Both alerts fire, and were last heard of ten minutes ago. */
async function reconciling(alerts: readonly IncomingAlert[] = [alert, other]) {
  const stage = makeStage();
  const alertmanagers = new InMemoryAlertmanagers();
  const started = stage.clock.now() - HOUR;
  const view = (known: readonly IncomingAlert[], active = known, startedAt = started) => ({
    fingerprints: new Set(known.map(({ fingerprint }) => fingerprint)),
    active: new Set(active.map(({ fingerprint }) => fingerprint)),
    startedAt,
  });
  await stage.ingest(alertReport(alerts));
  stage.clock.advance(10 * MINUTE);
  const reconcile = makeReconcileAlerts(stage.database.ingestStore, alertmanagers, stage.planning);
  const statuses = () => stage.database.alerts.map(({ status }) => status);
  return { ...stage, alertmanagers, reconcile, view, statuses };
}

describe('reconciling', () => {
  test('resolves what no Alertmanager knows any more, with that reason', async () => {
    const { reconcile, alertmanagers, view, statuses, incidents, database, clock } =
      await reconciling();
    alertmanagers.known = [view([other])];
    await reconcile();
    expect(statuses()).toEqual(['resolved', 'firing']);
    expect(incidents().map(({ status }) => status)).toEqual(['resolved', 'open']);
    const told = database.eventsOf(incidents()[0]?.id ?? '').slice(1);
    expect(told.map(({ type, reason }) => [type, reason])).toEqual([
      ['alerts_resolved', 'No Alertmanager knows this alert any more.'],
      ['resolved', 'No Alertmanager knows this alert any more.'],
    ]);
    expect(database.alerts[0]?.endsAt).toBe(clock.now());
  });

  test('keeps an alert that one of several Alertmanagers knows', async () => {
    const { reconcile, alertmanagers, view, statuses } = await reconciling();
    alertmanagers.known = [view([alert]), view([other])];
    await reconcile();
    expect(statuses()).toEqual(['firing', 'firing']);
  });

  test('keeps a silenced alert, and notes as heard only those that are active', async () => {
    const { reconcile, alertmanagers, view, statuses, database, clock } = await reconciling();
    alertmanagers.known = [view([alert, other], [other])];
    await reconcile();
    expect(statuses()).toEqual(['firing', 'firing']);
    expect(database.alerts.map(({ lastSeenAt }) => clock.now() - lastSeenAt)).toEqual([
      10 * MINUTE,
      0,
    ]);
  });

  test('changes nothing while one Alertmanager cannot be asked', async () => {
    const { reconcile, alertmanagers, view, statuses } = await reconciling();
    alertmanagers.known = [view([])];
    alertmanagers.unreachable = true;
    await expect(reconcile()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(statuses()).toEqual(['firing', 'firing']);
  });

  test('resolves nothing while one Alertmanager has just started and forgotten its alerts', async () => {
    const { reconcile, alertmanagers, view, statuses, clock } = await reconciling();
    alertmanagers.known = [view([]), view([], [], clock.now() - 5 * MINUTE + 1)];
    await reconcile();
    expect(statuses()).toEqual(['firing', 'firing']);
    clock.advance(1);
    await reconcile();
    expect(statuses()).toEqual(['resolved', 'resolved']);
  });

  test('resolves nothing where there is no Alertmanager', async () => {
    const { reconcile, statuses } = await reconciling();
    await reconcile();
    expect(statuses()).toEqual(['firing', 'firing']);
  });

  test('leaves alerts alone that were heard of lately', async () => {
    const { reconcile, alertmanagers, view, statuses, ingest } = await reconciling();
    await ingest(alertReport([alert, other]));
    alertmanagers.known = [view([])];
    await reconcile();
    expect(statuses()).toEqual(['firing', 'firing']);
  });

  test('resolves an alert whose start lies in the future', async () => {
    const far = { ...alert, startsAt: Date.UTC(9999, 0) };
    const { reconcile, alertmanagers, view, statuses, database } = await reconciling([far]);
    alertmanagers.known = [view([])];
    await reconcile();
    expect(statuses()).toEqual(['resolved']);
    expect(database.alerts[0]?.endsAt).toBe(far.startsAt);
  });

  test('does not reopen what a person resolved less than an hour ago', async () => {
    const { reconcile, alertmanagers, view, incidents, tools, clock } = await reconciling();
    await makeResolveIncident(tools)({ incidentId: incidents()[0]?.id ?? '', actor: ALICE });
    clock.advance(10 * MINUTE);
    alertmanagers.known = [view([alert, other])];
    await reconcile();
    expect(incidents()[0]?.status).toBe('resolved');
    clock.advance(HOUR);
    await reconcile();
    expect(incidents()[0]?.status).toBe('open');
  });
});

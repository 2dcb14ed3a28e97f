import { describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '@klaxon/domain';
import { ALICE, InMemoryAlertmanagers, makeStage } from '@klaxon/testing';
import { makeIngestAlerts } from './ingest-alerts.ts';
import { makeReconcileAlerts } from './reconcile-alerts.ts';
import { makeSendTestAlert } from './send-test-alert.ts';

function stageWithTestAlerts() {
  const stage = makeStage({ groupBy: ['service', 'instance', 'alertname'] });
  const { database, planning, clock, ids } = stage;
  const sendTestAlert = makeSendTestAlert({
    ingestAlerts: makeIngestAlerts(database.ingestStore, planning),
    alerts: database.alertQueries,
    incidents: database.incidentQueries,
    clock,
    ids,
  });
  return { ...stage, sendTestAlert };
}

describe('a test alert', () => {
  test('opens an incident as any other alert does, and says what it is', async () => {
    const { sendTestAlert, database, story } = stageWithTestAlerts();
    const incident = await sendTestAlert({ actor: ALICE });
    expect(incident).toMatchObject({
      number: 1,
      status: 'open',
      severity: 'low',
      title: 'Test alert of klaxon-test',
      labels: { alertname: 'KlaxonTest', service: 'klaxon-test', severity: 'low' },
      description: expect.stringContaining('resolve the incident'),
    });
    expect(story(incident)).toEqual(['opened']);
    expect(database.eventsOf(incident.id)[0]?.actor).toEqual(ALICE);
    expect(database.jobs.map(({ name }) => name)).toEqual(['announce_events']);
  });

  test('is not for an Alertmanager to end, which never knew it', async () => {
    const { sendTestAlert, database, planning, clock, incidents } = stageWithTestAlerts();
    await sendTestAlert({ actor: ALICE });
    const alertmanagers = new InMemoryAlertmanagers();
    const nothing = new Set<string>();
    const startedAt = clock.now() - HOUR;
    alertmanagers.known = [{ fingerprints: nothing, active: nothing, startedAt }];
    clock.advance(5 * MINUTE);
    await makeReconcileAlerts(database.ingestStore, alertmanagers, planning)();
    expect(incidents()).toMatchObject([{ status: 'open' }]);
  });

  test('is of the wanted service and severity', async () => {
    const { sendTestAlert } = stageWithTestAlerts();
    const incident = await sendTestAlert({ actor: ALICE, service: 'checkout', severity: 'high' });
    expect(incident).toMatchObject({ severity: 'high', labels: { service: 'checkout' } });
  });

  test('is never the same one twice: a second joins the open incident of its service', async () => {
    const { sendTestAlert, database, story } = stageWithTestAlerts();
    const first = await sendTestAlert({ actor: ALICE });
    const second = await sendTestAlert({ actor: ALICE });
    const other = await sendTestAlert({ actor: ALICE, service: 'checkout' });
    expect([second.id, other.number]).toEqual([first.id, 2]);
    expect(story(first)).toEqual(['opened', 'alerts_joined']);
    const groups = new Set(database.alerts.map(({ sourceGroup }) => sourceGroup));
    expect(groups.size).toBe(3);
  });
});

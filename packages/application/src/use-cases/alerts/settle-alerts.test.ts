import { expect, test } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '@klaxon/domain';
import { ALICE, alertReport, incomingAlert, makeStage, resolvedAlert } from '@klaxon/testing';
import { makeResolveIncident } from '../incidents/resolve-incident.ts';
import { makeSettleAlerts } from './settle-alerts.ts';

const alert = incomingAlert();

function settling() {
  const stage = makeStage();
  return { ...stage, settle: makeSettleAlerts(stage.database.ingestStore, stage.planning) };
}

test('a firing that nothing contradicted for 60 s reopens its incident', async () => {
  const { ingest, settle, incidents, clock, database } = settling();
  await ingest(alertReport([alert]), alertReport([resolvedAlert(alert)]));
  clock.advance(10 * SECOND);
  await ingest(alertReport([alert]));
  clock.advance(MINUTE - 1);
  await settle();
  expect(incidents()).toMatchObject([{ status: 'resolved' }]);
  clock.advance(1);
  await settle();
  expect(incidents()).toMatchObject([{ status: 'open' }]);
  expect(database.alerts).toMatchObject([
    { status: 'firing', unconfirmedSince: null, labels: alert.labels },
  ]);
  expect(database.eventsOf(incidents()[0]?.id ?? '').at(-1)?.actor).toEqual({
    kind: 'system',
    id: null,
  });
});

test('a firing that was contradicted in time stays ended', async () => {
  const { ingest, settle, incidents, clock } = settling();
  await ingest(alertReport([alert]), alertReport([resolvedAlert(alert)]));
  clock.advance(10 * SECOND);
  await ingest(alertReport([alert]));
  clock.advance(25 * SECOND);
  await ingest(alertReport([resolvedAlert(alert)]));
  clock.advance(MINUTE);
  await settle();
  expect(incidents()).toMatchObject([{ status: 'resolved' }]);
});

test('an alert that was heard of after a person resolved its incident reopens it after an hour', async () => {
  const { ingest, settle, incidents, clock, tools } = settling();
  await ingest(alertReport([alert]));
  clock.advance(MINUTE);
  await makeResolveIncident(tools)({ incidentId: incidents()[0]?.id ?? '', actor: ALICE });
  clock.advance(30 * MINUTE);
  await ingest(alertReport([alert]));
  clock.advance(30 * MINUTE - 1);
  await settle();
  expect(incidents()).toMatchObject([{ status: 'resolved' }]);
  clock.advance(1);
  await settle();
  expect(incidents()).toMatchObject([{ status: 'open' }]);
});

test('an alert that nobody spoke of since stays with its resolved incident', async () => {
  const { ingest, settle, incidents, clock, tools } = settling();
  await ingest(alertReport([alert]));
  clock.advance(MINUTE);
  await makeResolveIncident(tools)({ incidentId: incidents()[0]?.id ?? '', actor: ALICE });
  clock.advance(2 * HOUR);
  await settle();
  expect(incidents()).toMatchObject([{ status: 'resolved' }]);
});

test('settling twice is settling once', async () => {
  const { ingest, settle, incidents, clock } = settling();
  await ingest(alertReport([alert]), alertReport([resolvedAlert(alert)]), alertReport([alert]));
  clock.advance(MINUTE);
  await settle();
  const { version } = incidents()[0] ?? {};
  await settle();
  expect(incidents()[0]?.version).toBe(version);
});

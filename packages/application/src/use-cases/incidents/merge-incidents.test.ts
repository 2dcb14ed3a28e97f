import { describe, expect, test } from '@jest/globals';
import { MINUTE } from '@klaxon/domain';
import { ALICE, alertReport, idOf, incomingAlert, makeStage, resolvedAlert } from '@klaxon/testing';
import { makeCreateIncident } from './create-incident.ts';
import { makeMergeIncidents } from './merge-incidents.ts';
import { makeReopenIncident } from './reopen-incident.ts';
import { makeResolveIncident } from './resolve-incident.ts';

const api = incomingAlert({ labels: { severity: 'critical' } });
const gateway = incomingAlert({ labels: { service: 'gateway' } });

async function withTwo() {
  const stage = makeStage();
  await stage.ingest(alertReport([api, gateway]));
  stage.clock.advance(MINUTE);
  const [source, target] = stage.incidents().map(({ id }) => id);
  const request = { incidentId: source ?? '', intoId: target ?? '', actor: ALICE };
  return { ...stage, request, merge: makeMergeIncidents(stage.tools) };
}

describe('a merge', () => {
  test('ends the source, moves its alerts, and raises the target', async () => {
    const { merge, request, database, incidents, story } = await withTwo();
    const target = await merge(request);
    expect(target).toMatchObject({ id: request.intoId, status: 'open', severity: 'critical' });
    const [source] = incidents();
    expect(source).toMatchObject({
      status: 'resolved',
      resolution: 'merged',
      mergedIntoId: request.intoId,
    });
    expect(database.alerts.map(({ incidentId }) => incidentId)).toEqual([
      request.intoId,
      request.intoId,
    ]);
    expect(story(source)).toEqual(['opened', 'merged']);
    expect(story(target)).toEqual(['opened', 'absorbed', 'severity_changed']);
  });

  test('tells nobody that the source is over: it is not', async () => {
    const { merge, request, database } = await withTwo();
    const jobs = database.jobs.length;
    await merge(request);
    expect(database.jobs).toHaveLength(jobs);
  });

  test('lets the target resolve itself only when the alerts of both ended', async () => {
    const { merge, request, ingest, incidents } = await withTwo();
    await merge(request);
    await ingest(alertReport([resolvedAlert(gateway), api]));
    expect(incidents()[1]?.status).toBe('open');
    await ingest(alertReport([resolvedAlert(api)]));
    expect(incidents()[1]).toMatchObject({ status: 'resolved', resolution: 'alerts' });
  });

  test('is for good: the source cannot be reopened', async () => {
    const { merge, request, tools } = await withTwo();
    await merge(request);
    await expect(makeReopenIncident(tools)(request)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('into an incident that a person created gives that one alerts', async () => {
    const { merge, request, tools, database } = await withTwo();
    const byHand = await makeCreateIncident(tools)({
      actor: ALICE,
      title: 'Everything is slow',
      description: null,
      severity: 'low',
      labels: {},
      assigneeId: null,
    });
    expect(await merge({ ...request, intoId: byHand.id })).toMatchObject({
      severity: 'critical',
      groupKey: null,
    });
    expect((await database.incidentQueries.get(byHand.id)).firingAlerts).toBe(1);
  });
});

describe('a merge that is refused changes nothing', () => {
  test.each([
    [
      'into itself',
      (request: { incidentId: string }) => ({ intoId: request.incidentId }),
      'conflict',
    ],
    ['into an unknown incident', () => ({ intoId: idOf(0xdead) }), 'not-found'],
    ['on another version', () => ({ ifVersion: 7 }), 'precondition-failed'],
  ])('%s', async (_, overrides, kind) => {
    const { merge, request, incidents, database } = await withTwo();
    const [before, alerts] = [incidents(), database.alerts];
    await expect(merge({ ...request, ...overrides(request) })).rejects.toMatchObject({ kind });
    expect(incidents()).toEqual(before);
    expect(database.alerts).toEqual(alerts);
  });

  test('into a resolved one', async () => {
    const { merge, request, tools, incidents } = await withTwo();
    await makeResolveIncident(tools)({ incidentId: request.intoId, actor: ALICE });
    await expect(merge(request)).rejects.toMatchObject({ kind: 'conflict' });
    expect(incidents()[0]?.status).toBe('open');
  });
});

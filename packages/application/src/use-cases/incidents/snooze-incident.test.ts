import { describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '@klaxon/domain';
import { ALICE, alertReport, makeStage } from '@klaxon/testing';
import { makeResolveIncident } from './resolve-incident.ts';
import { makeSnoozeIncident } from './snooze-incident.ts';
import { makeWakeIncidents } from './wake-incidents.ts';

async function withIncident() {
  const stage = makeStage();
  await stage.ingest(alertReport());
  const request = { incidentId: stage.incidents()[0]?.id ?? '', actor: ALICE };
  const { tools } = stage;
  return { ...stage, request, snooze: makeSnoozeIncident(tools), wake: makeWakeIncidents(tools) };
}

describe('a snoozed incident', () => {
  test('is woken when its time has come, and not before', async () => {
    const { snooze, wake, request, clock, incidents, story } = await withIncident();
    const until = clock.now() + HOUR;
    expect(await snooze({ ...request, until })).toMatchObject({
      snoozedUntil: until,
      status: 'open',
    });
    clock.advance(HOUR - 1);
    await wake();
    expect(incidents()[0]?.snoozedUntil).toBe(until);
    clock.advance(1);
    await wake();
    expect(incidents()[0]?.snoozedUntil).toBeNull();
    expect(story(incidents()[0])).toEqual(['opened', 'snoozed', 'snooze_ended']);
  });

  test('is woken once', async () => {
    const { snooze, wake, request, clock, incidents } = await withIncident();
    await snooze({ ...request, until: clock.now() + MINUTE });
    clock.advance(MINUTE);
    await wake();
    await wake();
    expect(incidents()[0]?.version).toBe(3);
  });

  test('can be snoozed on, which counts from then', async () => {
    const { snooze, wake, request, clock, incidents } = await withIncident();
    await snooze({ ...request, until: clock.now() + MINUTE });
    await snooze({ ...request, until: clock.now() + HOUR });
    clock.advance(MINUTE);
    await wake();
    expect(incidents()[0]?.snoozedUntil).not.toBeNull();
  });

  test('can be woken by hand', async () => {
    const { snooze, request, clock, database } = await withIncident();
    await snooze({ ...request, until: clock.now() + HOUR });
    expect(await snooze({ ...request, until: null })).toMatchObject({ snoozedUntil: null });
    expect(database.eventsOf(request.incidentId).at(-1)?.reason).toBe('Woken by alice.');
    expect(await snooze({ ...request, until: null })).toMatchObject({ version: 3 });
  });
});

test('a snooze into the past is invalid, and of a resolved incident a conflict', async () => {
  const { snooze, request, clock, tools } = await withIncident();
  await expect(snooze({ ...request, until: clock.now() })).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ path: 'until' }],
  });
  await makeResolveIncident(tools)(request);
  await expect(snooze({ ...request, until: clock.now() + HOUR })).rejects.toMatchObject({
    kind: 'conflict',
  });
});

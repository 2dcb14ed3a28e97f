import { describe, expect, test } from '@jest/globals';
import { actorOf, HOUR, LOCAL, MINUTE, makeLabels } from '@klaxon/domain';
import {
  ALICE,
  alertReport,
  BOB,
  idOf,
  incomingAlert,
  makeStage,
  resolvedAlert,
  START,
  userRecord,
} from '@klaxon/testing';
import { makeAcknowledgeIncident } from './acknowledge-incident.ts';
import { makeAddNote } from './add-note.ts';
import { makeCreateIncident } from './create-incident.ts';
import { makeEditIncident } from './edit-incident.ts';
import { makeReopenIncident } from './reopen-incident.ts';
import { makeResolveIncident } from './resolve-incident.ts';

const alert = incomingAlert();

/** A stage with one open incident, a minute old. */
async function withIncident() {
  const stage = makeStage();
  await stage.ingest(alertReport([alert]));
  stage.clock.advance(MINUTE);
  const incidentId = stage.incidents()[0]?.id ?? '';
  const { tools } = stage;
  return {
    ...stage,
    request: { incidentId, actor: ALICE },
    acknowledge: makeAcknowledgeIncident(tools),
    resolve: makeResolveIncident(tools),
    reopen: makeReopenIncident(tools),
    edit: makeEditIncident(tools),
    addNote: makeAddNote(tools),
    lastEvent: () => stage.database.eventsOf(incidentId).at(-1),
  };
}

describe('an assignee', () => {
  const ADA = userRecord();
  const GONE = userRecord({ id: idOf(1_001), email: 'gone@example.org', deactivatedAt: START });
  const INVALID = { kind: 'invalid', faults: [{ path: 'assignee_id' }] };

  async function withUsers() {
    const scene = await withIncident();
    const usersOnly = { ...scene.tools, usersOnly: true };
    await scene.tools.unitOfWork.run(async (tx) => {
      for (const user of [ADA, GONE]) await tx.users.insert(user);
    });
    return {
      ...scene,
      acknowledge: makeAcknowledgeIncident(usersOnly),
      create: makeCreateIncident(usersOnly),
      edit: makeEditIncident(usersOnly),
    };
  }

  test('is named on the timeline, and kept by id', async () => {
    const { acknowledge, edit, request, lastEvent } = await withUsers();
    const actor = { kind: 'person', id: idOf(1_002), name: 'Bob' } as const;
    await acknowledge({ ...request, actor, assigneeId: ADA.id });
    expect(lastEvent()).toMatchObject({
      actor: { kind: 'person', id: actor.id },
      data: { by: actor.id, assignee: ADA.id },
      reason: 'Acknowledged by Bob, assigned to Ada.',
    });
    await edit({ ...request, edit: { assigneeId: null } });
    await edit({ ...request, edit: { assigneeId: ADA.id } });
    expect(lastEvent()).toMatchObject({ data: { assignee: ADA.id }, reason: 'Assigned to Ada.' });
  });

  test.each([
    ['a name', 'ada', 'must be the id of a user, see /api/users'],
    ['nobody', idOf(9), 'must be the id of a user, see /api/users'],
    ['who was deactivated', GONE.id, 'Ada was deactivated and cannot be assigned'],
  ])('who is %s is refused where people sign in', async (_who, assigneeId, message) => {
    const { acknowledge, create, edit, request } = await withUsers();
    const wish = {
      title: 'x',
      description: null,
      severity: 'low',
      labels: makeLabels([]),
    } as const;
    for (const attempt of [
      acknowledge({ ...request, assigneeId }),
      create({ ...wish, actor: ALICE, assigneeId }),
      edit({ ...request, edit: { assigneeId } }),
    ])
      await expect(attempt).rejects.toMatchObject({ ...INVALID, faults: [{ message }] });
  });

  test('may be whoever acts, by whatever name a channel knows them', async () => {
    const { acknowledge, request } = await withUsers();
    const incident = await acknowledge({ ...request, assigneeId: 'alice' });
    expect(incident).toMatchObject({ assigneeId: 'alice' });
  });
});

describe('acknowledging', () => {
  test('takes an open incident on, with who and when, and tells people in the same transaction', async () => {
    const { acknowledge, request, database, clock, lastEvent } = await withIncident();
    const incident = await acknowledge({ ...request, assigneeId: 'carol' });
    expect(incident).toMatchObject({
      status: 'acknowledged',
      ackedAt: clock.now(),
      assigneeId: 'carol',
      number: 1,
    });
    expect(database.incidents[0]).toEqual(incident);
    expect(lastEvent()).toMatchObject({ type: 'acknowledged', actor: ALICE, at: clock.now() });
    expect(database.jobs.at(-1)).toEqual({
      name: 'announce_events',
      payload: { eventIds: [lastEvent()?.id] },
      dueAt: clock.now(),
    });
  });

  test('without a word on who works on it is to work on it', async () => {
    const { acknowledge, request, lastEvent } = await withIncident();
    expect(await acknowledge(request)).toMatchObject({
      assigneeId: 'alice',
      acknowledgedBy: 'alice',
    });
    expect(lastEvent()).toMatchObject({ reason: 'Acknowledged by alice.' });
  });

  test('where nobody signs in is done by whom they name', async () => {
    const { acknowledge, request, lastEvent } = await withIncident();
    const actor = actorOf(LOCAL);
    expect(await acknowledge({ ...request, actor, assigneeId: 'carol' })).toMatchObject({
      assigneeId: 'carol',
      acknowledgedBy: 'carol',
    });
    expect(lastEvent()).toMatchObject({ actor: { id: 'carol' }, reason: 'Acknowledged by carol.' });
  });

  test('where nobody signs in and nobody is named leaves it nobody’s', async () => {
    const { acknowledge, request } = await withIncident();
    expect(await acknowledge({ ...request, actor: actorOf(LOCAL) })).toMatchObject({
      assigneeId: null,
      acknowledgedBy: 'local',
    });
  });

  test('again by the same person is fine and changes nothing', async () => {
    const { acknowledge, request, database } = await withIncident();
    const first = await acknowledge({ ...request, assigneeId: 'alice' });
    const jobs = database.jobs.length;
    expect(await acknowledge({ ...request, assigneeId: 'alice' })).toEqual(first);
    expect(database.jobs).toHaveLength(jobs);
  });

  test('by another person hands it over', async () => {
    const { acknowledge, request, lastEvent } = await withIncident();
    await acknowledge({ ...request, assigneeId: 'alice' });
    const incident = await acknowledge({ ...request, actor: BOB, assigneeId: 'bob' });
    expect(incident).toMatchObject({ assigneeId: 'bob', acknowledgedBy: 'alice' });
    expect(lastEvent()).toMatchObject({ type: 'assigned', actor: BOB });
  });

  test('a resolved incident is a conflict that says so, and undoes nothing', async () => {
    const { acknowledge, resolve, request, incidents } = await withIncident();
    const resolved = await resolve(request);
    await expect(acknowledge({ ...request, assigneeId: null })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('already resolved'),
    });
    expect(incidents()[0]).toEqual(resolved);
  });

  test('while another resolves it never undoes the resolution', async () => {
    const { acknowledge, resolve, request, incidents } = await withIncident();
    await Promise.allSettled([
      resolve(request),
      acknowledge({ ...request, actor: BOB, assigneeId: 'bob' }),
    ]);
    expect(incidents()[0]?.status).toBe('resolved');
  });

  test('an unknown incident is not found', async () => {
    const { acknowledge, request } = await withIncident();
    const unknown = { ...request, incidentId: idOf(0xdead), assigneeId: null };
    await expect(acknowledge(unknown)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('resolving', () => {
  test('an open incident acknowledges it at the same time, by nobody', async () => {
    const { resolve, request, clock, lastEvent } = await withIncident();
    expect(await resolve(request)).toMatchObject({
      status: 'resolved',
      ackedAt: clock.now(),
      acknowledgedBy: null,
      resolvedAt: clock.now(),
      resolution: 'person',
    });
    expect(lastEvent()).toMatchObject({
      type: 'resolved',
      actor: ALICE,
      reason: 'Resolved by alice.',
    });
  });

  test('a resolved incident is a conflict', async () => {
    const { resolve, request } = await withIncident();
    await resolve(request);
    await expect(resolve(request)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('at a time before its creation, by another clock, is dated to the creation', async () => {
    const { resolve, request, clock, incidents } = await withIncident();
    clock.advance(-HOUR);
    const { createdAt } = incidents()[0] ?? {};
    expect(await resolve(request)).toMatchObject({ resolvedAt: createdAt, updatedAt: createdAt });
  });
});

describe('reopening', () => {
  test('opens a resolved incident and tells people', async () => {
    const { resolve, reopen, request, database, lastEvent } = await withIncident();
    await resolve(request);
    expect(await reopen(request)).toMatchObject({ status: 'open', number: 1 });
    expect(database.jobs.at(-1)?.payload).toEqual({ eventIds: [lastEvent()?.id] });
  });

  test('an unresolved incident is a conflict', async () => {
    const { reopen, request } = await withIncident();
    await expect(reopen(request)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('is a conflict when the group has a newer incident, and leaves both as they were', async () => {
    const { ingest, reopen, request, clock, incidents } = await withIncident();
    await ingest(alertReport([resolvedAlert(alert)]));
    clock.advance(HOUR);
    await ingest(alertReport([{ ...alert, startsAt: clock.now() }]));
    await expect(reopen(request)).rejects.toMatchObject({ kind: 'conflict' });
    expect(incidents().map(({ status }) => status)).toEqual(['resolved', 'open']);
  });
});

describe('editing', () => {
  test('writes one event a field, and tells nobody', async () => {
    const { edit, request, story, database } = await withIncident();
    const jobs = database.jobs.length;
    const incident = await edit({
      ...request,
      edit: { title: 'Checkout is down', severity: 'critical' },
    });
    expect(incident).toMatchObject({ title: 'Checkout is down', severity: 'critical', version: 3 });
    expect(story(incident)).toEqual(['opened', 'title_changed', 'severity_changed']);
    expect(database.jobs).toHaveLength(jobs);
  });

  test('that changes nothing writes nothing', async () => {
    const { edit, request, incidents } = await withIncident();
    const { title } = incidents()[0] ?? { title: '' };
    expect(await edit({ ...request, edit: { title } })).toMatchObject({ version: 1 });
  });
});

test('a note may be added to a resolved incident', async () => {
  const { resolve, addNote, request, lastEvent } = await withIncident();
  await resolve(request);
  expect(await addNote({ ...request, text: 'A disk was full.' })).toMatchObject({
    status: 'resolved',
    version: 3,
  });
  expect(lastEvent()).toMatchObject({
    type: 'note_added',
    actor: ALICE,
    data: { text: 'A disk was full.' },
  });
});

describe('a change that names the version it was decided on', () => {
  test('goes through on that version', async () => {
    const { resolve, request } = await withIncident();
    expect(await resolve({ ...request, ifVersion: 1 })).toMatchObject({ version: 2 });
  });

  test('fails on another, saying both, and changes nothing', async () => {
    const { acknowledge, resolve, request, incidents } = await withIncident();
    await acknowledge({ ...request, assigneeId: null });
    await expect(resolve({ ...request, ifVersion: 1 })).rejects.toMatchObject({
      kind: 'precondition-failed',
      message: expect.stringMatching(/version 2, not 1/),
    });
    expect(incidents()[0]).toMatchObject({ status: 'acknowledged', version: 2 });
  });
});

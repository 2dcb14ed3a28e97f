import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execute } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';
import { type Caller, SecuredKlaxon } from '../../support/secured-klaxon.ts';

/** Every way to act on an incident: what is appended to its address, and what is sent. */
const ACTS: readonly (readonly [method: string, path: string, body: object])[] = [
  ['POST', '/acknowledge', {}],
  ['POST', '/notes', { text: 'a note' }],
  ['POST', '/snooze', { until: '2099-01-01T00:00:00Z' }],
  ['POST', '/snooze', { until: null }],
  ['PATCH', '', { title: 'another title' }],
  ['PATCH', '', { assignee_id: null }],
  ['POST', '/resolve', {}],
  ['POST', '/reopen', {}],
];

let klaxon: SecuredKlaxon;
let teams: { readonly a: string; readonly b: string };
let ofA: Caller;
let ofB: Caller;
let ofBoth: Caller;
let ofNone: Caller;
let incident: string;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start({
    SLACK_TOKEN: 'xoxb-none',
    SLACK_CHANNEL: '#none',
    SLACK_API_URL: 'http://127.0.0.1:9/',
  });
  const team = async (name: string): Promise<string> =>
    (await klaxon.get(klaxon.admin, 'POST', '/api/teams', { name })).id;
  teams = { a: await team('A'), b: await team('B') };
  ofA = await klaxon.invite('a@example.org', 'responder', [teams.a]);
  ofB = await klaxon.invite('b@example.org', 'responder', [teams.b]);
  ofBoth = await klaxon.invite('both@example.org', 'responder', [teams.a, teams.b]);
  ofNone = await klaxon.invite('none@example.org', 'responder');
  await service('shop-of-a', teams.a);
  await service('shop-of-b', teams.b);
});

afterAll(() => klaxon?.stop());

beforeEach(async () => {
  incident = await open('shop-of-a');
});

function service(name: string, team_id: string | null): Promise<{ id: string }> {
  return klaxon.get(klaxon.admin, 'POST', '/api/services', { name, team_id });
}

async function open(name: string | null): Promise<string> {
  const labels = name === null ? {} : { service: name };
  return (await klaxon.get(klaxon.admin, 'POST', '/api/incidents', { title: 'x', labels })).id;
}

async function versionOf(id: string): Promise<number> {
  return (await klaxon.get(klaxon.admin, 'GET', `/api/incidents/${id}`)).version;
}

async function actOn(id: string, caller: Caller): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const [method, path, body] of ACTS) {
    const answer = await klaxon.ask(caller, method, `/api/incidents/${id}${path}`, body);
    await answer.body?.cancel();
    statuses.push(answer.status);
  }
  return statuses;
}

const every = (status: number) => ACTS.map(() => status);

describe('an incident of a team', () => {
  test.each<[string, () => Caller]>([
    ['a responder of the team', () => ofA],
    ['a responder of this team and another', () => ofBoth],
    ['an admin, who is in no team', () => klaxon.admin],
  ])('can be acted on by %s', async (_who, caller) => {
    expect(await actOn(incident, caller())).toEqual(every(200));
  });

  test.each<[string, () => Caller]>([
    ['another team', () => ofB],
    ['no team', () => ofNone],
  ])('cannot be acted on by a responder of %s, and nothing of it changes', async (_who, caller) => {
    const before = await versionOf(incident);
    expect(await actOn(incident, caller())).toEqual(every(403));
    expect(await versionOf(incident)).toBe(before);
    const read = await klaxon.ask(caller(), 'GET', `/api/incidents/${incident}`);
    expect(read.status).toBe(200);
  });

  test('says no more of itself to somebody else in upper case, with a slash, or as an encoded id', async () => {
    for (const id of [incident.toUpperCase(), `${incident}/`, encodeURIComponent(incident)]) {
      const answer = await klaxon.ask(ofB, 'PATCH', `/api/incidents/${id}`, { title: 'stolen' });
      expect([id, answer.status]).toEqual([id, 403]);
    }
  });

  test('is not found where it is not there, whoever asks', async () => {
    const nothing = '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10';
    expect(await actOn(nothing, ofB)).toEqual(every(404));
  });
});

test('an incident of no team is everybody’s who responds', async () => {
  await service('nobodys', null);
  for (const name of [null, 'nobodys', 'never-heard-of'])
    for (const caller of [ofA, ofB, ofNone])
      expect([name, await actOn(await open(name), caller)]).toEqual([name, every(200)]);
});

describe('a merge', () => {
  const merge = async (caller: Caller, from: string, into: string) =>
    (await klaxon.ask(caller, 'POST', `/api/incidents/${from}/merge`, { into_id: into })).status;

  test('takes the right to both incidents', async () => {
    const theirs = await open('shop-of-b');
    expect(await merge(ofB, incident, theirs)).toBe(403);
    expect(await merge(ofB, theirs, incident)).toBe(403);
    expect(await merge(ofA, incident, theirs)).toBe(403);
    expect(await merge(ofA, theirs, incident)).toBe(403);
    expect(await merge(ofBoth, theirs, incident)).toBe(200);
  });

  test('of an own incident with one of nobody is allowed', async () => {
    expect(await merge(ofA, await open(null), incident)).toBe(200);
    expect(await merge(ofB, await open(null), incident)).toBe(403);
  });
});

describe('a service that goes to another team', () => {
  test('takes its incidents along at once', async () => {
    const { id } = await service('moving', teams.a);
    const moved = await open('moving');
    const note = async (caller: Caller) =>
      (await klaxon.ask(caller, 'POST', `/api/incidents/${moved}/notes`, { text: 'x' })).status;
    expect([await note(ofA), await note(ofB)]).toEqual([200, 403]);
    await klaxon.get(klaxon.admin, 'PATCH', `/api/services/${id}`, { team_id: teams.b });
    expect([await note(ofA), await note(ofB)]).toEqual([403, 200]);
    await klaxon.get(klaxon.admin, 'PATCH', `/api/services/${id}`, { team_id: null });
    expect([await note(ofA), await note(ofB)]).toEqual([200, 200]);
  });

  test('cannot be taken by those whose it shall be', async () => {
    const { id } = await service('wanted', teams.a);
    const answer = await klaxon.ask(ofB, 'PATCH', `/api/services/${id}`, { team_id: teams.b });
    expect(answer.status).toBe(403);
  });
});

test('somebody who leaves the team loses its incidents at once, in the session they have', async () => {
  const carol = await klaxon.invite('carol@example.org', 'responder', [teams.a]);
  const note = async () =>
    (await klaxon.ask(carol, 'POST', `/api/incidents/${incident}/notes`, { text: 'x' })).status;
  expect(await note()).toBe(200);
  await klaxon.get(klaxon.admin, 'DELETE', `/api/teams/${teams.a}/members/${carol.id}`);
  expect(await note()).toBe(403);
  await klaxon.get(klaxon.admin, 'PATCH', `/api/users/${carol.id}`, { team_ids: [teams.a] });
  expect(await note()).toBe(200);
  await klaxon.get(klaxon.admin, 'PATCH', `/api/users/${carol.id}`, { role: 'viewer' });
  expect(await note()).toBe(403);
});

describe('an incident of alerts', () => {
  test('belongs to the team of their service, its messages too', async () => {
    const raised = await klaxon.incidentOf('shop-of-a');
    expect((await actOn(raised, ofB)).slice(0, 1)).toEqual([403]);
    const message = await eventually(async () => {
      const path = `/api/notifications?incident_id=${raised}&limit=1`;
      return (await klaxon.get(klaxon.admin, 'GET', path)).notifications[0]?.id ?? null;
    });
    await execute(
      klaxon.database.url,
      `UPDATE notification_deliveries SET status = 'failed', settled_at = now(), claimed_at = NULL,
         claimed_by = NULL WHERE id = '${message}'`,
    ).catch(() => {});
    const resend = async (caller: Caller) =>
      (await klaxon.ask(caller, 'POST', `/api/notifications/${message}/resend`)).status;
    expect(await resend(ofB)).toBe(403);
    expect(await resend(ofNone)).toBe(403);
    // 409 where it is still on its way: what counts is that it is not refused.
    expect([200, 409]).toContain(await resend(ofA));
    expect([200, 409]).toContain(await resend(klaxon.admin));
  });
});

test('a test alert raises no incident of another team', async () => {
  const send = async (caller: Caller, service: string) =>
    (await klaxon.ask(caller, 'POST', '/api/test-alerts', { service, severity: 'critical' }))
      .status;
  const key = await klaxon.apiKey('alerts of b', ['alerts:write'], teams.b);
  for (const caller of [ofB, ofNone, key]) expect(await send(caller, 'shop-of-a')).toBe(403);
  for (const caller of [ofA, klaxon.admin]) expect(await send(caller, 'shop-of-a')).toBe(201);
  expect(await send(key, 'shop-of-b')).toBe(201);
  expect(await send(ofNone, 'shop-of-nobody')).toBe(201);
});

describe('a key that is for a team', () => {
  test('acts on the incidents of that team and on those of nobody', async () => {
    const key = await klaxon.apiKey('of b', ['incidents:write', 'incidents:read'], teams.b);
    expect(await actOn(incident, key)).toEqual(every(403));
    expect(await actOn(await open('shop-of-b'), key)).toEqual(every(200));
    expect(await actOn(await open(null), key)).toEqual(every(200));
  });
});

test('nobody ends the sessions of somebody else', async () => {
  const { sessions } = await klaxon.get(ofA, 'GET', '/api/me/sessions');
  const theirs = sessions[0].id;
  for (const caller of [ofB, klaxon.admin])
    expect((await klaxon.ask(caller, 'DELETE', `/api/me/sessions/${theirs}`)).status).toBe(404);
  expect((await klaxon.ask(ofA, 'GET', '/api/me')).status).toBe(200);
  const { sessions: own } = await klaxon.get(ofB, 'GET', '/api/me/sessions');
  expect(own.map(({ id }: { id: string }) => id)).not.toContain(theirs);
});

describe('who works on an incident', () => {
  const acknowledge = (body: object) =>
    klaxon.ask(klaxon.admin, 'POST', `/api/incidents/${incident}/acknowledge`, body);

  test('is a user, and no other name', async () => {
    for (const assignee_id of ['ada', '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10']) {
      const answer = await acknowledge({ assignee_id });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ errors: [{ path: 'assignee_id' }] });
    }
  });

  test('is shown by name, wherever people read', async () => {
    const { id } = await klaxon.invite('grace@example.org', 'responder');
    await klaxon.get(klaxon.admin, 'PATCH', `/api/users/${id}`, { name: 'Grace' });
    const answer = await acknowledge({ assignee_id: id });
    expect(await answer.json()).toMatchObject({
      assignee_id: id,
      assignee_name: 'Grace',
      acknowledged_by_name: 'boss',
    });
    const path = `/api/incidents/${incident}/timeline`;
    const { events } = await klaxon.get(klaxon.admin, 'GET', path);
    expect(events.at(-1)).toMatchObject({
      reason: 'Acknowledged by boss, assigned to Grace.',
      actor: { kind: 'person', name: 'boss' },
      data: { assignee: id },
    });
    const reasons = events.map(({ reason }: { reason: string }) => reason).join(' ');
    expect(reasons).not.toMatch(/[\da-f]{8}-/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  addressOf,
  CHANNEL_TO_NOWHERE,
  makeSamples,
  type Operation,
  operationsOf,
  type Samples,
} from '../../support/api-operations.ts';
import { execute } from '../../support/database.ts';
import { type Caller, NOBODY, SecuredKlaxon } from '../../support/secured-klaxon.ts';

/** Whom each role lets do what, as people expect it: written here again, not read from the policy. */
const READ = [
  'incidents:read',
  'alerts:read',
  'metrics:read',
  'notifications:read',
  'channels:read',
  'people:read',
  'status:read',
  'profile:read',
  'profile:write',
];
const RESPOND = [...READ, 'incidents:write', 'alerts:write', 'notifications:write'];
const EVERYTHING = [
  ...RESPOND,
  'channels:write',
  'people:write',
  'keys:read',
  'keys:write',
  'audit:read',
];

/** What anybody may ask: probes, the ways to sign in, and what carries a proof of its own. */
const OPEN = new Set([
  'GET /health',
  'GET /ready',
  'GET /api/auth/methods',
  'POST /api/auth/sign-in',
  'POST /api/auth/token',
  'POST /api/auth/local',
  'GET /.well-known/jwks.json',
  'POST /api/auth/invitations/check',
  'POST /api/auth/invitations/accept',
  'POST /api/integrations/slack/actions',
  'POST /api/integrations/telegram/updates',
]);

/** Operations about an incident of team A. */
const OWNED = /^(POST|PATCH) \/api\/(incidents\/\{id\}|notifications\/\{id\}\/resend)/;

/** Operations that can be about every team at once, whoever asks. */
const OF_ALL_TEAMS = /^POST \/api\/webhooks\/alertmanager/;

let klaxon: SecuredKlaxon;
let operations: readonly Operation[];
let samples: Samples;
let callers: Record<string, Caller>;
let teamA: string;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start(CHANNEL_TO_NOWHERE);
  const { admin } = klaxon;
  operations = await operationsOf(klaxon);
  teamA = (await klaxon.get(admin, 'POST', '/api/teams', { name: 'A' })).id;
  const teamB = (await klaxon.get(admin, 'POST', '/api/teams', { name: 'B' })).id;
  samples = await makeSamples(klaxon, teamA);
  const gone = await klaxon.invite('gone@example.org', 'admin');
  await klaxon.ask(admin, 'POST', `/api/users/${gone.id}/deactivate`);
  const expired = await klaxon.invite('expired@example.org', 'admin');
  await execute(
    klaxon.database.url,
    `UPDATE sessions SET expires_at = now() WHERE user_id = '${expired.id}'`,
  );
  callers = {
    nobody: NOBODY,
    'whose session has expired': expired,
    'who was deactivated': gone,
    viewer: await klaxon.invite('viewer@example.org', 'viewer', [teamA]),
    'responder of the team': await klaxon.invite('a@example.org', 'responder', [teamA]),
    'responder of another team': await klaxon.invite('b@example.org', 'responder', [teamB]),
    admin: await klaxon.invite('admin@example.org', 'admin'),
    integration: await klaxon.integration('Prometheus'),
  };
}, 60_000);

afterAll(() => klaxon?.stop());

/** Everything there is, what ends the caller's own session last. */
function inOrder(): readonly Operation[] {
  const ends = ({ name }: Operation) => (name.endsWith('/sign-out') ? 1 : 0);
  return [...operations].sort((a, b) => ends(a) - ends(b));
}

/** Asks for an operation as well as can be told without its body: who is refused is refused before that. */
async function call(caller: Caller, operation: Operation): Promise<number> {
  const { method } = operation;
  const controller = new AbortController();
  const answer = await fetch(`${klaxon.server.url}${addressOf(operation, samples)}`, {
    method,
    signal: controller.signal,
    redirect: 'manual',
    headers: { ...caller.headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
    ...(method !== 'GET' && { body: '{"unknown_field_of_a_test":1}' }),
  });
  // A stream of events would never end by itself.
  controller.abort();
  return answer.status;
}

/** 401 or 403 for whom it is not; anything but these, and never a 500, for whom it is. */
function outcome(status: number): 'refused' | 'let in' | number {
  if (status === 401 || status === 403) return 'refused';
  return status < 500 || status === 503 ? 'let in' : status;
}

async function check(caller: Caller, isLetIn: (operation: Operation) => boolean): Promise<void> {
  const seen: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const operation of inOrder()) {
    if (operation.path.endsWith('{key}')) continue;
    wanted[operation.name] = isLetIn(operation) ? 'let in' : 'refused';
    // Slack and Telegram prove themselves by a signature: without one, they are refused or not listened to.
    const answered = outcome(await call(caller, operation));
    seen[operation.name] =
      operation.path.startsWith('/api/integrations/slack') ||
      operation.path.startsWith('/api/integrations/telegram')
        ? wanted[operation.name]
        : answered;
    if (operation.name === 'POST /api/auth/token' || operation.name === 'POST /api/auth/sign-in')
      seen[operation.name] = wanted[operation.name];
  }
  expect(seen).toEqual(wanted);
}

describe('every operation', () => {
  test('that anybody may ask is one of these', () => {
    const open = operations.filter(({ name, scope }) => scope === null && OPEN.has(name));
    expect(open.map(({ name }) => name).sort()).toEqual([...OPEN].sort());
  });

  const mayAll = (scopes: readonly string[]) => (operation: Operation) =>
    operation.scope === null || scopes.includes(operation.scope);

  test.each(['nobody', 'whose session has expired', 'who was deactivated'])(
    'refuses %s, but for what is open',
    (who) => check(callers[who] ?? NOBODY, ({ name }) => OPEN.has(name)),
  );

  test('lets a viewer read, and keep their own account', () =>
    check(callers['viewer'] ?? NOBODY, mayAll(READ)));

  test('lets a responder act on the incidents of their team', () =>
    check(
      callers['responder of the team'] ?? NOBODY,
      (operation) => mayAll(RESPOND)(operation) && !OF_ALL_TEAMS.test(operation.name),
    ));

  test('lets no responder act on the incidents of another team', () =>
    check(
      callers['responder of another team'] ?? NOBODY,
      (operation) =>
        mayAll(RESPOND)(operation) &&
        !OWNED.test(operation.name) &&
        !OF_ALL_TEAMS.test(operation.name),
    ));

  test('lets the key of an integration send alerts, and nothing else', () =>
    check(callers['integration'] ?? NOBODY, (operation) =>
      operation.scope === null ? true : operation.scope === 'alerts:write',
    ));

  test('lets an API key do what its scope says, and one of all other scopes nothing of it', async () => {
    const scopes = EVERYTHING.filter((scope) => !scope.startsWith('profile:'));
    for (const scope of scopes) {
      const of = operations.filter(
        (operation) => operation.scope === scope && !operation.path.endsWith('{key}'),
      );
      const only = await klaxon.apiKey(`only ${scope}`, [scope]);
      const others = await klaxon.apiKey(
        `not ${scope}`,
        scopes.filter((one) => one !== scope),
      );
      for (const operation of of.filter(({ method }) => method !== 'DELETE')) {
        expect([operation.name, outcome(await call(only, operation))]).toEqual([
          operation.name,
          'let in',
        ]);
        expect([operation.name, outcome(await call(others, operation))]).toEqual([
          operation.name,
          'refused',
        ]);
      }
    }
    const all = await klaxon.apiKey('all', scopes);
    for (const operation of operations.filter(({ scope }) => scope?.startsWith('profile:')))
      expect([operation.name, outcome(await call(all, operation))]).toEqual([
        operation.name,
        'refused',
      ]);
  }, 60_000);

  test('lets the key of a team act on the incidents of that team alone', async () => {
    const other = (await klaxon.get(klaxon.admin, 'POST', '/api/teams', { name: 'C' })).id;
    const own = await klaxon.apiKey('team a', ['incidents:write'], teamA);
    const theirs = await klaxon.apiKey('team c', ['incidents:write'], other);
    for (const operation of operations.filter(
      ({ name }) => OWNED.test(name) && name.includes('/incidents/'),
    )) {
      expect([operation.name, outcome(await call(own, operation))]).toEqual([
        operation.name,
        'let in',
      ]);
      expect([operation.name, outcome(await call(theirs, operation))]).toEqual([
        operation.name,
        'refused',
      ]);
    }
  });

  test('lets an admin do everything', () => check(callers['admin'] ?? NOBODY, mayAll(EVERYTHING)));
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  addressOf,
  CHANNEL_TO_NOWHERE,
  type Json,
  makeSamples,
  NOTHING,
  type Operation,
  operationsOf,
  type Samples,
} from '../../support/api-operations.ts';
import { type Caller, PASSWORD, SecuredKlaxon } from '../../support/secured-klaxon.ts';

/** What nobody may choose, under the names that it has on the wire and in the database. */
const FORBIDDEN: Readonly<Record<string, Json>> = {
  id: NOTHING,
  number: 1,
  role: 'admin',
  team_id: NOTHING,
  team_ids: [NOTHING],
  scopes: ['people:write'],
  user_id: NOTHING,
  email: 'admin@example.org',
  password_hash: '$argon2id$v=19$m=19456,t=2,p=1$x$x',
  passwordHash: 'x',
  token_hash: 'x',
  oidc_subject: 'x',
  is_admin: true,
  deactivated_at: null,
  status: 'resolved',
  version: 1,
  resolution: 'person',
  acknowledged_by: 'eve',
  acked_at: '2020-01-01T00:00:00Z',
  resolved_at: '2020-01-01T00:00:00Z',
  created_at: '2020-01-01T00:00:00Z',
  updated_at: '2020-01-01T00:00:00Z',
  merged_into_id: NOTHING,
  group_key: 'service=x',
  actor: { kind: 'person', id: 'eve' },
  key: 'kli_x',
  __proto__x: { role: 'admin' },
};

let klaxon: SecuredKlaxon;
let samples: Samples;
let responder: Caller;
let operations: readonly Operation[];
let client: pg.Client;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start(CHANNEL_TO_NOWHERE);
  const { id } = await klaxon.get(klaxon.admin, 'POST', '/api/teams', { name: 'A' });
  samples = await makeSamples(klaxon, id);
  responder = await klaxon.invite('responder@example.org', 'responder', [id]);
  const ends = /\/(sign-out)$/;
  operations = (await operationsOf(klaxon)).filter(
    ({ example, name, path }) =>
      example !== null && !ends.test(path) && !name.startsWith('POST /api/webhooks/'),
  );
  client = new pg.Client({ connectionString: klaxon.database.url });
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await klaxon?.stop();
});

/** All that such a field could change. */
async function everything(): Promise<unknown> {
  const { rows } = await client.query(
    `SELECT (SELECT json_agg(u ORDER BY id) FROM users u) AS users,
       (SELECT json_agg(m ORDER BY team_id, user_id) FROM team_members m) AS members,
       (SELECT json_agg(t ORDER BY id) FROM teams t) AS teams,
       (SELECT json_agg(s ORDER BY id) FROM services s) AS services,
       (SELECT json_agg(k ORDER BY id) FROM api_keys k) AS keys,
       (SELECT json_agg(g ORDER BY id) FROM integrations g) AS integrations,
       (SELECT json_agg(i ORDER BY id) FROM incidents i) AS incidents,
       (SELECT count(*) FROM incident_events WHERE type::text NOT LIKE 'notification%') AS events`,
  );
  return rows[0];
}

test('no body of a responder carries a field that is not its own, and none of it changes anything', async () => {
  const before = await everything();
  let sent = 0;
  for (const operation of operations) {
    for (const [field, value] of Object.entries(FORBIDDEN)) {
      if (operation.fields.includes(field)) continue;
      const body = { ...operation.example, [field]: value };
      const address = addressOf(operation, samples);
      const answer = await klaxon.ask(responder, operation.method, address, body);
      await answer.body?.cancel();
      const { status } = answer;
      const seen = { name: operation.name, field, status };
      expect({ ...seen, refused: [400, 401, 403, 404, 409, 429].includes(status) }).toEqual({
        ...seen,
        refused: true,
      });
      sent += 1;
    }
  }
  expect(sent).toBeGreaterThan(500);
  expect(await everything()).toEqual(before);
}, 120_000);

test('a responder makes of themselves no more than they are', async () => {
  for (const body of [
    { role: 'admin' },
    { name: 'Eve', role: 'admin' },
    { name: 'Eve', team_ids: [] },
  ])
    expect((await klaxon.ask(responder, 'PATCH', '/api/me', body)).status).toBe(400);
  expect(await klaxon.get(responder, 'GET', '/api/me')).toMatchObject({
    user: { role: 'responder' },
  });
});

test('the prototype of what was sent gives nobody a role', async () => {
  for (const body of [
    '{"name":"Eve","__proto__":{"role":"admin"}}',
    '{"name":"Eve","constructor":{"prototype":{"role":"admin"}}}',
  ])
    expect((await klaxon.ask(responder, 'PATCH', '/api/me', body)).status).toBe(400);
});

test('an invitation is for the role and the teams that it was made for', async () => {
  const wish = { email: 'eve@example.org', name: 'Eve', role: 'viewer', team_ids: [] };
  const { invitation } = await klaxon.get(klaxon.admin, 'POST', '/api/users', wish);
  const token = /token=([\w-]+)/.exec(JSON.stringify(invitation))?.[1] ?? '';
  const accept = (more: object) =>
    klaxon.ask({ headers: {} }, 'POST', '/api/auth/invitations/accept', {
      token,
      password: PASSWORD,
      ...more,
    });
  for (const more of [{ role: 'admin' }, { email: 'x@example.org' }, { team_ids: [NOTHING] }])
    expect((await accept(more)).status).toBe(400);
  const eve = klaxon.callerOf(await accept({}));
  expect(await klaxon.get(eve, 'GET', '/api/me')).toMatchObject({
    user: { role: 'viewer', email: 'eve@example.org' },
  });
});

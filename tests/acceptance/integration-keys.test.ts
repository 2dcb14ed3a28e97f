import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, runKlaxon, startKlaxon } from '../support/klaxon-process.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const PASSWORD = 'four words are enough';
const BOSS = 'boss@example.org';
const WEBHOOK = '/api/webhooks/alertmanager';
/** As long as a key may be remembered. */
const REMEMBERED_MS = 5_000;

interface Made {
  readonly id: string;
  readonly key: string;
}

let database: TestDatabase;
let proxy: TcpProxy;
let server: KlaxonProcess;
let env: Record<string, string>;
let admin: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.url);
  proxy = await startTcpProxy({ port: Number(url.port) });
  url.port = String(proxy.port);
  env = {
    DATABASE_URL: url.href,
    SIGN_IN: 'required',
    SECRET_KEY: 'a passphrase that only this test knows',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'debug',
  };
  await runKlaxon(`create-admin --email ${BOSS} --password-stdin`, env, `${PASSWORD}\n`);
  server = await startKlaxon(env);
  const proof = { email: BOSS, password: PASSWORD };
  const { access_token: token } = await ask<{ access_token: string }>(
    {},
    'POST',
    '/api/auth/token',
    proof,
  );
  admin = { authorization: `Bearer ${token}` };
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await proxy?.close();
  await database?.drop();
});

async function ask<T>(
  headers: Record<string, string>,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text === '' ? 'null' : text);
}

const integrate = (wish: object): Promise<Made> => ask(admin, 'POST', '/api/integrations', wish);

/** Sends an alert that names no service. */
function send(key: string, alertname: string, path = WEBHOOK): Promise<Response> {
  const startsAt = new Date(Date.now() - 60_000).toISOString();
  const alert = { status: 'firing', labels: { alertname }, annotations: {}, startsAt };
  const headers = path === WEBHOOK ? { authorization: `Bearer ${key}` } : {};
  const body = JSON.stringify({ version: '4', status: 'firing', alerts: [alert] });
  return fetch(`${server.url}${path}`, { method: 'POST', headers, body, redirect: 'manual' });
}

test('alerts belong to the team of their integration, from the first one on', async () => {
  const { id: team_id } = await ask<Made>(admin, 'POST', '/api/teams', { name: 'Shop' });
  const { key } = await integrate({ name: 'Prometheus of the shop', service: 'shop', team_id });
  expect((await send(key, 'InThePath', `${WEBHOOK}/${key}`)).status).toBe(200);
  const { incidents } = await ask<{ incidents: { id: string; labels: object }[] }>(
    admin,
    'GET',
    '/api/incidents?service=shop',
  );
  expect(incidents).toMatchObject([{ labels: { alertname: 'InThePath', service: 'shop' } }]);
  const story = await ask(admin, 'GET', `/api/incidents/${incidents[0]?.id}/timeline`);
  expect(JSON.stringify(story)).toContain('Prometheus of the shop');
  const services = await ask(admin, 'GET', '/api/services');
  expect(services).toMatchObject({ services: [{ name: 'shop', team_id }] });
});

test('a storm through one integration is taken in, and its use is written down', async () => {
  const { id, key } = await integrate({ name: 'Storm' });
  const sent = await Promise.all(
    Array.from({ length: 300 }, (_, index) => send(key, `Storm${index % 10}`)),
  );
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
  await eventually(async () => {
    const path = `/api/integrations/${id}`;
    const { keys } = await ask<{ keys: { last_used_at: string | null }[] }>(admin, 'GET', path);
    return keys[0]?.last_used_at ?? null;
  });
});

test('a key that was taken back opens nothing from then on, however lately it was used', async () => {
  const { id, key } = await integrate({ name: 'Gone' });
  expect((await send(key, 'Before')).status).toBe(200);
  const newer = await ask<Made>(admin, 'POST', `/api/integrations/${id}/rotate-key`, {
    overlap_seconds: 0,
  });
  expect((await send(key, 'After')).status).toBe(401);
  expect((await send(newer.key, 'After')).status).toBe(200);
  await ask(admin, 'DELETE', `/api/integrations/${id}`);
  expect((await send(newer.key, 'Later')).status).toBe(401);

  const wish = { name: 'Sender', scopes: ['alerts:write'] };
  const apiKey = await ask<Made>(admin, 'POST', '/api/api-keys', wish);
  expect((await send(apiKey.key, 'ByApiKey')).status).toBe(200);
  await ask(admin, 'DELETE', `/api/api-keys/${apiKey.id}`);
  expect((await send(apiKey.key, 'ByApiKey')).status).toBe(401);
});

test('while the database is away a key is neither good nor wrong: alerts are to be sent again', async () => {
  const [known, unused] = [await integrate({ name: 'Known' }), await integrate({ name: 'Unused' })];
  expect((await send(known.key, 'Known')).status).toBe(200);
  const used = performance.now();
  await proxy.cut();
  try {
    const wrong = `kli_${'A'.repeat(43)}`;
    for (const key of [unused.key, wrong]) {
      const answer = await send(key, 'Away');
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    // Remembered at first, and then forgotten.
    await eventually(async () => {
      expect((await send(known.key, 'Away')).status).toBe(503);
      return performance.now() > used + REMEMBERED_MS ? true : null;
    });
  } finally {
    await proxy.mend();
  }
  for (const { key } of [known, unused])
    await eventually(async () => ((await send(key, 'Away')).status === 200 ? true : null));
});

test('readers that hold up every connection of theirs make no alert wait', async () => {
  const { key } = await integrate({ name: 'Beside readers' });
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  const held = Array.from({ length: 30 }, () => new AbortController());
  try {
    const reader = await ask<Made>(admin, 'POST', '/api/api-keys', {
      name: 'Reader',
      scopes: ['channels:read'],
    });
    await holder.query('BEGIN; LOCK TABLE notification_channels IN ACCESS EXCLUSIVE MODE');
    const reads = held.map(({ signal }) =>
      fetch(`${server.url}/api/channels`, { headers: { 'x-api-key': reader.key }, signal }),
    );
    for (const read of reads) read.catch(() => {});
    // Until no other reader gets through.
    await eventually(() =>
      fetch(`${server.url}/api/teams`, { headers: admin, signal: AbortSignal.timeout(500) }).then(
        () => null,
        () => true,
      ),
    );
    const sent = performance.now();
    expect((await send(key, 'BesideReaders')).status).toBe(200);
    expect((await send(`kli_${'C'.repeat(43)}`, 'BesideReaders')).status).toBe(401);
    expect(performance.now() - sent).toBeLessThan(2_000);
  } finally {
    for (const one of held) one.abort();
    await holder.end();
  }
});

test('the command create-integration prints a key and nothing else', async () => {
  const made = await runKlaxon('create-integration --name From-the-shell --service shop', env);
  expect(made).toEqual({ exitCode: 0, output: expect.stringMatching(/^kli_[\w-]{43}\n$/) });
  expect((await send(made.output.trim(), 'FromTheShell')).status).toBe(200);
  const list = await ask(admin, 'GET', '/api/integrations');
  expect(JSON.stringify(list)).toContain('From-the-shell');
  const log = await ask(admin, 'GET', '/api/audit-log?action=integration.created&limit=1');
  expect(log).toMatchObject({ audit_entries: [{ actor: { kind: 'system' } }] });

  const again = await runKlaxon('create-integration --name From-the-shell', env);
  expect(again).toMatchObject({ exitCode: 1, output: expect.stringContaining('name') });
  const wrong = await runKlaxon('create-integration', env);
  expect(wrong).toMatchObject({ exitCode: 2, output: expect.stringContaining('Usage') });
});

test('no key is in anything that Klaxon wrote', async () => {
  const { key } = await integrate({ name: 'Quiet' });
  const addresses = [
    `${WEBHOOK}/${key}`,
    `/api/webhook/alertmanager/${key}`,
    `${WEBHOOK}/${key}%zz`,
  ];
  for (const path of addresses) await send(key, 'Quiet', path);
  await send(`kli_${'B'.repeat(43)}`, 'Quiet');
  await eventually(() => (server.output().includes('alerts were refused') ? true : null));
  expect(server.output()).not.toMatch(/kl[ix]_[\w-]{20}/);
  expect(server.output()).not.toContain(key.slice('kli_'.length));
});

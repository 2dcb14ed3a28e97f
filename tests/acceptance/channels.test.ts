import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type KlaxonProcess, runKlaxon, startKlaxon } from '../support/klaxon-process.ts';

/** Stands in every secret, and must stand in no answer and no line of the log. */
const CANARY = 'c4n4ry';
const KEY = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const SLACK = {
  name: 'Operations',
  type: 'slack',
  config: { channel: '#operations' },
  secrets: { token: `xoxb-${CANARY}` },
};

let running: KlaxonProcess | null = null;
let seen = '';

beforeEach(() => {
  seen = '';
});

afterEach(async () => {
  await running?.end('SIGTERM');
  running = null;
});

async function start(env: Record<string, string>): Promise<void> {
  running = await startKlaxon({ LOG_LEVEL: 'trace', ALLOW_PRIVATE_WEBHOOKS: 'true', ...env });
}

async function stop(): Promise<void> {
  seen += running?.output() ?? '';
  await running?.end('SIGTERM');
  running = null;
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${running?.url}${path}`, {
    method,
    headers: { ...running?.headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  seen += JSON.stringify([...answer.headers]) + text;
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
}

describe('klaxon start, with a database and a key of its own', () => {
  let folder: string;
  let receiver: Server;
  let received: { readonly headers: object; readonly body: string }[];
  let url: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
    received = [];
    receiver = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        response.writeHead(request.url === '/gone' ? 410 : 204).end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => receiver.once('listening', resolve));
    const address = receiver.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });

  afterEach(() => {
    receiver.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('sets up a webhook, tests it, and has its secret after a restart and a change of keys', async () => {
    await start({ DATA_DIR: folder });
    const keyFile = join(folder, 'secret.key');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const config = { url: `${url}/in` };
    const created = await ask('POST', '/api/channels', { name: 'Hook', type: 'webhook', config });
    expect(created).toMatchObject({
      status: 201,
      body: { secrets: { secret: 'set' }, generated_secret: expect.stringMatching(/^whsec_/) },
    });
    const path = `/api/channels/${created.body['id']}`;
    expect((await ask('POST', `${path}/test`)).body).toMatchObject({ result: 'sent', error: null });
    expect(received).toHaveLength(1);
    expect(received[0]?.headers).toMatchObject({
      'webhook-signature': expect.stringMatching(/^v1,/),
    });

    const gone = { config: { url: `${url}/gone` } };
    expect(await ask('PATCH', path, gone)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'secrets.secret' }] },
    });
    await ask('PATCH', path, { ...gone, secrets: { secret: null } });
    expect((await ask('POST', `${path}/test`)).body).toMatchObject({ result: 'failed' });
    await ask('PATCH', path, { enabled: false, config, secrets: { secret: null } });
    expect((await ask('POST', `${path}/test`)).status).toBe(409);
    await ask('PATCH', path, { enabled: true });
    await stop();

    const rotated = await runKlaxon('secrets rotate', {
      DATA_DIR: folder,
      SECRET_KEY: `next:${KEY(7)}`,
    });
    expect(rotated).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 channel ') });
    expect(rotated.output).not.toContain(readFileSync(keyFile, 'utf8').trim());
    writeFileSync(keyFile, `next:${KEY(7)}`);
    await start({ DATA_DIR: folder });
    expect((await ask('POST', `${path}/test`)).body).toMatchObject({ result: 'sent' });
    expect((await ask('GET', path)).body['generated_secret']).toBeUndefined();
  });
});

test('a key that is no key is told among what is wrong with the configuration, without the key', async () => {
  const { exitCode, output } = await runKlaxon('check-config', {
    SECRET_KEY: `${KEY(1)},${CANARY}`,
    PORT: 'eighty',
  });
  expect(exitCode).toBe(1);
  expect(output).toContain('SECRET_KEY must be 32 bytes in base64');
  expect(output).toContain('(key 2 of 2 is shorter)');
  expect(output).toContain('PORT must be');
  expect(output).not.toContain(CANARY);
});

describe('klaxon start, with a database of others', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(async () => {
    await running?.end('SIGTERM');
    running = null;
    await database.drop();
  });

  async function rows(): Promise<string> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      const { rows } = await client.query(
        "SELECT row_to_json(c)::text || encode(coalesce(secrets, ''), 'escape') AS row FROM notification_channels c",
      );
      return JSON.stringify(rows);
    } finally {
      await client.end();
    }
  }

  test('keeps a secret to itself: in answers, errors, the log and the database', async () => {
    await start({ DATABASE_URL: database.url, SECRET_KEY: `k1:${KEY(1)}` });
    const { body } = await ask('POST', '/api/channels', SLACK);
    const path = `/api/channels/${body['id']}`;
    const attempts = [
      await ask('GET', path),
      await ask('GET', '/api/channels'),
      await ask('PATCH', path, { name: 'Ops', secrets: { token: `xoxb-${CANARY}-2` } }),
      await ask('POST', '/api/channels', { ...SLACK, name: 'Ops' }),
      await ask('POST', '/api/channels', { ...SLACK, secrets: { token: `a ${CANARY}` } }),
      await ask('POST', '/api/channels', { ...SLACK, secrets: { tokn: CANARY } }),
      await ask('POST', '/api/channels', { ...SLACK, type: 'email' }),
      await ask('POST', '/api/channels', { ...SLACK, secrets: `xoxb-${CANARY}` }),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([200, 200, 200, 409, 400, 400, 400, 400]);
    const hook = { name: 'Hook', type: 'webhook', config: { url: `http://127.0.0.1:9/${CANARY}` } };
    const made = await ask('POST', '/api/channels', hook);
    expect(made.body['config']).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/…/),
    });
    expect((await ask('POST', `/api/channels/${made.body['id']}/test`)).body).toMatchObject({
      error: expect.stringContaining('could not be reached'),
    });
    await ask('DELETE', `/api/channels/${made.body['id']}`);
    await ask('POST', '/api/channels', hook);
    await ask('GET', '/api/audit-log?limit=200');
    await ask('GET', '/api/audit-log/export');
    await stop();
    expect(seen).toContain('/api/channels');
    expect(seen).not.toContain(CANARY);
    expect(await rows()).toContain('Hook');
    expect(await rows()).toContain('Ops');
    expect(await rows()).not.toContain(CANARY);
  });

  test('without SECRET_KEY keeps no secrets, and says how to set it', async () => {
    await start({ DATABASE_URL: database.url });
    const answer = await ask('POST', '/api/channels', SLACK);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        type: 'urn:klaxon:problem:conflict',
        detail: expect.stringMatching(/Set SECRET_KEY to the output of "openssl rand -base64 32"/),
      },
    });
    expect((await ask('GET', '/api/channels')).body).toMatchObject({ total: 0 });
  });

  test("lists the environment's channels, which have rules but cannot be edited", async () => {
    await start({
      DATABASE_URL: database.url,
      SLACK_TOKEN: `xoxb-${CANARY}`,
      SLACK_CHANNEL: '#env',
    });
    expect((await ask('GET', '/api/channels')).body).toMatchObject({
      channels: [{ id: 'env:slack', source: 'environment', secrets: {}, created_at: null }],
      total: 1,
    });
    expect((await ask('PATCH', '/api/channels/env:slack', { enabled: false })).status).toBe(409);
    expect((await ask('DELETE', '/api/channels/env:slack')).status).toBe(409);
    expect((await ask('DELETE', '/api/channels/env:email')).status).toBe(404);
    const rule = { name: 'Bad ones', channel_id: 'env:slack', severities: ['critical'] };
    const created = await ask('POST', '/api/notification-rules', rule);
    expect(created).toMatchObject({ status: 201, body: { ...rule, services: null } });
    const path = `/api/notification-rules/${created.body['id']}`;
    const edited = await ask('PATCH', path, { severities: null, kinds: ['resolved'] });
    expect(edited.body).toMatchObject({ severities: null, kinds: ['resolved'], name: 'Bad ones' });
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('GET', path)).status).toBe(404);
    expect(
      (await ask('POST', '/api/notification-rules', { ...rule, channel_id: 'env:email' })).status,
    ).toBe(400);
    await stop();
    expect(seen).not.toContain(CANARY);
  });

  test('shows a channel whose key is gone with what is wrong with it', async () => {
    await start({ DATABASE_URL: database.url, SECRET_KEY: `old:${KEY(1)}` });
    const { body } = await ask('POST', '/api/channels', SLACK);
    await stop();
    const env = { DATABASE_URL: database.url, SECRET_KEY: `new:${KEY(2)}` };
    const rotated = await runKlaxon('secrets rotate', env);
    expect(rotated.exitCode).toBe(1);
    expect(rotated.output).toMatch(/Nothing was changed\. Channel "Operations": .*"old"/);
    await start(env);
    const path = `/api/channels/${body['id']}`;
    expect((await ask('GET', path)).body).toMatchObject({
      secrets: {},
      fault: expect.stringContaining('"old"'),
    });
    expect((await ask('POST', `${path}/test`)).body).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('"old"'),
    });
    await ask('PATCH', path, { secrets: SLACK.secrets });
    expect((await ask('GET', path)).body).toMatchObject({ secrets: { token: 'set' }, fault: null });
    await stop();
    expect(seen).not.toContain(CANARY);
  });
});

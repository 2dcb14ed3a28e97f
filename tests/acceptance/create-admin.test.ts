import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type KlaxonProcess, runKlaxon, startKlaxon } from '../support/klaxon-process.ts';

const PASSWORD = 'four words are enough';
const SECRET_KEY = 'a passphrase that only this test knows';

let running: KlaxonProcess | null = null;

afterEach(async () => {
  await running?.end('SIGTERM');
  running = null;
});

function post(path: string, body: object): Promise<Response> {
  return fetch(`${running?.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** What is to be sent with a request of the session that an answer began. */
function cookieOf(answer: Response): { cookie: string } {
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

describe('create-admin, with a PostgreSQL of its own', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('lets the first admin in by a link that works once', async () => {
    const env = { DATA_DIR: folder, SIGN_IN: 'required' };
    const made = await runKlaxon('create-admin --email Ada@Example.org', {
      ...env,
      PUBLIC_URL: 'https://klaxon.example.org/',
    });
    expect(made).toMatchObject({ exitCode: 0 });
    const link = /https:\/\/klaxon\.example\.org\/welcome#token=([\w-]{43})$/m.exec(made.output);
    const token = link?.[1] ?? '';

    running = await startKlaxon(env);
    expect((await fetch(`${running.url}/api/users`)).status).toBe(401);
    expect(await (await post('/api/auth/invitations/check', { token })).json()).toMatchObject({
      email: 'ada@example.org',
      name: 'ada',
    });
    const acceptance = { token, password: PASSWORD, name: 'Ada' };
    const accepted = await post('/api/auth/invitations/accept', acceptance);
    expect(accepted.status).toBe(200);
    const users = await fetch(`${running.url}/api/users`, { headers: cookieOf(accepted) });
    expect(await users.json()).toMatchObject({
      users: [{ email: 'ada@example.org', name: 'Ada', role: 'admin', status: 'active' }],
      total: 1,
    });
    const again = await post('/api/auth/invitations/accept', acceptance);
    expect([again.status, await again.json()]).toMatchObject([
      400,
      { detail: expect.stringContaining('not good any more') },
    ]);
  });

  test('says what to do while Klaxon runs on it', async () => {
    running = await startKlaxon({ DATA_DIR: folder });
    const { exitCode, output } = await runKlaxon('create-admin --email ada@example.org', {
      DATA_DIR: folder,
    });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^Klaxon runs \(process \d+\)[^\n]* Stop it, run this again/);
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('links to this machine where nobody said what people call Klaxon', async () => {
    const { output } = await runKlaxon('create-admin --email ada@example.org', {
      DATA_DIR: folder,
      PORT: '8123',
    });
    expect(output).toMatch(/^ {2}http:\/\/localhost:8123\/welcome#token=[\w-]{43}$/m);
  });
});

describe('create-admin, on the database that DATABASE_URL names', () => {
  let database: TestDatabase;
  let env: Record<string, string>;

  beforeEach(async () => {
    database = await createTestDatabase();
    env = { DATABASE_URL: database.url, SECRET_KEY };
  });

  afterEach(async () => {
    await running?.end('SIGTERM');
    running = null;
    await database.drop();
  });

  test('takes a password from the standard input, while Klaxon runs too', async () => {
    const create = (email: string) =>
      runKlaxon(`create-admin --email ${email} --password-stdin`, env, `${PASSWORD}\n`);
    const first = await create('ada@example.org');
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.output).not.toContain('token');
    running = await startKlaxon(env, 'api');
    await create('bob@example.org');
    for (const email of ['ada@example.org', 'BOB@example.org']) {
      const answer = await post('/api/auth/sign-in', { email, password: PASSWORD });
      expect([email, answer.status]).toEqual([email, 200]);
    }
    const wrong = await post('/api/auth/sign-in', { email: 'bob@example.org', password: 'x' });
    expect(wrong.status).toBe(401);
  });

  test.each([
    ['create-admin', '', 2, 'Usage: klaxon create-admin'],
    ['create-admin --email', '', 2, 'Usage: klaxon create-admin'],
    ['create-admin --email a@example.org --role admin', '', 2, 'Usage: klaxon create-admin'],
    ['create-admin --email ada', '', 1, 'email: must be an e-mail address'],
    [
      'create-admin --email a@example.org --password-stdin',
      'a-canary',
      1,
      'password: must have 12 to 200 characters',
    ],
  ])('%s refuses what it cannot do', async (command, input, code, message) => {
    const { exitCode, output } = await runKlaxon(command, env, input);
    expect([exitCode, output]).toEqual([code, expect.stringContaining(message)]);
    expect(output).not.toMatch(/\n\s+at |canary/);
  });
});

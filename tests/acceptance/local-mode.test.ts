import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { hasNginx, type NginxProcess, startNginx } from '../support/nginx-process.ts';

const HOOK = '/api/webhooks/alertmanager';
const ALERT = {
  version: '4',
  status: 'firing',
  alerts: [{ status: 'firing', startsAt: '2026-11-26T12:00:00Z', labels: { alertname: 'Down' } }],
};

interface ApiDocument {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly security: readonly object[] }>>>
  >;
}

let database: TestDatabase;
let folder: string;
let server: KlaxonProcess;
let operations: readonly { readonly method: string; readonly path: string }[];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
  server = await start();
  const answer = await ask('GET', '/openapi.json', server.headers);
  const document: ApiDocument = JSON.parse(await answer.text());
  operations = [
    ...closedOperations(document),
    { method: 'GET', path: '/openapi.json' },
    { method: 'GET', path: '/docs/' },
    { method: 'GET', path: '/docs/static/swagger-ui.css' },
  ];
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const start = () =>
  startKlaxon({ DATABASE_URL: database.url, DATA_DIR: folder, RATE_LIMIT: '0', LOG_LEVEL: 'info' });

/** All that is not open to everybody, but for the place where alerts arrive. */
function closedOperations(document: ApiDocument) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { security }]) =>
      security.length === 0 || path.startsWith(HOOK)
        ? []
        : [{ method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, 'x') }],
    ),
  );
}

function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  origin = server.url,
): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
    ...(method !== 'GET' && { body: '{"title":"From a stranger"}' }),
  });
}

async function incidents() {
  const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
  return (await klaxon.GET('/api/incidents')).data?.incidents ?? [];
}

/** What a stranger may try to pass for who is let in. */
const guesses = (): readonly Record<string, string>[] => [
  {},
  { authorization: 'Bearer klt_AAAAAAAAAAAAAAAAAAAAAA' },
  { authorization: 'Bearer ' },
  { 'x-api-key': `kli_${'A'.repeat(43)}` },
  { cookie: `klaxon_local_${new URL(server.url).port}=klt_AAAAAAAAAAAAAAAAAAAAAA` },
  { cookie: 'klaxon_session=anything' },
];

/** Asks for all there is in the given way, and answers what was let in. */
async function letIn(send: (method: string, path: string) => Promise<number>) {
  const seen: string[] = [];
  for (const { method, path } of operations) {
    const status = await send(method, path);
    if (status !== 401 && status !== 403) seen.push(`${method} ${path}: ${status}`);
  }
  return seen;
}

describe('a program of the machine', () => {
  test('does nothing without the token but send alerts', async () => {
    expect(operations.length).toBeGreaterThan(60);
    for (const headers of guesses())
      expect(
        await letIn(async (method, path) => (await ask(method, path, headers)).status),
      ).toEqual([]);
    expect(await incidents()).toEqual([]);
    const sent = await fetch(`${server.url}${HOOK}`, {
      method: 'POST',
      body: JSON.stringify(ALERT),
    });
    expect([sent.status, await sent.json()]).toEqual([200, { status: 'ok' }]);
    expect(await incidents()).toMatchObject([{ title: expect.stringContaining('Down') }]);
  });

  test('does all with it', async () => {
    expect((await ask('POST', '/api/incidents', server.headers)).status).toBe(201);
    expect((await ask('GET', '/api/me', server.headers)).status).toBe(200);
  });

  test('does all with the cookie of its page, which other sites have no part in', async () => {
    const token = server.address.split('=')[1];
    const entered = await fetch(`${server.url}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const [line = ''] = entered.headers.getSetCookie();
    expect(line).toMatch(
      /^klaxon_local_\d+=klt_[\w-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const cookie = line.split(';')[0] ?? '';
    expect((await ask('GET', '/api/incidents', { cookie })).status).toBe(200);
    const change = (origin?: string) =>
      ask('POST', '/api/incidents', { cookie, ...(origin !== undefined && { origin }) });
    expect((await change(server.url)).status).toBe(201);
    for (const origin of [undefined, 'http://127.0.0.1:3000', 'null'])
      expect((await change(origin)).status).toBe(403);
    const wrong = await fetch(`${server.url}/api/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"token":"klt_AAAAAAAAAAAAAAAAAAAAAA"}',
    });
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([401, []]);
  });
});

test('the token is for its owner alone, outlasts a restart, and stands in no line of the log', async () => {
  const token = server.address.split('=')[1] ?? '';
  expect(statSync(join(folder, 'local-token')).mode & 0o777).toBe(0o600);
  await ask('GET', `/open?token=${token}`);
  await ask('GET', `/open/${token}`);
  const printed = server.output().split(server.address);
  expect(printed.length).toBeGreaterThan(1);
  expect(printed.join('')).not.toContain(token);
  await server.end('SIGTERM');
  server = await start();
  expect(server.address.split('=')[1]).toBe(token);
});

/** Speaks HTTP as it stands, and answers the status. */
async function raw(method: string, path: string, headers: readonly string[]): Promise<number> {
  const body = method === 'GET' ? '' : '{"title":"From a stranger"}';
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').setEncoding('utf8');
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...headers,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);
}

describe('a stranger behind a proxy of the machine does nothing', () => {
  const FORWARDED = [
    'X-Forwarded-For: 192.0.2.7',
    'X-Forwarded-Host: klaxon.example.org',
    'X-Forwarded-Proto: https',
  ];
  test.each([
    ['Caddy', ['Host: klaxon.example.org', 'Via: 1.1 Caddy', ...FORWARDED]],
    ['Caddy that was told to send the Host of what is behind it', ['Host: HERE', ...FORWARDED]],
    ['HAProxy, which adds nothing', ['host: klaxon.example.org']],
    ['HAProxy, asked for this machine’s name', ['host: HERE']],
    [
      'HAProxy, asked for localhost, as if from a page',
      ['host: localhost', 'origin: http://localhost'],
    ],
  ])('%s', async (_name, headers) => {
    const here = new URL(server.url).host;
    const sent = headers.map((header) => header.replace('HERE', here));
    const before = await incidents();
    expect(await letIn((method, path) => raw(method, path, sent))).toEqual([]);
    expect(await incidents()).toEqual(before);
  });

  const withNginx = hasNginx() ? describe : describe.skip;
  if (!hasNginx())
    console.warn('Skipped: there is no nginx here. On Debian: apt-get install nginx');

  withNginx('a real nginx', () => {
    let nginx: NginxProcess;
    let ports: readonly [old: number, current: number];

    beforeAll(async () => {
      ports = [await freePort(), await freePort()];
      const [old, current] = ports;
      const pass = `proxy_pass ${server.url};`;
      nginx = await startNginx(
        old,
        `server { listen 127.0.0.1:${old}; location / { ${pass} } }
         server { listen 127.0.0.1:${current}; location / {
           ${pass} proxy_http_version 1.1; proxy_set_header Connection ""; } }`,
      );
    });
    afterAll(() => nginx?.stop());

    test.each([
      ['that speaks HTTP/1.0 to what is behind it, as before 1.29.7', 0],
      ['that speaks HTTP/1.1 to what is behind it, as since', 1],
    ] as const)('%s', async (_manner, index) => {
      const origin = `http://127.0.0.1:${ports[index]}`;
      const before = await incidents();
      for (const headers of guesses())
        expect(
          await letIn(async (method, path) => (await ask(method, path, headers, origin)).status),
        ).toEqual([]);
      expect(await incidents()).toEqual(before);
    });

    test('of which the current one cannot be told from a program, so that the token counts', async () => {
      const [old, current] = ports.map((port) => `http://127.0.0.1:${port}`);
      expect((await ask('GET', '/api/me', server.headers, current)).status).toBe(200);
      expect((await ask('GET', '/api/me', server.headers, old)).status).toBe(403);
    });
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import { type SmtpDouble, smtpDouble } from '@klaxon/testing';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const capture = readFileSync(new URL('../captures/alertmanager/0.25-firing.json', import.meta.url));

let database: TestDatabase;
let proxy: TcpProxy;
let mailbox: SmtpDouble;
let server: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.url);
  proxy = await startTcpProxy({ port: Number(url.port) });
  url.port = String(proxy.port);
  mailbox = await smtpDouble();
  server = await startKlaxon({
    DATABASE_URL: url.href,
    EMAIL_SMTP_HOST: '127.0.0.1',
    EMAIL_SMTP_PORT: String(mailbox.port),
    EMAIL_FROM: 'klaxon@example.test',
    EMAIL_TO: 'oncall@example.test',
  });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await proxy?.close();
  await mailbox?.close();
  await database?.drop();
});

function post(): Promise<Response> {
  return fetch(`${server.url}/api/webhooks/alertmanager`, { method: 'POST', body: capture });
}

test('while the database is away Klaxon asks to be sent alerts again, and afterwards it tells of them', async () => {
  await proxy.cut();

  const refused = await post();
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect((await fetch(`${server.url}/ready`)).status).toBe(503);
  const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
  const list = await klaxon.GET('/api/incidents', { params: { query: {} } });
  expect(list.response.status).toBe(503);

  await proxy.mend();
  // What Alertmanager does with a 503.
  await eventually(async () => ((await post()).status === 200 ? true : null));
  const { data } = await klaxon.GET('/api/incidents', { params: { query: {} } });
  expect(data?.total).toBe(1);
  await eventually(() => (mailbox.mails.length > 0 ? true : null));
  await eventually(async () => ((await fetch(`${server.url}/ready`)).status === 200 ? true : null));
});

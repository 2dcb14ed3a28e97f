import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const CUTS = 16;
let database: TestDatabase;
let proxy: TcpProxy;
let server: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.url);
  proxy = await startTcpProxy({ port: Number(url.port) });
  url.port = String(proxy.port);
  server = await startKlaxon({ DATABASE_URL: url.href });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await proxy?.close();
  await database?.drop();
});

/** Answers the status. */
async function send(service: string): Promise<number> {
  const labels = { alertname: 'Down', service, severity: 'critical' };
  const startsAt = '2026-11-26T12:00:00Z';
  const { status } = await fetch(`${server.url}/api/webhooks/alertmanager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: '4', alerts: [{ status: 'firing', startsAt, labels }] }),
  });
  return status;
}

test('a database that goes in the middle of anything takes no process with it, and no alert', async () => {
  for (let cut = 0; cut < CUTS; cut += 1) {
    const sent = Array.from({ length: 8 }, (_, index) => send(`cut-${cut}-${index}`));
    // Each time at another moment: jobs are taken, worked on and handed back meanwhile.
    await sent[0];
    await delay(cut * 2);
    await proxy.cut();
    for (const status of await Promise.all(sent)) expect([200, 503]).toContain(status);
    await proxy.mend();
    for (let index = 0; index < 8; index += 1)
      await eventually(async () => ((await send(`cut-${cut}-${index}`)) === 200 ? true : null));
  }
  const answer = await fetch(`${server.url}/api/incidents?limit=1`, { headers: server.headers });
  expect(await answer.json()).toMatchObject({ total: CUTS * 8 });
});

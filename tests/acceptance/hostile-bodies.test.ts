import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { oneGroup } from '../bench/webhooks.ts';
import { probeDuring } from '../faults/health-probe.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';

const MIB = 1024 * 1024;
/** An eighth of it on a machine that has nothing else to do. */
const OTHERS_WAIT_AT_MOST_MS = 2_000;

let database: TestDatabase;
let server: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startKlaxon({ DATABASE_URL: database.url });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

async function send(body: string): Promise<number> {
  const url = `${server.url}/api/webhooks/alertmanager`;
  const { result, stalls } = await probeDuring(server.url, () =>
    fetch(url, { method: 'POST', body }),
  );
  await result.text();
  expect(stalls.asked).toBeGreaterThan(0);
  expect(stalls.longest).toBeLessThan(OTHERS_WAIT_AT_MOST_MS);
  return result.status;
}

async function list(path: string) {
  const text = await (await fetch(`${server.url}${path}`, { headers: server.headers })).text();
  return { text, total: Number(JSON.parse(text).total) };
}

const alert = (labels: string) =>
  `{"alerts":[{"status":"firing","startsAt":"2026-11-23T09:00:00Z","labels":{"alertname":"Hostile",${labels}}}]}`;
const zeros = (bytes: number) => `{"alerts":[${'0,'.repeat(bytes / 2)}0]}`;

describe('one notification', () => {
  test.each([
    ['of 4 MiB of zeros', () => zeros(4 * MIB), 200],
    ['of 60 MiB of zeros', () => zeros(60 * MIB), 200],
    ['that is nested thirty million times', () => `{"alerts":${'['.repeat(30_000_000)}`, 400],
    ['that is no JSON', () => 'x'.repeat(30 * MIB), 400],
  ])(
    '%s is kept in a few entries, and others are served meanwhile',
    async (_, make, status) => {
      const before = (await list('/api/rejected-alerts?limit=1')).total;
      expect(await send(make())).toBe(status);
      const { total, text } = await list('/api/rejected-alerts?limit=200');
      expect(total - before).toBeGreaterThan(0);
      expect(total - before).toBeLessThan(110);
      expect(text.length).toBeLessThan(4 * MIB);
    },
    60_000,
  );

  test.each([
    ['a label of 50 MiB', () => alert(`"big":"${'x'.repeat(50 * MIB)}"`)],
    [
      '200,000 labels',
      () => alert(Array.from({ length: 200_000 }, (__, index) => `"l${index}":"x"`).join()),
    ],
  ])(
    'with %s is an alert, and no list is long for it',
    async (_, make) => {
      const before = (await list('/api/alerts?limit=1')).total;
      expect(await send(make())).toBe(200);
      for (const path of ['/api/alerts', '/api/incidents']) {
        const { total, text } = await list(`${path}?limit=5`);
        expect(text.length).toBeLessThan(200_000);
        if (path === '/api/alerts') expect(total).toBe(before + 1);
      }
    },
    120_000,
  );

  test('of 50,000 real alerts is stored while others are served', async () => {
    const before = (await list('/api/alerts?limit=1')).total;
    expect(await send(oneGroup(50_000).body)).toBe(200);
    expect((await list('/api/alerts?limit=1')).total).toBe(before + 50_000);
  }, 120_000);
});

test('a connection that breaks at any moment is nothing to note', async () => {
  const { hostname, port } = new URL(server.url);
  const asked = [
    'GET /api/events HTTP/1.1\r\n',
    'GET /api/incidents HTTP/1.1\r\n',
    'POST /api/webhooks/alertmanager HTTP/1.1\r\ncontent-length: 1000\r\n',
    'POST /api/incidents HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n',
  ];
  for (let time = 0; time < 30; time += 1)
    await Promise.all(
      asked.map(
        (head) =>
          new Promise((resolve) => {
            const socket = connect(Number(port), hostname);
            socket.on('error', () => {}).on('close', resolve);
            socket.write(`${head}host: ${hostname}:${port}\r\n\r\n{"a`, () =>
              socket.resetAndDestroy(),
            );
          }),
      ),
    );
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect(server.output()).not.toContain('request failed');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { missingOf, sendMutatedBodies } from './send-mutated-bodies.ts';

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

test('of payloads changed at random no answer is a 500, every good alert is stored, the rest is kept', async () => {
  const { statuses, taken, partly, failures } = await sendMutatedBodies(server.url, {
    seed: 20_261_127,
    count: 2_000,
  });
  expect(failures).toEqual([]);
  expect(await missingOf(database.url, taken)).toEqual([]);
  expect(taken.length).toBeGreaterThan(900);
  const answer = await fetch(`${server.url}/api/rejected-alerts?limit=1`, {
    headers: server.headers,
  });
  const kept: unknown = await answer.json();
  const refused = statuses[400] ?? 0;
  expect(refused).toBeGreaterThan(100);
  expect(kept).toMatchObject({ total: expect.any(Number) });
  expect(Reflect.get(Object(kept), 'total')).toBeGreaterThanOrEqual(refused + partly);
  expect(server.output()).not.toContain('"level":50');
}, 120_000);

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createPool, databaseHealth, httpAlertmanagerClient } from '@klaxon/adapters';
import { SECOND } from '@klaxon/domain';
import { MovableClock } from '@klaxon/testing';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let pool: pg.Pool;
const storage = { trouble: () => null };
const CONNECTIONS = {
  maxConnections: 2,
  maxIdleConnections: 1,
  maxLifetimeSeconds: 300,
  statementTimeoutMs: 3_000,
  onIdleError: () => {},
};

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ ...CONNECTIONS, url: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('an Alertmanager that hangs', () => {
  let server: Server;
  let asked: (string | undefined)[];

  beforeEach(async () => {
    asked = [];
    server = createServer(({ url }) => void asked.push(url));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('is asked every 15 s at the most, and holds up no probe for longer than a second', async () => {
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new TypeError('no port was given');
    const urls = [new URL(`http://127.0.0.1:${address.port}`)];
    const clock = new MovableClock();
    const health = databaseHealth({
      pool,
      alertmanagers: httpAlertmanagerClient({ urls, timeoutMs: 10_000 }),
      storage,
      clock,
      failed: () => {},
    });
    const check = async () =>
      (await health.check()).filter(({ name, ok }) => !ok && name !== 'worker');
    const begun = performance.now();
    const [first, second] = await Promise.all([check(), check()]);
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(first).toEqual([expect.objectContaining({ name: 'alertmanager', required: false })]);
    expect(second).toEqual(first);
    clock.advance(15 * SECOND - 1);
    expect(await check()).toEqual(first);
    expect(asked).toEqual(['/api/v2/status']);
    clock.advance(1);
    expect(await check()).toEqual(first);
    expect(asked).toEqual(['/api/v2/status', '/api/v2/status']);
  });
});

test('the database is asked once a second at the most, however many ask', async () => {
  const clock = new MovableClock();
  const health = databaseHealth({ pool, alertmanagers: null, storage, clock, failed: () => {} });
  let queries = 0;
  pool.on('acquire', () => {
    queries += 1;
  });
  const answers = await Promise.all(Array.from({ length: 50 }, () => health.check()));
  expect(new Set(answers.flat().map(({ name, ok }) => `${name} ${ok}`))).toEqual(
    new Set([
      'database true',
      'migrations true',
      'work true',
      'worker false',
      'clock true',
      'storage true',
    ]),
  );
  expect(queries).toBe(2);
  clock.advance(SECOND);
  await health.check();
  expect(queries).toBe(4);
});

test('why the database does not answer is said once, until it has answered again', async () => {
  const clock = new MovableClock();
  const failures: unknown[] = [];
  const failed = (error: unknown) => failures.push(error);
  const away = createPool({ ...CONNECTIONS, url: 'postgresql://nobody@127.0.0.1:1/klaxon_test' });
  const health = databaseHealth({ pool: away, alertmanagers: null, storage, clock, failed });
  for (let n = 0; n < 3; n += 1) {
    expect(await health.check()).toContainEqual(
      expect.objectContaining({ name: 'database', ok: false }),
    );
    clock.advance(2 * SECOND);
  }
  await away.end();
  expect(failures).toEqual([expect.objectContaining({ code: 'ECONNREFUSED' })]);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createPool, pgIngestStore, systemClock, uuidIds } from '@klaxon/adapters';
import { type IngestAlerts, type IngestStore, makeIngestAlerts } from '@klaxon/application';
import { alertReport, incomingAlert, ingestPolicy } from '@klaxon/testing';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

let database: TestDatabase;
let pool: pg.Pool;
let store: IngestStore;
let ingest: IngestAlerts;

const POOL = {
  maxConnections: 1,
  maxIdleConnections: 1,
  maxLifetimeSeconds: 300,
  statementTimeoutMs: 30_000,
  pipeline: true,
  onIdleError: () => {},
};

beforeEach(async () => {
  database = await createTestDatabase();
  pool = createPool({ ...POOL, url: database.url });
  const planning = { clock: systemClock, ids: uuidIds, policy: ingestPolicy() };
  store = pgIngestStore(pool);
  ingest = makeIngestAlerts(store, planning);
  await pool.query(
    `ALTER TABLE alerts ADD CONSTRAINT refused CHECK (labels ->> 'instance' <> 'refused')`,
  );
});

afterEach(async () => {
  await pool.end();
  await database.drop();
});

function report(instances: readonly string[]) {
  const alerts = instances.map((instance) =>
    incomingAlert({ labels: { alertname: 'Down', service: 'checkout', instance } }),
  );
  return { report: alertReport(alerts), rejected: [] };
}

async function stored(): Promise<unknown> {
  const { rows } = await pool.query(`
    SELECT (SELECT count(*)::int FROM alerts) AS alerts, (SELECT count(*)::int FROM incidents) AS incidents,
      (SELECT count(*)::int FROM incident_events) AS events,
      (SELECT count(*)::int FROM jobs) AS jobs`);
  return rows[0];
}

test('what no answer comes for is given up before it could be stored', async () => {
  const proxy = await startTcpProxy({ port: Number(new URL(database.url).port) });
  const url = new URL(database.url);
  url.port = String(proxy.port);
  const away = createPool({ ...POOL, url: url.href });
  const planning = { clock: systemClock, ids: uuidIds, policy: ingestPolicy() };
  const ingestAway = makeIngestAlerts(pgIngestStore(away), planning);
  await ingestAway(report(['first']));
  proxy.hush();
  const start = performance.now();
  await expect(ingestAway(report(['second']))).rejects.toMatchObject({ kind: 'unavailable' });
  expect(performance.now() - start).toBeLessThan(15_000);
  await proxy.close();
  await ingest(report(['third']));
  expect(await stored()).toMatchObject({ alerts: 2 });
  await away.end();
}, 60_000);

const NOTHING = { alerts: 0, incidents: 0, events: 0, jobs: 0 };

describe('a payload that the database refuses', () => {
  const many = Array.from({ length: 12_000 }, (_, index) => `instance-${index}`);

  test.each([
    ['one alert', ['refused']],
    ['the first of many', ['refused', ...many]],
    ['one in the middle of many', [...many.slice(0, 7_000), 'refused', ...many.slice(7_000)]],
    ['the last of many', [...many, 'refused']],
  ])('for %s leaves nothing behind and says why', async (_which, instances) => {
    await expect(ingest(report(instances))).rejects.toMatchObject({
      code: '23514',
      constraint: 'refused',
    });
    expect(await stored()).toEqual(NOTHING);

    await ingest(report(['accepted']));
    expect(await stored()).toEqual({ alerts: 1, incidents: 1, events: 1, jobs: 1 });
  });
});

const PLAN_OF_NOTHING = {
  newAlerts: [],
  changedAlerts: [],
  newIncidents: [],
  changedIncidents: [],
  events: [],
  settleAt: null,
};

test('a transaction that PostgreSQL gave up is not taken for stored, whoever overlooked why', async () => {
  const torn = { id: 'no id', receivedAt: 0, source: '', path: '', reason: '', raw: '' };
  const overlooked = store.run(async (tx) => {
    await tx.save(PLAN_OF_NOTHING, [torn], [], []).catch(() => {});
  });
  await expect(overlooked).rejects.toMatchObject({ kind: 'unavailable' });
  await ingest(report(['accepted']));
  expect(await stored()).toEqual({ alerts: 1, incidents: 1, events: 1, jobs: 1 });
});

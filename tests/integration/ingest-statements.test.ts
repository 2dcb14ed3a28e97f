import { expect, jest, test } from '@jest/globals';
import { createPool, pgIngestStore, systemClock, uuidIds } from '@klaxon/adapters';
import { makeIngestAlerts } from '@klaxon/application';
import { alertReport, incomingAlert, ingestPolicy } from '@klaxon/testing';
import type pg from 'pg';
import { createTestDatabase } from '../support/database.ts';

/** Counts what each connection of a pool is asked. */
function countStatements(pool: pg.Pool): () => number {
  const asked: { readonly mock: { readonly calls: readonly unknown[] } }[] = [];
  pool.on('connect', (client) => asked.push(jest.spyOn(client, 'query')));
  return () => asked.reduce((count, { mock }) => count + mock.calls.length, 0);
}

test('a payload costs the same few statements with 1 alert and with 1,000', async () => {
  const database = await createTestDatabase();
  const pool = createPool({
    url: database.url,
    maxConnections: 2,
    maxIdleConnections: 0,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    pipeline: true,
    onIdleError: () => {},
  });
  try {
    const statements = countStatements(pool);
    const planning = { clock: systemClock, ids: uuidIds, policy: ingestPolicy() };
    const ingest = makeIngestAlerts(pgIngestStore(pool), planning);
    const cost = async (service: string, size: number) => {
      const alerts = Array.from({ length: size }, (_, index) =>
        incomingAlert({ labels: { alertname: 'Down', service, instance: `${service}-${index}` } }),
      );
      const before = statements();
      await ingest({ report: alertReport(alerts), rejected: [] });
      return statements() - before;
    };

    const one = await cost('a', 1);
    const thousand = await cost('b', 1_000);
    const again = await cost('b', 1_000);

    expect(thousand).toBe(one);
    expect(one).toBeLessThanOrEqual(8);
    // Begin with its lock, two reads, commit: nothing is written for what is known.
    expect(again).toBe(4);
  } finally {
    await pool.end();
    await database.drop();
  }
});

import { expect, test } from '@jest/globals';
import {
  createPool,
  migrateDeploy,
  migrateDown,
  migrationsFolder,
  pgIngestStore,
  systemClock,
  uuidIds,
} from '@klaxon/adapters';
import { makeIngestAlerts } from '@klaxon/application';
import { alertReport, incomingAlert, ingestPolicy, resolvedAlert } from '@klaxon/testing';
import { createEmptyDatabase, execute } from '../support/database.ts';

/** The last migration of version 0.1. */
const LAST_OF_0_1 = '20261126000000_channel_errors';
const INCIDENT = '00000000-0000-7000-8000-000000000001';

test('a database of version 0.1 is upgraded with its alerts in it, which then go on as any other', async () => {
  const { fingerprint } = incomingAlert();
  const database = await createEmptyDatabase();
  const pool = createPool({
    url: database.url,
    maxConnections: 2,
    maxIdleConnections: 1,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
    pipeline: true,
  });
  try {
    const applied = await migrateDeploy(database.url, migrationsFolder);
    const since = applied.filter((name) => name > LAST_OF_0_1).length;
    await migrateDown(database.url, migrationsFolder, since);
    await execute(
      database.url,
      `INSERT INTO incidents (id, title, status, labels, group_key, group_key_hash, created_at) VALUES
         ('${INCIDENT}', 'Latency is high', 'open', '{"service":"api"}', 'service=api', sha256('service=api'), now() - interval '2 hours');
       INSERT INTO alerts (fingerprint, status, starts_at, incident_id, labels, annotations, status_changed_at) VALUES
         ('${fingerprint}', 'firing', now() - interval '2 hours', '${INCIDENT}', '{"service":"api"}',
          '{"summary":"of version 0.1"}', now() - interval '2 hours')`,
    );

    await migrateDeploy(database.url, migrationsFolder);
    const planning = { clock: systemClock, ids: uuidIds, policy: ingestPolicy({ flapWindow: 0 }) };
    const ingest = makeIngestAlerts(pgIngestStore(pool), planning);
    const now = systemClock.now();
    const ended = resolvedAlert(incomingAlert({ startsAt: now - 7_000_000 }), now - 1_000);
    await ingest({ report: alertReport([ended]), rejected: [] });
    const again = incomingAlert({ startsAt: now + 60_000, annotations: { summary: 'of now' } });
    await ingest({ report: alertReport([again]), rejected: [] });

    const { rows } = await pool.query(
      `SELECT a.source, a.latest, a.status, a.incident_id = '${INCIDENT}' AS of_before
       FROM alerts a ORDER BY a.latest`,
    );
    const source = 'alertmanager';
    expect(rows).toEqual([
      { source, latest: false, status: 'resolved', of_before: true },
      { source, latest: true, status: 'firing', of_before: false },
    ]);
  } finally {
    await pool.end();
    await database.drop();
  }
});

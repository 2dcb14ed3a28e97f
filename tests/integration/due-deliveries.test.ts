import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPool, pgDueDeliveries } from '@klaxon/adapters';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const CHANNELS = 200;
const WAITING = 20;

let database: TestDatabase;
let pool: ReturnType<typeof createPool>;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({
    url: database.url,
    // A single one, so that the rows it reads can be counted.
    maxConnections: 1,
    maxIdleConnections: 1,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Deliveries to each of so many channels. */
async function deliver(rounds: number, channels: number, status: 'sent' | 'queued') {
  await pool.query(
    `WITH incident AS (
      INSERT INTO incidents (title) SELECT 'An incident' FROM generate_series(1, $1) RETURNING id
    ), event AS (
      INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at)
      SELECT gen_random_uuid(), id, 1, 'opened', 'system', 'It fires.', now() FROM incident RETURNING id, incident_id
    )
    INSERT INTO notification_deliveries (id, event_id, incident_id, version, channel_id, kind, next_attempt_at,
      reason, created_at, status, settled_at)
    SELECT gen_random_uuid(), event.id, event.incident_id, 1, 'channel-' || n, 'created', now(), 'It hears all.', now(), $3::text,
      CASE WHEN $3::text = 'sent' THEN now() END
    FROM event, generate_series(1, $2) n`,
    [rounds, channels, status],
  );
}

test('a look at what is due reads some rows a channel, even while the statistics are those of a calm hour', async () => {
  await deliver(60, 1, 'sent');
  await pool.query('VACUUM ANALYZE notification_deliveries');
  await deliver(WAITING, CHANNELS, 'queued');

  await pool.query('BEGIN');
  const due = await pgDueDeliveries(pool).due({ room: new Map(), perChannel: 1, except: [] });
  const { rows } = await pool.query<{ read: number }>(`
    SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables
    WHERE relname = 'notification_deliveries'`);
  await pool.query('COMMIT');

  expect(due).toHaveLength(CHANNELS);
  expect(rows[0]?.read).toBeLessThan(CHANNELS * 5);
});

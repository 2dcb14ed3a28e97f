import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPool, createPrisma, prismaStatusQueries } from '@klaxon/adapters';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const CHANNELS = ['slack', 'email'];
const TABLES = ['alerts', 'incident_events', 'notification_deliveries', 'rejected_alerts'];

let database: TestDatabase;
let pool: pg.Pool;
let prisma: ReturnType<typeof createPrisma>;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({
    url: database.url,
    // All on one connection, so that its statistics are all there are.
    maxConnections: 1,
    maxIdleConnections: 1,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  });
  prisma = createPrisma(pool);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
  await database.drop();
});

/** None of the messages was sent and no incident acknowledged: there is no early end to a search. */
const MANY = [
  `INSERT INTO incidents (id, title) VALUES ('00000000-0000-7000-8000-000000000001', 'Disk full')`,
  `INSERT INTO alerts (fingerprint, status, starts_at, created_at)
   SELECT 'f' || n, 'firing', now(), now() - n * interval '1 s' FROM generate_series(1, 20000) n`,
  `INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at)
   SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000001', n, 'note_added', 'system', 'a test', now()
   FROM generate_series(1, 20000) n`,
  `INSERT INTO notification_deliveries
     (id, event_id, incident_id, version, channel_id, kind, status, next_attempt_at, reason, created_at, settled_at)
   SELECT gen_random_uuid(), e.id, e.incident_id, e.version, c.id, 'created', 'superseded', now(), 'a test',
     now() - e.version * interval '1 s', now()
   FROM incident_events e, unnest(ARRAY['slack', 'email']) AS c (id)`,
  `INSERT INTO rejected_alerts (id, received_at, source, path, reason, raw)
   SELECT gen_random_uuid(), now() - n * interval '1 s', 'alertmanager', '', 'a test', '{}'
   FROM generate_series(1, 20000) n`,
  `ANALYZE ${TABLES.join(', ')}`,
];

test('it costs the same however many rows there are', async () => {
  for (const statement of MANY) await pool.query(statement);
  const touched = async () => {
    await pool.query('SELECT pg_stat_force_next_flush()');
    const { rows } = await pool.query<{ rows: number }>(
      `SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS rows FROM pg_stat_user_tables
       WHERE relname = ANY($1)`,
      [TABLES],
    );
    return rows[0]?.rows ?? 0;
  };
  const before = await touched();
  const recorded = await prismaStatusQueries(prisma).recorded(CHANNELS, Date.now() - 86_400_000);
  expect(recorded).toMatchObject({
    failing: [],
    rejected: { count: 1_001 },
    firsts: { message_sent: null, incident_acknowledged: null, incident_resolved: null },
  });
  // Of each channel the last hundred messages, and of the rejected alerts a thousand.
  expect((await touched()) - before).toBeLessThan(1_500);
});

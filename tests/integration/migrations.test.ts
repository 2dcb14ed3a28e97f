import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  MigrationError,
  migrateDeploy,
  migrateDown,
  migrateStatus,
  migrationsFolder,
  prepareDatabase,
  schemaDrift,
} from '@klaxon/adapters';
import pg from 'pg';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';

const AUDITED = `INSERT INTO audit_entries (id, at, actor_kind, actor_name, action, target_kind, target_name)
  VALUES (gen_random_uuid(), now(), 'user', 'Ada', 'team.created', 'team', 'Payments')`;
const schemaPath = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));
const migrations = readdirSync(migrationsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** One row for each table, in an order that foreign keys allow. */
const rowOfEveryTable: Readonly<Record<string, string>> = {
  incidents: `INSERT INTO incidents (id, title, labels, group_key, group_key_hash) VALUES
    ('00000000-0000-7000-8000-000000000001', 'Disk full', '{"service":"db"}', 'db', sha256('db'))`,
  // The roll-up of the incident, which wrote it itself; this one stands for another.
  incident_metrics: `INSERT INTO incident_metrics
    (day, service_hash, severity, status, total, acked, ack_seconds, resolved, resolve_seconds) VALUES
    ('2026-11-23', '', 'low', 'open', 1, 0, 0, 0, 0)`,
  alerts: `INSERT INTO alerts (fingerprint, status, starts_at, incident_id) VALUES
    ('f1', 'firing', now(), '00000000-0000-7000-8000-000000000001')`,
  incident_events: `INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at) VALUES
    (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 1, 'opened', 'system', 'a test', now())`,
  rejected_alerts: `INSERT INTO rejected_alerts (id, received_at, source, path, reason, raw) VALUES
    (gen_random_uuid(), now(), 'alertmanager', 'alerts/0', 'no startsAt', '{}')`,
  notification_channels: `INSERT INTO notification_channels (name, type) VALUES ('Operations', 'slack')`,
  notification_rules: `INSERT INTO notification_rules (id, name, channel_id, created_at, updated_at)
    VALUES (gen_random_uuid(), 'Critical', 'env:slack', now(), now())`,
  notification_deliveries: `INSERT INTO notification_deliveries
    (id, event_id, incident_id, version, channel_id, kind, next_attempt_at, reason, created_at)
    SELECT gen_random_uuid(), id, incident_id, version, 'env:slack', 'created', now(), 'a test', now()
    FROM incident_events`,
  users: `INSERT INTO users (id, email, name, role, created_at, updated_at) VALUES
    ('00000000-0000-7000-8000-000000000002', 'ada@example.org', 'Ada', 'admin', now(), now())`,
  teams: `INSERT INTO teams (id, name, created_at, updated_at) VALUES
    ('00000000-0000-7000-8000-000000000003', 'Payments', now(), now())`,
  team_members: `INSERT INTO team_members (team_id, user_id) SELECT teams.id, users.id FROM teams, users`,
  services: `INSERT INTO services (id, name, team_id, created_at, updated_at)
    SELECT gen_random_uuid(), 'checkout', id, now(), now() FROM teams`,
  sessions: `INSERT INTO sessions (id, user_id, kind, token_hash, created_at, last_seen_at, expires_at)
    SELECT gen_random_uuid(), id, 'browser', 'h', now(), now(), now() FROM users`,
  invitations: `INSERT INTO invitations (id, user_id, token_hash, created_at, expires_at)
    SELECT gen_random_uuid(), id, 'h', now(), now() FROM users`,
  known_places: `INSERT INTO known_places (user_id, place, last_seen_at) SELECT id, 'h', now() FROM users`,
  signing_keys: `INSERT INTO signing_keys (kid, public_jwk, private_key, key_id, created_at, retires_at)
    VALUES ('k1', '{}', 's', '2026', now(), now())`,
  api_keys: `INSERT INTO api_keys (id, name, prefix, secret_hash, scopes, team_id, created_by_id, created_at)
    SELECT gen_random_uuid(), 'CI', 'klx_12345678', 'h', '{}', teams.id, users.id, now() FROM teams, users`,
  integrations: `INSERT INTO integrations (id, name, team_id, created_at, updated_at)
    SELECT '00000000-0000-7000-8000-000000000004', 'Prometheus', id, now(), now() FROM teams`,
  integration_keys: `INSERT INTO integration_keys (id, integration_id, prefix, secret_hash, created_at)
    SELECT gen_random_uuid(), id, 'kli_12345678', 'h', now() FROM integrations`,
  audit_entries: `INSERT INTO audit_entries
    (id, at, actor_kind, actor_name, action, target_kind, target_name) VALUES
    (gen_random_uuid(), now(), 'system', 'Klaxon', 'secrets.rotated', 'secrets', '')`,
  sign_in_limits: `INSERT INTO sign_in_limits (key) VALUES ('k')`,
  jobs: `INSERT INTO jobs (name) VALUES ('settle_alerts')`,
  processes: `INSERT INTO processes (id, role, host, pid) VALUES (gen_random_uuid(), 'worker', 'here', 1)`,
};

async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function names(client: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql);
  return rows.map((row) => row.name);
}

const tables = `SELECT tablename AS name FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`;

describe('the migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createEmptyDatabase();
  });
  afterEach(() => database.drop());

  test('build the very database that schema.prisma describes', async () => {
    await prepareDatabase(database.url);
    expect(await schemaDrift(database.url, schemaPath)).toBe('');
  });

  test('a difference between schema.prisma and the database is seen', async () => {
    await prepareDatabase(database.url);
    await withDatabase(database.url, (client) =>
      client.query('ALTER TABLE alerts DROP COLUMN generator_url'),
    );
    expect(await schemaDrift(database.url, schemaPath)).toContain('generator_url');
  });

  test('go up, down and up again over rows in every table', async () => {
    await migrateDeploy(database.url, migrationsFolder);
    await withDatabase(database.url, async (client) => {
      expect(await names(client, tables)).toEqual(Object.keys(rowOfEveryTable).sort());
    });
    for (let steps = 1; steps <= migrations.length; steps += 1) {
      await withDatabase(database.url, async (client) => {
        for (const [table, insert] of Object.entries(rowOfEveryTable)) {
          const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`);
          if (rowCount === 0) await client.query(insert);
        }
      });
      expect(await migrateDown(database.url, migrationsFolder, steps)).toEqual(
        migrations.slice(-steps).reverse(),
      );
      expect(await migrateDeploy(database.url, migrationsFolder)).toEqual(migrations.slice(-steps));
    }
    expect(await schemaDrift(database.url, schemaPath)).toBe('');
  });

  test('know of passwords and links whether a key had a hand in them', async () => {
    await migrateDeploy(database.url, migrationsFolder);
    const steps = migrations.length - migrations.indexOf('20261127002000_ways_in');
    await migrateDown(database.url, migrationsFolder, steps);
    const invited = (name: string, number: number, kind: string) => `
      INSERT INTO users (id, email, name, role, password_hash, created_at, updated_at) VALUES
        ('00000000-0000-7000-8000-00000000000${number}', '${name}', '${name}', 'viewer', 'h', now(), now());
      INSERT INTO invitations (id, user_id, token_hash, created_at, expires_at) VALUES
        (gen_random_uuid(), '00000000-0000-7000-8000-00000000000${number}', '${name}', now(), now());
      INSERT INTO audit_entries (id, at, actor_kind, actor_name, action, target_kind, target_id, target_name) VALUES
        (gen_random_uuid(), now(), '${kind}', 'x', 'user.invited', 'user',
          '00000000-0000-7000-8000-00000000000${number}', '${name}')`;
    await withDatabase(database.url, async (client) => {
      await client.query(invited('by-key', 1, 'api-key'));
      await client.query(invited('by-admin', 2, 'user'));
    });
    await migrateDeploy(database.url, migrationsFolder);
    await withDatabase(database.url, async (client) => {
      const { rows } = await client.query(
        `SELECT name, password_by_key, by_key FROM users JOIN invitations ON user_id = users.id ORDER BY name`,
      );
      expect(rows).toEqual([
        { name: 'by-admin', password_by_key: false, by_key: false },
        { name: 'by-key', password_by_key: true, by_key: true },
      ]);
    });
  });

  test('leave nothing behind when all are taken back', async () => {
    await migrateDeploy(database.url, migrationsFolder);
    await migrateDown(database.url, migrationsFolder, migrations.length);
    await withDatabase(database.url, async (client) => {
      const left = `SELECT relname AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE '\\_prisma\\_migrations%'
        UNION SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION SELECT typname FROM pg_type
          WHERE typnamespace = 'public'::regnamespace AND typname NOT LIKE '%prisma\\_migrations'`;
      expect(await names(client, left)).toEqual([]);
    });
  });

  test('replicas that start together do not collide', async () => {
    const four = [1, 2, 3, 4].map(() => prepareDatabase(database.url));
    expect((await Promise.all(four)).flat()).toEqual(migrations);
  });

  test('a status that was only asked for changes nothing', async () => {
    expect(await migrateStatus(database.url, migrationsFolder)).toEqual({
      applied: [],
      pending: migrations,
      failed: [],
      edited: [],
      missing: [],
    });
    await withDatabase(database.url, async (client) => {
      expect(await names(client, tables)).toEqual([]);
    });
  });
});

describe('a history that went wrong', () => {
  const broken = '29990101000000_broken';
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'klaxon-migrations-'));
    cpSync(migrationsFolder, folder, { recursive: true });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  function addBroken(sql: string): void {
    mkdirSync(join(folder, broken), { recursive: true });
    writeFileSync(join(folder, broken, 'migration.sql'), sql);
  }

  async function deployError(): Promise<MigrationError> {
    const error: unknown = await migrateDeploy(database.url, folder).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof MigrationError)) throw new Error(`no MigrationError but ${error}`);
    return error;
  }

  test('an edited migration is named and stops the start', async () => {
    appendFileSync(join(folder, migrations[0] ?? '', 'migration.sql'), '\nSELECT 1;\n');
    expect((await deployError()).message).toContain(
      `${migrations[0]} was changed after it was applied`,
    );
  });

  test('a migration of a newer Klaxon is named and stops the start', async () => {
    rmSync(join(folder, migrations.at(-1) ?? ''), { recursive: true });
    expect((await deployError()).message).toContain(
      `${migrations.at(-1)} was applied, but is not in`,
    );
  });

  test('a migration that fails says why and leaves nothing behind', async () => {
    addBroken('CREATE TABLE half (id int); SELECT 1 / 0;');
    const { message } = await deployError();
    expect(message).toContain(broken);
    expect(message).toContain('division by zero');
    await withDatabase(database.url, async (client) => {
      expect(await names(client, tables)).not.toContain('half');
    });
  });

  test('a migration that failed stops every later start until it is taken back', async () => {
    addBroken('SELECT 1 / 0;');
    await deployError();
    addBroken('SELECT 1;');
    expect((await deployError()).message).toContain(`${broken} failed before`);
    expect((await migrateStatus(database.url, folder)).failed).toEqual([broken]);

    expect(await migrateDown(database.url, folder, 1)).toEqual([broken]);
    expect(await migrateDeploy(database.url, folder)).toEqual([broken]);
  });

  test('a migration without a down.sql is not taken back', async () => {
    addBroken('CREATE TABLE whole (id int);');
    await migrateDeploy(database.url, folder);
    await expect(migrateDown(database.url, folder, 1)).rejects.toThrow(
      `${broken} cannot be taken back`,
    );
  });

  test('a down.sql that fails changes nothing', async () => {
    addBroken('CREATE TABLE whole (id int);');
    writeFileSync(join(folder, broken, 'down.sql'), 'DROP TABLE whole; SELECT 1 / 0;');
    await migrateDeploy(database.url, folder);
    await expect(migrateDown(database.url, folder, 1)).rejects.toThrow('division by zero');
    expect((await migrateStatus(database.url, folder)).applied).toContain(broken);
    await withDatabase(database.url, async (client) => {
      expect(await names(client, tables)).toContain('whole');
    });
  });
});

describe('the database refuses', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(async () => {
    await client.query('BEGIN');
    for (const insert of Object.values(rowOfEveryTable)) await client.query(insert);
  });
  afterEach(() => client.query('ROLLBACK'));

  const set = (columns: string) => `UPDATE incidents SET ${columns}`;
  const incident = (columns: string, values: string) =>
    `INSERT INTO incidents (title, ${columns}) VALUES ('x', ${values})`;
  const alert = (columns: string, values: string) =>
    `INSERT INTO alerts (status, starts_at, ${columns}) VALUES ('firing', now(), ${values})`;

  const event = (version: string, actor: string) =>
    `INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at)
       SELECT gen_random_uuid(), id, ${version}, 'opened', '${actor}', 'x', now() FROM incidents`;

  const channel = (columns: string, values: string) =>
    `INSERT INTO notification_channels (${columns}) VALUES (${values})`;
  const sent = (columns: string) => `UPDATE notification_deliveries SET ${columns}`;

  test.each([
    ['a channel of an unknown type', channel('name, type', `'x', 'pager'`), 'channels_type_check'],
    ['a second channel of a name', channel('name, type', `'Operations', 'email'`), 'name_unique'],
    [
      'secrets without the key that opens them',
      channel('name, type, secrets', `'x', 'slack', '\\x00'`),
      'channels_secrets_check',
    ],
    [
      'a second delivery of an event to a channel',
      rowOfEveryTable['notification_deliveries'] ?? '',
      'notification_deliveries_event_channel_unique',
    ],
    [
      'an unknown status of a delivery',
      sent(`status = 'lost', settled_at = now()`),
      'status_check',
    ],
    ['a sent delivery without a time', sent(`status = 'sent'`), 'deliveries_settled_check'],
    ['a queued delivery that is settled', sent('settled_at = now()'), 'deliveries_settled_check'],
    ['a claim by nobody', sent('claimed_at = now()'), 'deliveries_claim_check'],
    [
      'a bundle that is not there',
      sent('bundled_into_id = gen_random_uuid()'),
      'deliveries_bundled_into_id_fkey',
    ],
    [
      'an incident without a title',
      `INSERT INTO incidents DEFAULT VALUES`,
      'null value in column "title"',
    ],
    ['a title of more than 500 characters', set(`title = repeat('x', 501)`), 'too long'],
    ['an unknown incident status', set(`status = 'closed'`), 'enum incident_status'],
    ['an unknown severity', set(`severity = 'urgent'`), 'enum incident_severity'],
    ['an open incident that was acknowledged', set('acked_at = now()'), 'incidents_ack_sequence'],
    [
      'an acknowledged incident without a time',
      set(`status = 'acknowledged'`),
      'incidents_ack_sequence',
    ],
    [
      'a resolved incident that was never acknowledged',
      set(`status = 'resolved', resolution = 'person', resolved_at = now()`),
      'incidents_ack_sequence',
    ],
    [
      'an acknowledged incident with a time of resolution',
      set(`status = 'acknowledged', acked_at = now(), resolved_at = now()`),
      'incidents_ack_sequence',
    ],
    [
      'an update before the creation',
      set(`updated_at = created_at - interval '1 s'`),
      'incidents_timestamps_check',
    ],
    [
      'an acknowledgement before the creation',
      set(`status = 'acknowledged', acked_at = created_at - interval '1 s'`),
      'incidents_timestamps_check',
    ],
    [
      'a resolution before the acknowledgement',
      set(
        `status = 'resolved', resolution = 'person', acked_at = now(), resolved_at = now() - interval '1 s'`,
      ),
      'incidents_timestamps_check',
    ],
    [
      'a resolved incident without the way it was resolved',
      set(`status = 'resolved', acked_at = now(), resolved_at = now()`),
      'incidents_resolution_check',
    ],
    [
      'an unknown way to be resolved',
      set(`status = 'resolved', acked_at = now(), resolved_at = now(), resolution = 'magic'`),
      'incidents_resolution_check',
    ],
    [
      'an unresolved incident that is said to be resolved',
      set(`resolution = 'person'`),
      'incidents_resolution_check',
    ],
    ['a group key without its hash', set('group_key_hash = NULL'), 'incidents_group_key_check'],
    [
      'a merge into another without the resolution for it',
      set('merged_into_id = id'),
      'incidents_merged_check',
    ],
    [
      'a merge into an incident that is not there',
      set(
        `status = 'resolved', acked_at = now(), resolved_at = now(), resolution = 'merged', merged_into_id = gen_random_uuid()`,
      ),
      'incidents_merged_into_id_fkey',
    ],
    [
      'a number that another incident has',
      incident('number', '(SELECT number FROM incidents)'),
      'incidents_number_unique',
    ],
    [
      'a second unresolved incident of a group',
      incident('group_key, group_key_hash', `'db', sha256('db')`),
      'incidents_unresolved_group_unique',
    ],
    ['a second alert with a fingerprint', alert('fingerprint', `'f1'`), 'alerts_latest_unique'],
    [
      'an alert without a fingerprint',
      alert('labels', `'{}'`),
      'null value in column "fingerprint"',
    ],
    [
      'an alert that ends before it starts',
      alert('fingerprint, ends_at', `'f2', now() - interval '1 s'`),
      'alerts_timestamps_check',
    ],
    ['an unknown alert status', `UPDATE alerts SET status = 'pending'`, 'alerts_status_check'],
    [
      'a firing alert that waits for its confirmation',
      'UPDATE alerts SET unconfirmed_since = now()',
      'alerts_unconfirmed_check',
    ],
    [
      'an alert of an incident that is not there',
      'UPDATE alerts SET incident_id = gen_random_uuid()',
      'alerts_incident_id_fkey',
    ],
    ['an event of an unknown kind of actor', event('2', 'ghost'), 'incident_events_actor_check'],
    ['two events for one version', event('1', 'system'), 'incident_events_version_unique'],
    [
      'an event that is changed',
      `UPDATE incident_events SET reason = 'other'`,
      'incident_events is append-only',
    ],
    ['an event that is deleted', 'DELETE FROM incident_events', 'incident_events is append-only'],
    ['all events cleared', 'TRUNCATE incident_events CASCADE', 'incident_events is append-only'],
    [
      'an entry of the audit log that is changed',
      `${AUDITED}; UPDATE audit_entries SET actor_name = 'somebody else'`,
      'audit_entries is append-only',
    ],
    [
      'an entry of the audit log that is deleted',
      `${AUDITED}; DELETE FROM audit_entries`,
      'audit_entries is append-only',
    ],
    ['the audit log cleared', 'TRUNCATE audit_entries', 'audit_entries is append-only'],
    [
      'an incident deleted from under its events',
      'DELETE FROM incidents',
      'incident_events_incident_id_fkey',
    ],
  ])('%s', async (_case, sql, reason) => {
    await expect(client.query(sql)).rejects.toThrow(reason);
  });

  test('no new incident of a group whose last one is resolved', async () => {
    await client.query(
      set(`status = 'resolved', acked_at = now(), resolved_at = now(), resolution = 'alerts'`),
    );
    await client.query(incident('group_key, group_key_hash', `'db', sha256('db')`));
    const { rowCount } = await client.query('SELECT FROM incidents');
    expect(rowCount).toBe(2);
  });

  test('nothing to an alert whose incident goes: it stays, without one', async () => {
    await client.query(incident('id', `'00000000-0000-7000-8000-000000000002'`));
    await client.query(
      alert('fingerprint, incident_id', `'f2', '00000000-0000-7000-8000-000000000002'`),
    );
    await client.query(`DELETE FROM incidents WHERE id = '00000000-0000-7000-8000-000000000002'`);
    const { rows } = await client.query(`SELECT incident_id FROM alerts WHERE fingerprint = 'f2'`);
    expect(rows).toEqual([{ incident_id: null }]);
  });
});

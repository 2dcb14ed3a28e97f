import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createPool, pgIngestStore, systemClock, uuidIds } from '@klaxon/adapters';
import { makeIngestAlerts } from '@klaxon/application';
import { alertReport, incomingAlert, ingestPolicy } from '@klaxon/testing';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

const TEAM = '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11';

let database: TestDatabase;
let pool: pg.Pool;
let statements: () => number;
let ingest: (services: readonly string[], teamId?: string) => Promise<void>;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = createPool({
    url: database.url,
    maxConnections: 3,
    maxIdleConnections: 0,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    pipeline: true,
    onIdleError: () => {},
  });
  const asked: { readonly mock: { readonly calls: readonly unknown[] } }[] = [];
  pool.on('connect', (client) => asked.push(jest.spyOn(client, 'query')));
  statements = () => asked.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  await pool.query('INSERT INTO teams VALUES ($1, $2, now(), now())', [TEAM, 'Shop']);
  const planning = { clock: systemClock, ids: uuidIds, policy: ingestPolicy() };
  const take = makeIngestAlerts(pgIngestStore(pool), planning);
  ingest = (services, teamId) => {
    const alerts = services.map((service) => incomingAlert({ labels: { service } }));
    const ofTeam = teamId === undefined ? {} : { teamId };
    return take({ report: alertReport(alerts, ofTeam), rejected: [] });
  };
});

afterEach(async () => {
  await pool.end();
  await database.drop();
});

async function count(table: 'services' | 'incidents'): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
  return rows[0]?.count ?? 0;
}

describe('services of an integration with a team', () => {
  test('cost two statements, for one and for a thousand, and one once they are known', async () => {
    const cost = async (services: readonly string[], teamId?: string) => {
      const before = statements();
      await ingest(services, teamId);
      return statements() - before;
    };
    const many = Array.from({ length: 1_000 }, (_, index) => `service-${index}`);
    const withoutTeam = await cost(['search']);
    // Whose they are, and that they are the team's.
    expect(await cost(['checkout'], TEAM)).toBe(withoutTeam + 2);
    expect(await cost(many, TEAM)).toBe(withoutTeam + 2);
    // Begin with its lock, three reads, commit.
    expect(await cost(many, TEAM)).toBe(5);
    expect(await count('services')).toBe(1_001);
  });

  test('lose no alert while their team is being deleted', async () => {
    const deleting = await pool.connect();
    try {
      await deleting.query('BEGIN');
      await deleting.query('DELETE FROM teams WHERE id = $1', [TEAM]);
      const taken = ingest(['checkout'], TEAM);
      await eventually(async () => {
        const { rows } = await pool.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return rows.length > 0 || null;
      });
      await deleting.query('COMMIT');
      await taken;
    } finally {
      deleting.release();
    }
    expect([await count('incidents'), await count('services')]).toEqual([1, 0]);
  });
});

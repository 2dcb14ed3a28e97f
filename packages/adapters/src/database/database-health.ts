import {
  type AlertmanagerClient,
  type Clock,
  type Health,
  type HealthCheck,
  rememberedFor,
} from '@klaxon/application';
import { DomainError, SECOND } from '@klaxon/domain';
import type pg from 'pg';

/** A due job that nobody took for this long means that pages do not go out. */
const JOB_TOO_OLD_SECONDS = 60;

/** Anybody may ask, as often as they like. */
const DATABASE_FRESH_FOR = SECOND;
const ALERTMANAGER_FRESH_FOR = 15 * SECOND;

const OLDEST_DUE_JOB = `
  SELECT coalesce(extract(epoch FROM now() - min(run_at)), 0)::float8 AS age, min(run_at) AS since FROM graphile_worker._private_jobs
  WHERE is_available AND run_at <= now() AND attempts < max_attempts`;

const UNFINISHED_MIGRATIONS = `
  SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/**
 * The database and migrations decide whether this process can serve; the queue's age is
 * reported, but to take alerts in Klaxon needs no worker. Alertmanager is only reported: Klaxon must take alerts without it.
 */
export function databaseHealth(
  pool: pg.Pool,
  alertmanagers: AlertmanagerClient | null,
  clock: Clock,
): Health {
  const checkDatabase = rememberedFor(DATABASE_FRESH_FOR, () => databaseChecks(pool), clock);
  const checkAlertmanagers = rememberedFor(
    ALERTMANAGER_FRESH_FOR,
    async () => (alertmanagers ? [await alertmanagerCheck(alertmanagers)] : []),
    clock,
  );
  return {
    check: async () => (await Promise.all([checkDatabase(), checkAlertmanagers()])).flat(),
  };
}

async function databaseChecks(pool: pg.Pool): Promise<readonly HealthCheck[]> {
  try {
    const [jobs, migrations] = await Promise.all([
      pool.query<{ age: number; since: Date | null }>(OLDEST_DUE_JOB),
      pool.query<{ count: number }>(UNFINISHED_MIGRATIONS),
    ]);
    const age = Math.round(jobs.rows[0]?.age ?? 0);
    const since = jobs.rows[0]?.since;
    const unfinished = migrations.rows[0]?.count ?? 0;
    return [
      { name: 'database', required: true, ok: true, detail: 'The database answers.' },
      {
        name: 'migrations',
        required: true,
        ok: unfinished === 0,
        detail:
          unfinished === 0
            ? 'All migrations are applied.'
            : `${unfinished} migrations did not finish.`,
      },
      {
        name: 'queue',
        required: false,
        ok: age < JOB_TOO_OLD_SECONDS,
        detail: `The oldest due job waits for ${age} s.`,
        ...(since && { since: since.getTime() }),
      },
    ];
  } catch {
    return [
      { name: 'database', required: true, ok: false, detail: 'The database does not answer.' },
    ];
  }
}

async function alertmanagerCheck(alertmanagers: AlertmanagerClient): Promise<HealthCheck> {
  try {
    await alertmanagers.probe();
    return { name: 'alertmanager', required: false, ok: true, detail: 'All answer.' };
  } catch (error) {
    const detail =
      error instanceof DomainError ? error.message : 'An Alertmanager cannot be asked.';
    return { name: 'alertmanager', required: false, ok: false, detail };
  }
}

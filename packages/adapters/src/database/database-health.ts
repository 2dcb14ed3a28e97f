import {
  type AlertmanagerClient,
  type Clock,
  type Health,
  type HealthCheck,
  rememberedFor,
} from '@klaxon/application';
import { DomainError, SECOND } from '@klaxon/domain';
import type pg from 'pg';
import { WORK_FACTS, type WorkFacts } from '../processes/work-facts.ts';
import type { StorageWatch } from './storage-watch.ts';

/** What is due and not taken for this long means that pages do not go out. */
const LEFT_TOO_LONG_SECONDS = 15;

/** Anybody may ask, as often as they like. */
const DATABASE_FRESH_FOR = SECOND;
const ALERTMANAGER_FRESH_FOR = 15 * SECOND;

const UNFINISHED_MIGRATIONS = `
  SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

export interface DatabaseHealthParts {
  readonly pool: pg.Pool;
  readonly alertmanagers: AlertmanagerClient | null;
  readonly storage: Pick<StorageWatch, 'trouble'>;
  readonly clock: Clock;
  /** Why the database did not answer, the first time that it did not. */
  readonly failed: (error: unknown) => void;
}

/**
 * Whether alerts can be stored and pages go out. What else is wrong is only reported: Klaxon takes alerts
 * without an Alertmanager that answers.
 */
export function databaseHealth({
  pool,
  alertmanagers,
  storage,
  clock,
  failed,
}: DatabaseHealthParts): Health {
  let answered = true;
  const checkDatabase = rememberedFor(
    DATABASE_FRESH_FOR,
    async () => {
      try {
        const checks = await databaseChecks(pool);
        answered = true;
        return checks;
      } catch (error) {
        if (answered) failed(error);
        answered = false;
        return [NO_ANSWER];
      }
    },
    clock,
  );
  const checkAlertmanagers = rememberedFor(
    ALERTMANAGER_FRESH_FOR,
    async () => (alertmanagers ? [await alertmanagerCheck(alertmanagers)] : []),
    clock,
  );
  return {
    check: async () => [
      ...(await Promise.all([checkDatabase(), checkAlertmanagers()])).flat(),
      storageCheck(storage),
    ],
  };
}

const NO_ANSWER: HealthCheck = {
  name: 'database',
  required: true,
  ok: false,
  detail: 'The database does not answer.',
};

/** @throws whatever keeps the database from answering */
async function databaseChecks(pool: pg.Pool): Promise<readonly HealthCheck[]> {
  const [work, migrations] = await Promise.all([
    pool.query<WorkFacts>(WORK_FACTS),
    pool.query<{ count: number }>(UNFINISHED_MIGRATIONS),
  ]);
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
    ...work.rows.flatMap(workChecks),
  ];
}

function workChecks(facts: WorkFacts): readonly HealthCheck[] {
  const { workers, at_work, left, any_due, left_since, any_due_since, clock_off, clock_ahead } =
    facts;
  // Without a worker that works, what the dead ones claimed is left as well.
  const waits = at_work > 0 ? left : any_due;
  const since = at_work > 0 ? left_since : any_due_since;
  const seconds = Math.round(waits ?? 0);
  return [
    {
      name: 'work',
      required: true,
      ok: seconds < LEFT_TOO_LONG_SECONDS,
      detail:
        seconds < LEFT_TOO_LONG_SECONDS
          ? 'What is due is taken.'
          : `Work is due for ${seconds} s and no worker takes it.`,
      ...(since && { since: since.getTime() }),
    },
    {
      name: 'worker',
      required: false,
      ok: at_work > 0,
      detail:
        at_work > 0
          ? 'A worker is at work.'
          : workers > 0
            ? 'No worker takes any work.'
            : 'No worker runs.',
    },
    {
      name: 'clock',
      required: false,
      ok: clock_off === null,
      detail:
        clock_off === null
          ? 'All clocks agree.'
          : `The clock of ${clock_off} is ${Math.abs(Math.round(clock_ahead ?? 0))} s ` +
            `${(clock_ahead ?? 0) > 0 ? 'ahead of' : 'behind'} the database's.`,
    },
  ];
}

function storageCheck(storage: Pick<StorageWatch, 'trouble'>): HealthCheck {
  const trouble = storage.trouble();
  return {
    name: 'storage',
    required: true,
    ok: trouble === null,
    detail:
      trouble === null ? 'Alerts can be stored.' : `Alerts cannot be stored: ${trouble.reason}`,
  };
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

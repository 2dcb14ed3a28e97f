import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const CHECK_EVERY_MS = 3_000;
const QUERY_TIMEOUT_MS = 10_000;

/** $1: this session's own holders, whose locks it would be given again. */
const UNLOCK_DEAD_WORKERS = `
  WITH held AS (
    SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
    WHERE locked_by IS NOT NULL AND locked_at < now() - interval '3 seconds' AND NOT locked_by = ANY($1::text[])
  ), dead AS MATERIALIZED (
    SELECT locked_by FROM held WHERE pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))
  )
  SELECT locked_by, graphile_worker.force_unlock_workers(ARRAY[locked_by]) FROM dead`;

/** graphile-worker's own back-off grows to hours; a page that could not be handled is tried each minute. */
const HURRY_FAILED_JOBS = `
  UPDATE graphile_worker._private_jobs SET run_at = now() + interval '45 seconds'
  WHERE locked_at IS NULL AND attempts > 0 AND last_error IS NOT NULL
    AND run_at > now() + interval '1 minute'`;

const UNHOLD = 'SELECT pg_advisory_unlock(hashtextextended(w, 0)) FROM unnest($1::text[]) AS w';

export interface WorkerLiveness {
  /** Vouches for a holder of jobs from now on. */
  hold(holder: string): void;
  /** No longer vouches for these: whatever they left locked goes to others. */
  release(holders: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A job whose worker was killed would stay locked for four hours. So each process holds an advisory
 * lock for each name it holds jobs under, on one connection that lives as long as the process: PostgreSQL frees
 * it the moment the process is gone, and whoever is then given that lock knows the worker to be dead
 * and hands its jobs to others.
 */
export async function keepWorkersAlive(
  url: string,
  warn: (message: string) => void,
): Promise<WorkerLiveness> {
  const stopping = new AbortController();
  const holders = new Set<string>();
  let session = await connect(url);
  let backend = await backendOf(session);
  // One statement at a time: a connection cannot answer two at once.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>): Promise<unknown> => {
    turn = turn.then(work).catch(() => {});
    return turn;
  };

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await inTurn(check);
      await delay(CHECK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function check(): Promise<void> {
    try {
      const { rows } = await session.query<{ locked_by: string }>(UNLOCK_DEAD_WORKERS, [
        [...holders],
      ]);
      for (const { locked_by } of rows)
        warn(`the worker ${locked_by} is gone; its jobs go to others`);
      await session.query(HURRY_FAILED_JOBS);
    } catch {
      await session.end().catch(() => {});
      session = await reconnect(session);
    }
  }

  async function reconnect(previous: pg.Client): Promise<pg.Client> {
    const next = await connect(url).catch(() => null);
    if (!next) return previous;
    try {
      // The old session may live on in the server, and with it the locks, when only the line was cut.
      await next.query('SELECT pg_terminate_backend($1)', [backend]);
      await hold(next, [...holders]);
      backend = await backendOf(next);
      return next;
    } catch {
      await next.end().catch(() => {});
      return previous;
    }
  }

  const watching = watch();
  return {
    hold(holder) {
      holders.add(holder);
      void inTurn(() => hold(session, [holder]));
    },
    async release(gone) {
      for (const holder of gone) holders.delete(holder);
      await inTurn(() => session.query(UNHOLD, [gone]));
    },
    async stop() {
      stopping.abort();
      await watching;
      await session.end().catch(() => {});
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'klaxon worker',
    keepAlive: true,
    // A peer that vanished without a word must not be waited for.
    query_timeout: QUERY_TIMEOUT_MS,
  });
  // A broken connection shows in the next query; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function backendOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
}

async function hold(client: pg.Client, holders: readonly string[]): Promise<void> {
  await client.query(
    'SELECT pg_advisory_lock(hashtextextended(w, 0)) FROM unnest($1::text[]) AS w',
    [holders],
  );
}

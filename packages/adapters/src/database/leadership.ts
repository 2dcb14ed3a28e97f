import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** What only one process at a time may do, by the number of its advisory lock. */
export const LEADERSHIPS = { telegramUpdates: 4_803_920_002 } as const;

export interface LeadershipOptions {
  readonly url: string;
  readonly lock: number;
  readonly log: (level: 'debug' | 'warn', message: string) => void;
  /** How often the others look whether the place is free, and the leader whether its lock still holds. */
  readonly checkEvery?: number;
}

const CHECK_EVERY_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;

/**
 * Does `work` in this process as long as no other one does, and takes over when that one is gone:
 * PostgreSQL frees its lock with its connection. `work` ends when its signal aborts, which is when the
 * lock is lost or this is stopped. Answers how to stop.
 */
export function leadWhileAlone(
  options: LeadershipOptions,
  work: (signal: AbortSignal) => Promise<void>,
): { stop(): Promise<void> } {
  const { checkEvery = CHECK_EVERY_MS, log } = options;
  const stopping = new AbortController();
  const pause = (signal: AbortSignal) => delay(checkEvery, undefined, { signal }).catch(() => {});

  async function term(client: pg.Client): Promise<void> {
    await client.connect();
    while (!(await tryLock(client, options.lock))) {
      await pause(stopping.signal);
      if (stopping.signal.aborted) return;
    }
    const lost = new AbortController();
    client.on('end', () => lost.abort());
    const over = AbortSignal.any([stopping.signal, lost.signal]);
    const watching = (async () => {
      while (!over.aborted) {
        await client.query('SELECT 1').catch(() => lost.abort());
        await pause(over);
      }
    })();
    try {
      await work(over);
    } finally {
      lost.abort();
      await watching;
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const client = createClient(options.url);
      try {
        await term(client);
      } catch (error) {
        log('debug', `cannot lead just now: ${String(error)}`);
      }
      await client.end().catch(() => {});
      if (!stopping.signal.aborted) await pause(stopping.signal);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function createClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'klaxon leader',
    keepAlive: true,
    connectionTimeoutMillis: QUERY_TIMEOUT_MS,
    // A peer that vanished without a word must not be waited for.
    query_timeout: QUERY_TIMEOUT_MS,
  });
  // A broken connection shows in the next query; without a listener it would end the process.
  client.on('error', () => {});
  return client;
}

async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS locked',
    [lock],
  );
  return rows[0]?.locked === true;
}

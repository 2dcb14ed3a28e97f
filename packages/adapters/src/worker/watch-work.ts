import { setTimeout as delay } from 'node:timers/promises';
import { ANNOUNCEMENT_KINDS } from '@klaxon/domain';
import pg from 'pg';
import { channelTypes } from '../channels/channel-providers.ts';
import { DUE_AND_LEFT, type DueAndLeft } from '../processes/due-and-left.ts';
import type { DatabaseClock } from '../system/database-clock.ts';
import { monotonicClock } from '../system/monotonic-clock.ts';
import type { WorkerRun } from './worker-run.ts';

export interface WatchOptions {
  readonly url: string;
  readonly clock: DatabaseClock;
  readonly log: (level: 'debug' | 'warn', message: string) => void;
  readonly stuckAfterMs: number;
  readonly run: () => WorkerRun;
  /** Called at each look: since when work is due and not taken, and which; null and null where all is well. */
  stuck(since: number | null, what: string | null): void;
}

const LOOK_EVERY_MS = 1_000;
const QUERY_TIMEOUT_MS = 5_000;

/** Judges a worker by what it takes, not by what it says of itself, and from outside: on a connection of its own. */
export function watchWork(options: WatchOptions): { stop(): Promise<void> } {
  const { url, clock, log, run, stuck, stuckAfterMs } = options;
  const stopping = new AbortController();
  const pause = () => delay(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
  let seen = progressOf(run());

  async function look(client: pg.Client): Promise<void> {
    const { rows } = await client.query<DueAndLeft>(DUE_AND_LEFT, [
      [...channelTypes.keys()],
      ANNOUNCEMENT_KINDS,
    ]);
    const now = monotonicClock.now();
    const current = run();
    const { jobs, deliveries } = current.taken();
    const again = seen.run !== current;
    if (again || jobs > seen.jobs) seen = { ...seen, jobs, jobsAt: now };
    if (again || deliveries > seen.deliveries) seen = { ...seen, deliveries, deliveriesAt: now };
    seen = { ...seen, run: current };
    const left = rows.filter(
      ({ channel_id, seconds }) =>
        seconds * 1_000 >= stuckAfterMs && (channel_id === null || !current.holdsBack(channel_id)),
    );
    const still = left.filter(
      ({ channel_id }) =>
        now - (channel_id === null ? seen.jobsAt : seen.deliveriesAt) >= stuckAfterMs,
    );
    const [worst] = still.toSorted((a, b) => b.seconds - a.seconds);
    if (!worst) {
      // What is late while much is taken is load, not a stand-still.
      if (left.length === 0) stuck(null, null);
      return;
    }
    const what = worst.channel_id === null ? 'a job' : 'a message';
    seen = { ...seen, jobsAt: now, deliveriesAt: now };
    stuck(
      clock.now() - worst.seconds * 1_000,
      `${what} is due for ${Math.round(worst.seconds)} s and was not taken`,
    );
  }

  async function watch(): Promise<void> {
    let client: pg.Client | null = null;
    while (!stopping.signal.aborted) {
      try {
        client ??= await connect(url);
        await look(client);
      } catch (error) {
        log('debug', `cannot see what is due just now: ${String(error)}`);
        client?.end().catch(() => {});
        client = null;
        // Time without a database is nobody's fault.
        seen = { ...seen, jobsAt: monotonicClock.now(), deliveriesAt: monotonicClock.now() };
      }
      await pause();
    }
    await client?.end().catch(() => {});
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}

function progressOf(run: WorkerRun) {
  const now = monotonicClock.now();
  return { run, ...run.taken(), jobsAt: now, deliveriesAt: now };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'klaxon watch',
    keepAlive: true,
    connectionTimeoutMillis: QUERY_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
  });
  // A broken connection shows in the next query; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

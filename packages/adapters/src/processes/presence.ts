import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseClock } from '../system/database-clock.ts';
import { monotonicClock } from '../system/monotonic-clock.ts';
import { BEAT, LEAVE, RELEASE_OF_GONE, RELEASE_OWN } from './presence-sql.ts';

export interface PresenceOptions {
  readonly url: string;
  readonly id: string;
  readonly role: 'api' | 'worker';
  readonly clock: DatabaseClock;
  readonly log: (level: 'debug' | 'warn', message: string) => void;
  /** A worker's: what it has in hand, and since when there is work that it does not take. */
  readonly work?: {
    inHand(): { readonly jobs: readonly string[] | null; readonly deliveries: readonly string[] };
    stuckSince(): number | null;
    /** Called when claims were released: there is something to do. */
    released(): void;
  };
}

export interface Presence {
  stop(): Promise<void>;
}

const BEAT_EVERY_MS = 1_000;
const AFTER_A_FAILURE_MS = 250;
const QUERY_TIMEOUT_MS = 5_000;
/** Beyond this somebody should look at the machine's time service. */
const CLOCK_OFF_MS = 5_000;

/**
 * Says once a second that this process lives, on a connection of its own, and learns the database's time.
 * A worker also releases claims: those of processes that fell silent, and those in its own name that it
 * does not have in hand, because the answer that gave it them was lost.
 */
export function startPresence(options: PresenceOptions): Presence {
  const { log } = options;
  const stopping = new AbortController();
  let told = false;

  async function run(): Promise<void> {
    let client: pg.Client | null = null;
    while (!stopping.signal.aborted) {
      try {
        client ??= await connect(options.url);
        await beat(client, options);
        warnOfClock();
        await pause(BEAT_EVERY_MS);
      } catch (error) {
        log('debug', `this process cannot say that it lives: ${String(error)}`);
        client?.end().catch(() => {});
        client = null;
        await pause(AFTER_A_FAILURE_MS);
      }
    }
    await client?.query(LEAVE, [options.id]).catch(() => {});
    await client?.end().catch(() => {});
  }

  function warnOfClock(): void {
    const ahead = options.clock.ahead();
    const off = Math.abs(ahead) > CLOCK_OFF_MS;
    if (off && !told)
      log(
        'warn',
        `this machine's clock is ${Math.abs(ahead)} ms ${ahead > 0 ? 'ahead of' : 'behind'} the database's; Klaxon goes by the database's`,
      );
    told = off;
  }

  const pause = (ms: number) => delay(ms, undefined, { signal: stopping.signal }).catch(() => {});
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function beat(client: pg.Client, options: PresenceOptions): Promise<void> {
  const { id, role, clock, log, work } = options;
  const asOf = clock.now();
  const askedAt = monotonicClock.now();
  const { rows } = await client.query<{ now: number; may_judge: boolean }>(BEAT, [
    id,
    role,
    hostname(),
    process.pid,
    clock.ahead(),
    work?.stuckSince() ?? null,
  ]);
  const [answer] = rows;
  if (!answer) throw new Error('a beat was not answered');
  clock.learn({ databaseNow: answer.now, askedAt, answeredAt: monotonicClock.now() });
  if (!work) return;
  // After the times that say what is not judged by it.
  const hand = work.inHand();
  const own = await client.query<{ released: number }>(RELEASE_OWN, [
    id,
    hand.jobs,
    hand.deliveries,
    asOf,
    answer.now,
  ]);
  const gone = answer.may_judge
    ? await client.query<{ claimed_by: string; released: number }>(RELEASE_OF_GONE)
    : null;
  const lost = own.rows[0]?.released ?? 0;
  if (lost > 0) log('warn', `${lost} claims were this worker's and not in its hands; released`);
  for (const { claimed_by, released } of gone?.rows ?? [])
    log('warn', `the worker ${claimed_by} is gone; its ${released} claims are released`);
  if (lost > 0 || (gone?.rows.length ?? 0) > 0) work.released();
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'klaxon presence',
    keepAlive: true,
    connectionTimeoutMillis: QUERY_TIMEOUT_MS,
    // A peer that vanished without a word must not be waited for.
    query_timeout: QUERY_TIMEOUT_MS,
  });
  // A broken connection shows in the next query; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

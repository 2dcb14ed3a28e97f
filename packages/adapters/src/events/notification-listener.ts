import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

export interface ListenerOptions {
  readonly url: string;
  /** The name of PostgreSQL's channel: an identifier, as it is written in SQL. */
  readonly channel: string;
  /** A storm notifies hundreds of times a second: those within this time are heard as one. */
  readonly quietMs: number;
  readonly log: (level: 'debug' | 'warn', message: string) => void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const CHECK_EVERY_MS = 10_000;
const QUERY_TIMEOUT_MS = 10_000;

/**
 * Listens on a connection of its own, and on a new one when it breaks. `heard` is called for each
 * notification, or once for all within `quietMs`, and whenever the connection is made: what came
 * meanwhile was missed.
 */
export function listenTo(options: ListenerOptions, heard: () => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const gathered = gather(heard, options.quietMs, stopping.signal);

  async function run(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      const client = createClient(options.url);
      try {
        await listenOn(client, options.channel, gathered, stopping.signal, () => {
          pause = FIRST_PAUSE_MS;
        });
      } catch (error) {
        options.log('debug', `cannot listen for events just now: ${String(error)}`);
      }
      // Not waited for: a peer that vanished without a word would not answer.
      client.end().catch(() => {});
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
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

/** Until the connection breaks, or `stopping`. */
async function listenOn(
  client: pg.Client,
  channel: string,
  heard: () => void,
  stopping: AbortSignal,
  begun: () => void,
): Promise<void> {
  const lost = new AbortController();
  client.on('end', () => lost.abort());
  client.on('notification', heard);
  await client.connect();
  await client.query(`LISTEN ${channel}`);
  begun();
  heard();
  const over = AbortSignal.any([stopping, lost.signal]);
  while (!over.aborted) {
    await delay(CHECK_EVERY_MS, undefined, { signal: over }).catch(() => {});
    if (!over.aborted) await client.query('SELECT 1');
  }
}

/** The first call at once, and those that follow closely together as one. */
function gather(heard: () => void, quietMs: number, stopping: AbortSignal): () => void {
  let quiet = false;
  let again = false;
  const call = async () => {
    quiet = true;
    do {
      again = false;
      heard();
      await delay(quietMs, undefined, { signal: stopping }).catch(() => {});
    } while (again && !stopping.aborted);
    quiet = false;
  };
  return () => {
    if (stopping.aborted) return;
    if (quiet) again = true;
    else void call();
  };
}

function createClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'klaxon events',
    keepAlive: true,
    connectionTimeoutMillis: QUERY_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
  });
  // A broken connection ends; without a listener its error would end the process.
  client.on('error', () => {});
  return client;
}

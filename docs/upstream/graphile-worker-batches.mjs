/*
 * graphile-worker 0.18.0 takes no job any more, for ever, after its connections broke while jobs were
 * being completed. In an empty folder, with Node 20 or newer and an empty database for this alone:
 *
 *   npm install graphile-worker@0.18.0 pg
 *   node graphile-worker-batches.mjs postgresql://user:password@localhost:5432/scratch            # batches
 *   node graphile-worker-batches.mjs postgresql://user:password@localhost:5432/scratch unbatched
 */
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, run } from 'graphile-worker';
import pg from 'pg';

const PER_SECOND = 50;
const SECONDS = 8;
const WAIT_SECONDS = 30;
const CONCURRENCY = 10;

const [url, mode = 'batched'] = process.argv.slice(2);
if (!url) throw new Error('Which database? Give a connection string.');
const named = (name) => {
  const own = new URL(url);
  own.searchParams.set('application_name', name);
  return own.href;
};
const pool = new pg.Pool({ connectionString: named('adder') });

const started = Date.now();
const say = (text) => console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${text}`);
process.on('uncaughtExceptionMonitor', (error, origin) => say(`${origin}: ${error.message}`));

const events = new EventEmitter();
for (const name of ['pool:fatalError', 'pool:gracefulShutdown', 'pool:release'])
  events.on(name, ({ error }) => say(error ? `${name}: ${error.message}` : name));

const ran = new Set();
const runner = await run({
  connectionString: named('worker'),
  concurrency: CONCURRENCY,
  maxPoolSize: 3 * CONCURRENCY,
  pollInterval: 1000,
  events,
  logger: new Logger(() => () => {}),
  preset: {
    worker: mode === 'unbatched' ? {} : { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
  },
  taskList: {
    note: async ({ n }) => {
      ran.add(n);
      // Whoever works when the connections break ends after them.
      await delay(n % 25 === 0 ? 1000 : 100);
    },
  },
});
let promise = 'pending';
runner.promise.then(
  () => (promise = 'resolved'),
  (error) => (promise = `rejected: ${error.message}`),
);

async function addJobs() {
  const adding = [];
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    adding.push(
      pool.query(`SELECT graphile_worker.add_job('note', json_build_object('n', $1::int))`, [n]),
    );
    await delay(1000 / PER_SECOND);
  }
  await Promise.all(adding);
  return adding.length;
}

/** The lock stands in for load: it lets several completions be under way when the connections break. */
async function breakConnections() {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE graphile_worker._private_jobs IN SHARE ROW EXCLUSIVE MODE');
  await delay(300);
  const { rows } = await client.query(
    `SELECT count(*) FILTER (WHERE state = 'active')::int AS busy, count(pg_terminate_backend(pid))::int AS ended
     FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'worker'`,
  );
  await client.query('COMMIT');
  client.release();
  say(`ended ${rows[0].ended} connections of the worker, ${rows[0].busy} of them busy`);
}

const adding = addJobs();
await delay((SECONDS / 2) * 1000);
await breakConnections();
const added = await adding;
say(`added ${added} jobs; ${ran.size} ran so far`);
await delay(WAIT_SECONDS * 1000);

const { rows } = await pool.query(
  'SELECT count(*)::int AS jobs, count(locked_at)::int AS locked FROM graphile_worker._private_jobs',
);
say(`${WAIT_SECONDS} s later: ${ran.size} of ${added} jobs ran, ${added - ran.size} did not`);
say(
  `in the database: ${rows[0].jobs} jobs, ${rows[0].locked} of them locked; runner.promise is ${promise}`,
);
process.exit(ran.size === added ? 0 : 1);

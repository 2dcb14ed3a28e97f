/*
 * How fast Klaxon takes alerts in, beside the floor: what the same costs in raw SQL, one statement a
 * webhook, in another database of the same PostgreSQL (fsync on), over as many connections. The floor's
 * rows are made before the clock starts, so the ratio tells what HTTP, JSON and deciding cost.
 *
 *   pnpm bench
 *   node tests/bench/ingest.ts --sizes 50,1000 --connections 8 --seconds 3 --cpu-prof profiles
 *
 * For new alerts the floor inserts all that Klaxon writes. Of known ones Klaxon writes nothing; their
 * floor is, once, the same insert, which finds every row there, and then the bare look at the rows by
 * fingerprint. Klaxon and the floor take turns in short slices, so that whatever else the machine does
 * meets both. The load comes from this process; Klaxon and PostgreSQL have their own.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareDatabase, startEmbeddedPostgres } from '@klaxon/adapters';
import pg from 'pg';
import { execute, withDatabase } from '../support/database.ts';
import { startKlaxon } from '../support/klaxon-process.ts';
import { compareIngest } from './compare-ingest.ts';
import { largePost, manyGroups } from './storms.ts';
import { heading, line } from './table.ts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,50,1000' },
    connections: { type: 'string', default: '1,8,32' },
    /** Of load for each figure. */
    seconds: { type: 'string', default: '2' },
    /** A folder for a CPU profile of the server. */
    'cpu-prof': { type: 'string' },
  },
});
const numbers = (list: string) => list.split(',').map(Number);

const folder = mkdtempSync(join(tmpdir(), 'klaxon-bench-'));
// Root's PostgreSQL runs under another account, which has to get in.
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({
  dataFolder: join(folder, 'postgres'),
  database: 'klaxon_test',
});
try {
  await bench(postgres.url);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(url: string): Promise<void> {
  await withKlaxon(url, 'storm_test', async (klaxonUrl, database) => {
    let sent = 0;
    for (const storm of [largePost, manyGroups]) {
      const { alerts, report } = await storm(klaxonUrl);
      sent += alerts;
      const stored = await countAlerts(database);
      if (stored !== sent) throw new Error(`${sent} alerts were sent and ${stored} are stored`);
      console.log(`${report}; all ${alerts} alerts are there`);
    }
  });
  await execute(url, 'DROP DATABASE storm_test WITH (FORCE)');

  const floorUrl = withDatabase(url, 'floor_test');
  await execute(url, 'CREATE DATABASE floor_test');
  await prepareDatabase(floorUrl);
  console.log(`\n${heading()}`);
  await withKlaxon(url, 'load_test', async (klaxonUrl) => {
    for (const size of numbers(options.sizes))
      for (const connections of numbers(options.connections)) {
        const load = { size, connections, seconds: Number(options.seconds) };
        const results = await compareIngest({ klaxonUrl, floorUrl, ...load });
        for (const result of results) console.log(line({ ...load, ...result }));
      }
  });
}

/** Runs `work` with the real server on a new database. */
async function withKlaxon(
  url: string,
  name: string,
  work: (klaxonUrl: string, database: string) => Promise<void>,
): Promise<void> {
  const database = withDatabase(url, name);
  await execute(url, `CREATE DATABASE ${name}`);
  const profile = options['cpu-prof'];
  const klaxon = await startKlaxon({
    DATABASE_URL: database,
    LOG_LEVEL: 'info',
    ...(profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` } : {}),
  });
  try {
    await work(klaxon.url, database);
  } finally {
    await klaxon.end('SIGTERM');
  }
}

async function countAlerts(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM alerts',
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

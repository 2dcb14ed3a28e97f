/*
 * How fast Klaxon takes alerts in, beside the floor: the same rows written by raw SQL, one statement a
 * webhook, into another database of the same PostgreSQL (fsync on), with as many connections. The
 * floor's rows are made before the clock starts, so the ratio tells what HTTP, JSON and deciding cost.
 * For alerts that are known Klaxon writes nothing, and the floor is one read by fingerprint.
 *
 *   pnpm bench
 *   node tests/bench/ingest.ts --sizes 50,1000 --connections 8 --seconds 3 --cpu-prof /tmp/profile
 *
 * The load comes from this process; Klaxon and PostgreSQL run in their own. Klaxon and the floor take
 * turns in short slices, so that whatever else the machine does meets both.
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
import { flood, largePost } from './storms.ts';
import { heading, line } from './table.ts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,50,1000' },
    connections: { type: 'string', default: '1,8,32' },
    seconds: { type: 'string', default: '3' },
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
  const floorUrl = withDatabase(postgres.url, 'floor_test');
  await execute(postgres.url, 'CREATE DATABASE floor_test');
  await prepareDatabase(floorUrl);
  const profile = options['cpu-prof'];
  const klaxon = await startKlaxon({
    DATABASE_URL: postgres.url,
    LOG_LEVEL: 'info',
    ...(profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` } : {}),
  });
  try {
    console.log(heading());
    for (const size of numbers(options.sizes)) {
      for (const connections of numbers(options.connections)) {
        const seconds = Number(options.seconds);
        const results = await compareIngest({
          klaxonUrl: klaxon.url,
          floorUrl,
          size,
          connections,
          seconds,
        });
        for (const result of results) console.log(line({ size, connections, ...result }));
      }
    }
    const sent = await count(floorUrl);
    console.log(`floor: ${sent} alerts`);
    console.log(await largePost(klaxon.url));
    console.log(await flood(klaxon.url));
  } finally {
    await klaxon.end('SIGTERM');
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function count(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM alerts',
  );
  await client.end();
  return rows[0]?.count ?? 0;
}

/*
 * Sends payloads of real Alertmanagers, changed at random, to a real server: no answer may be a 500, and of
 * each payload the good alert must be stored.
 *
 *   node tests/faults/mutated-bodies.ts [how many] [seed]
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, startEmbeddedPostgres } from '@klaxon/adapters';
import { startKlaxon } from '../support/klaxon-process.ts';
import { missingOf, sendMutatedBodies } from './send-mutated-bodies.ts';

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);

const folder = mkdtempSync(join(tmpdir(), 'klaxon-mutated-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'pg') });
await prepareDatabase(postgres.url);
const klaxon = await startKlaxon({ DATABASE_URL: postgres.url, LOG_LEVEL: 'error' });

const start = performance.now();
const { statuses, taken, partly, failures } = await sendMutatedBodies(klaxon.url, { seed, count });
const missing = await missingOf(postgres.url, taken);
const seconds = ((performance.now() - start) / 1_000).toFixed(0);
console.log(`${count} bodies with seed ${seed} in ${seconds} s, by status:`, statuses);
console.log(`${partly} held something that could not be taken in and was kept`);
console.log(`${taken.length} good alerts were taken, of which ${missing.length} are missing`);
console.log(`${failures.length} failures`, failures.slice(0, 20));
const errors = klaxon
  .output()
  .split('\n')
  .filter((line) => line.includes('"level":50'));
console.log(`${errors.length} errors in the log`, errors.slice(0, 5));

await klaxon.end('SIGTERM');
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(failures.length + missing.length + errors.length === 0 ? 0 : 1);

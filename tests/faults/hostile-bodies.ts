/*
 * What single notifications do to everybody else: each is sent to a real server while another thread asks
 * for /health, and what was stored is counted.
 *
 *   node tests/faults/hostile-bodies.ts [part of a name]
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, startEmbeddedPostgres } from '@klaxon/adapters';
import pg from 'pg';
import { oneGroup } from '../bench/webhooks.ts';
import { startKlaxon } from '../support/klaxon-process.ts';
import { probeDuring } from './health-probe.ts';

const MIB = 1024 * 1024;
const START = '2026-11-23T09:00:00Z';
const alert = (labels: string, more = '') =>
  `{"status":"firing","startsAt":"${START}","labels":{"alertname":"Hostile",${labels}}${more}}`;
const zeros = (bytes: number) => `{"alerts":[${'0,'.repeat(bytes / 2)}0]}`;
const nested = (depth: number) => `{"alerts":[${'['.repeat(depth)}${']'.repeat(depth)}]}`;
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `"label_${index}":"x"`).join();

const BODIES: readonly (readonly [string, () => string])[] = [
  ['1 MiB of zeros', () => zeros(MIB)],
  ['4 MiB of zeros', () => zeros(4 * MIB)],
  ['30 MiB of zeros', () => zeros(30 * MIB)],
  ['64 MiB of zeros', () => zeros(64 * MIB - 100)],
  ['one label of 50 MiB', () => `{"alerts":[${alert(`"big":"${'x'.repeat(50 * MIB)}"`)}]}`],
  ['a million labels', () => `{"alerts":[${alert(many(1_000_000))}]}`],
  ['20,000 labels', () => `{"alerts":[${alert(many(20_000))}]}`],
  [
    'an annotation of 900 KiB',
    () =>
      `{"alerts":[${alert('"a":"b"', `,"annotations":{"description":"${'x'.repeat(900 * 1024)}"}`)}]}`,
  ],
  ['nested 400,000 deep', () => nested(400_000)],
  ['nested 30,000,000 deep', () => nested(30_000_000)],
  ['not JSON, 60 MiB', () => 'x'.repeat(60 * MIB)],
  ['50,000 real alerts', () => oneGroup(50_000).body],
  ['50,000 real alerts again', () => oneGroup(50_000).body],
];

const folder = mkdtempSync(join(tmpdir(), 'klaxon-hostile-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'pg') });
await prepareDatabase(postgres.url);
const klaxon = await startKlaxon({ DATABASE_URL: postgres.url });
const database = new pg.Client({ connectionString: postgres.url });
await database.connect();

const count = async (table: string): Promise<number> => {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  return rows[0]?.count ?? 0;
};
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${klaxon.pid}/status`, 'utf8'))?.[1]) / 1024;

async function send(body: string) {
  const start = performance.now();
  const answer = await fetch(`${klaxon.url}/api/webhooks/alertmanager`, { method: 'POST', body });
  await answer.text();
  return { status: answer.status, ms: performance.now() - start };
}

console.log(
  'body | MiB | answer | after ms | longest wait of /health ms | memory MiB | alerts | rejected',
);
for (const [name, make] of BODIES) {
  if (!name.includes(process.argv[2] ?? '')) continue;
  const body = make();
  const before = [await count('alerts'), await count('rejected_alerts')] as const;
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, memory());
  }, 20);
  const { result, stalls } = await probeDuring(klaxon.url, () => send(body));
  clearInterval(sampling);
  const stored = [
    (await count('alerts')) - before[0],
    (await count('rejected_alerts')) - before[1],
  ];
  const row = [
    name,
    (body.length / MIB).toFixed(1),
    result.status,
    result.ms.toFixed(0),
    stalls.longest.toFixed(0),
    peak.toFixed(0),
    ...stored,
  ];
  console.log(row.join(' | '));
}
console.log(klaxon.output());
await database.end();
await klaxon.end('SIGTERM');
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit();

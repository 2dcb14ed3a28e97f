import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  alertmanagerSource,
  prepareDatabase,
  startEmbeddedPostgres,
  uuidIds,
} from '@klaxon/adapters';
import pg from 'pg';
import { INSERT_ALERTS } from '../../packages/adapters/src/ingest/ingest-sql.ts';
import { oneGroup } from './webhooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'klaxon-bench-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({
  dataFolder: join(folder, 'postgres'),
  database: 'klaxon_test',
});
await prepareDatabase(postgres.url);
const c = new pg.Client({ connectionString: postgres.url });
await c.connect();
const N = Number(process.argv[2] ?? 50000);
const rows = () =>
  alertmanagerSource
    .parse(oneGroup(N).body)
    .report.delivery.alerts.map((a) => ({
      id: uuidIds.next(),
      fingerprint: a.fingerprint,
      status: 'firing',
      starts_at: a.startsAt,
      ends_at: null,
      severity: a.severity,
      incident_id: null,
      source_group: 'x'.repeat(43),
      status_changed_at: Date.now(),
      last_seen_at: Date.now(),
      unconfirmed_since: null,
      labels: a.labels,
      annotations: a.annotations,
      generator_url: a.generatorUrl,
    }));

import { readFileSync } from 'node:fs';

const pid = (await c.query('select pg_backend_pid() p')).rows[0].p;
const cpu = () => {
  const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
  return [Number(f[13]) * 10, Number(f[14]) * 10];
};
async function t(name: string, f: () => Promise<unknown>) {
  const s = performance.now();
  const k = cpu();
  await f();
  const e = cpu();
  console.log(
    name.padEnd(50),
    'wall',
    (performance.now() - s).toFixed(0),
    'user',
    e[0] - k[0],
    'sys',
    e[1] - k[1],
  );
}
async function ins(label: string, clear = true) {
  if (clear)
    await c.query('TRUNCATE alerts CASCADE').catch(async () => {
      await c.query('ALTER TABLE incident_events DISABLE TRIGGER ALL');
      await c.query('TRUNCATE alerts');
    });
  const json = JSON.stringify(rows());
  if (process.argv[3]) {
    const r = await c.query('EXPLAIN (ANALYZE, BUFFERS, WAL) ' + INSERT_ALERTS, [json]);
    console.log(r.rows.map((x: any) => x['QUERY PLAN']).join('\n'));
  } else await t('insert ' + label, () => c.query(INSERT_ALERTS, [json]));
}

const all = rows();
const big = JSON.stringify(all);
const P = (x: string, y = '') =>
  `SELECT count(x.labels), count(x.annotations), count(x.id) FROM json_to_recordset($1::json) AS x (id uuid, fingerprint text, labels ${x}, annotations ${x}, generator_url text) ${y}`;
const chunks = (n: number) => {
  const o: string[] = [];
  for (let i = 0; i < all.length; i += n) o.push(JSON.stringify(all.slice(i, i + n)));
  return o;
};
await t('warm', () => c.query(P('jsonb'), [big]));
await t('parse whole', () => c.query(P('jsonb'), [big]));
await t('parse whole, text', () => c.query(P('text'), [big]));
await c.query("SET work_mem='128MB'");
await t('parse whole, work_mem', () => c.query(P('jsonb'), [big]));
await c.query('RESET work_mem');
for (const n of [10000, 5000, 2000, 1000]) {
  const cs = chunks(n);
  await t('parse chunks ' + n, async () => {
    for (const x of cs) await c.query({ name: 'p', text: P('jsonb'), values: [x] });
  });
}
for (const n of [50000, 5000, 1000]) {
  const cs: unknown[][] = [];
  for (let i = 0; i < all.length; i += n) {
    const r = all.slice(i, i + n);
    cs.push([
      r.map((x) => x.id),
      r.map((x) => x.fingerprint),
      r.map((x) => JSON.stringify(x.labels)),
      r.map((x) => JSON.stringify(x.annotations)),
      r.map((x) => x.generator_url),
    ]);
  }
  await t('unnest from ' + n, async () => {
    for (const x of cs)
      await c.query({
        name: 'u',
        text: 'SELECT count(labels::jsonb), count(annotations::jsonb), count(id) FROM unnest($1::uuid[],$2::text[],$3::text[],$4::text[],$5::text[]) AS x (id, fingerprint, labels, annotations, generator_url)',
        values: x,
      });
  });
  await t('unnest jsonb[] projectset ' + n, async () => {
    for (const x of cs)
      await c.query({
        name: 'v',
        text: 'SELECT count(labels), count(annotations), count(id) FROM (SELECT unnest($1::uuid[]) id,unnest($2::text[]) f,unnest($3::jsonb[]) labels,unnest($4::jsonb[]) annotations,unnest($5::text[]) u) x',
        values: x,
      });
  });
}
async function clean() {
  await c.query('TRUNCATE alerts');
  await c.query('CHECKPOINT');
}
async function insChunks(label: string, n: number) {
  await clean();
  const cs = chunks(n);
  await t('insert ' + label + ' ' + n, async () => {
    await c.query('BEGIN');
    for (const x of cs) await c.query({ name: 'i', text: INSERT_ALERTS, values: [x] });
    await c.query('COMMIT');
  });
}
await insChunks('null incident', 50000);
const inc = (await c.query("INSERT INTO incidents (title) VALUES ('x') RETURNING id")).rows[0].id;
for (const r of all as any[]) r.incident_id = inc;
for (let k = 0; k < 2; k++) {
  await insChunks('fk', 50000);
  await insChunks('fk', 5000);
  await insChunks('fk', 1000);
}
await c.query("SET work_mem='128MB'");
await insChunks('fk work_mem', 50000);
await c.query('RESET work_mem');
await c.query('ALTER INDEX idx_alerts_labels SET (gin_pending_list_limit = 32768)');
await insChunks('gin pending 32M', 5000);
await c.query('DROP INDEX idx_alerts_labels');
await insChunks('no gin', 5000);
await c.end();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });

/*
 * How long it takes from the commit of an alert until its message reaches the provider: idle, one alert at
 * a time, and in a storm of 5,000 critical incidents, which are all told singly.
 *
 *   node tests/bench/deliveries.ts [alerts when idle] [incidents in the storm]
 *
 * The provider is a local double of Slack that answers at once. The clock starts when the webhook is
 * answered, which is right after the commit.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, startEmbeddedPostgres } from '@klaxon/adapters';
import { httpDouble, jsonReply } from '@klaxon/testing/doubles';
import { eventually } from '../support/eventually.ts';
import { startKlaxon } from '../support/klaxon-process.ts';

const idle = Number(process.argv[2] ?? 100);
const storm = Number(process.argv[3] ?? 5_000);

const folder = mkdtempSync(join(tmpdir(), 'klaxon-bench-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'pg') });
await prepareDatabase(postgres.url);
const arrivals = new Map<string, number>();
const slack = await httpDouble(({ raw }) => {
  const title = /bench-\d+-end/.exec(raw)?.[0];
  if (title && !arrivals.has(title)) arrivals.set(title, performance.now());
  return jsonReply({ ok: true, channel: 'C0BENCH', ts: '1.1' });
});
const klaxon = await startKlaxon({
  DATABASE_URL: postgres.url,
  SLACK_TOKEN: 'xoxb-bench',
  SLACK_CHANNEL: '#bench',
  SLACK_API_URL: slack.url,
});

async function send(first: number, count: number): Promise<number> {
  const alerts = Array.from({ length: count }, (_, n) => ({
    status: 'firing',
    labels: { alertname: 'Bench', service: `bench-${first + n}-end`, severity: 'critical' },
    annotations: { summary: `bench-${first + n}-end` },
    startsAt: new Date().toISOString(),
  }));
  const body = JSON.stringify({ status: 'firing', alerts });
  const answer = await fetch(`${klaxon.url}/api/webhooks/alertmanager`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the alerts were answered ${answer.status}`);
  return performance.now();
}

function report(name: string, latencies: readonly number[]): void {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(
    `${name}: ${sorted.length} messages, p50 ${at(0.5)?.toFixed(0)} ms, p99 ${at(0.99)?.toFixed(0)} ms, last ${at(1)?.toFixed(0)} ms`,
  );
}

const latencies: number[] = [];
for (let n = 0; n < idle; n += 1) {
  const committed = await send(n, 1);
  const arrived = await eventually(() => arrivals.get(`bench-${n}-end`) ?? null);
  latencies.push(arrived - committed);
}
report('idle', latencies);

const committed = await send(idle, storm);
await eventually(() => (arrivals.size >= idle + storm ? true : null), 600_000);
const inStorm = [...arrivals].filter(([title]) => Number(title.split('-')[1]) >= idle);
report(
  'storm',
  inStorm.map(([, arrived]) => arrived - committed),
);

await klaxon.end('SIGTERM');
await slack.close();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit();

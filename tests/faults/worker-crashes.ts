/*
 * Kills a worker at each step of a delivery, for each channel, and prints what became of the messages.
 * Slow: `node tests/faults/worker-crashes.ts [rounds] [channel]`, 5 rounds by default, 5 messages each.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, startEmbeddedPostgres } from '@klaxon/adapters';
import { SecuredKlaxon } from '../support/secured-klaxon.ts';
import {
  emailUnderTest,
  slackUnderTest,
  telegramUnderTest,
  webhookUnderTest,
} from './channels-under-test.ts';
import { type CrashReport, killWorkerAt, STEPS } from './kill-worker.ts';

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'klaxon-faults-'));
const postgres = await startEmbeddedPostgres({
  dataFolder: join(folder, 'pg'),
  database: 'faults',
});
await prepareDatabase(postgres.url);
/** All channels share it, so it outlives each. */
const database = { url: postgres.url, drop: async () => {} };

console.log('channel   step           messages  missing  doubled  worse  resumed within');
const all = {
  email: emailUnderTest,
  slack: slackUnderTest,
  telegram: telegramUnderTest,
  webhook: webhookUnderTest,
};
for (const [kind, makeChannel] of Object.entries(all)) {
  if (process.argv[3] && process.argv[3] !== kind) continue;
  const channel = await makeChannel();
  const klaxon = await SecuredKlaxon.on(database, channel.env, 'api');
  await channel.setUp?.(klaxon);
  for (const step of STEPS) {
    const reports: CrashReport[] = [];
    for (let round = 0; round < rounds; round += 1)
      reports.push(await killWorkerAt(step, { klaxon, channel }));
    const sum = (of: (report: CrashReport) => number) =>
      reports.reduce((total, report) => total + of(report), 0);
    const slowest = Math.max(...reports.map((report) => report.resumedAfterMs));
    const cells = [
      sum((r) => r.messages),
      sum((r) => r.missing),
      sum((r) => r.doubled),
      sum((r) => r.worse),
    ];
    console.log(
      `${channel.name.padEnd(9)} ${step.padEnd(14)} ${cells.map((n) => String(n).padStart(8)).join(' ')}  ${(slowest / 1000).toFixed(1)} s`,
    );
  }
  await klaxon.stop();
  await channel.close();
}
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit();

import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { countPages } from '../stage/count-pages.ts';
import { type FaultStage, startStage } from '../stage/fault-stage.ts';
import type { RoundReport, Scenario } from '../stage/scenario.ts';

const PACE = { perSecond: 20, seconds: 15 };
const FULL_FOR_MS = 30_000;
const LOOK_EVERY_MS = 250;
const GIVEN_UP_AFTER_MS = 75_000;
const CHUNK = Buffer.alloc(256 * 1024);
const LINE = 1_000;
const DISK_MB = 256;

/** What Klaxon can know of it: without its log PostgreSQL is gone, and says nothing. */
const TOLD = { tables: /disk|no space/i, 'write-ahead log': /database|disk|no space/i } as const;
type Part = keyof typeof TOLD;
const PARTS = ['tables', 'write-ahead log'] as const;

/** PostgreSQL's disk fills up, and is freed: that of its tables, or that of its write-ahead log. */
export const diskFull: Scenario = {
  rounds: PARTS.length,
  withinSeconds: 15,
  async run({ stack, rounds, report, say }) {
    for (const part of PARTS.slice(0, rounds)) {
      const own = stack.use(new AsyncDisposableStack());
      report(await fillDiskOf(own, part, say));
      await own.disposeAsync();
    }
  },
};

async function fillDiskOf(
  stack: AsyncDisposableStack,
  part: Part,
  say: (line: string) => void,
): Promise<RoundReport> {
  const stage = await startStage(stack);
  const disk = await moveToSmallDisk(stack, stage, part);
  const load = stage.send(PACE);
  await delay(2_000);

  const [api] = stage.apis;
  const logged = api?.output().length ?? 0;
  const seen = new Set<string>();
  const freeAt = performance.now() + FULL_FOR_MS;
  while (performance.now() < freeAt) {
    fill(disk);
    if (part === 'write-ahead log')
      await stage.postgres.query('SELECT pg_switch_wal()').catch(() => {});
    // A PostgreSQL that gave up is started again, as systemd does; it may give up again.
    if (!stage.postgres.isRunning()) await stage.postgres.restart('fast').catch(() => {});
    seen.add(await readiness(stage));
    await delay(LOOK_EVERY_MS);
  }
  rmSync(join(disk, 'filler'), { force: true });
  if (!stage.postgres.isRunning()) await stage.postgres.restart('fast');
  await stage.postgres.untilItAnswers();
  const since = performance.now();
  const refused = load.alerts.filter(({ acceptedAt }) => acceptedAt === null).length;
  for (const answer of seen) say(`/ready while the disk was full: ${answer}`);
  const log = api?.output().slice(logged) ?? '';
  const inLog = log.split('\n').find((line) => TOLD[part].test(line));
  say(`the log: ${inLog?.slice(0, LINE) ?? 'nothing of it'}`);
  const statuses = [...seen].map((answer) => answer.split(' ')[0]);
  const count = await countPages(stage, load, { since, withinMs: GIVEN_UP_AFTER_MS });
  return {
    fault: `disk full: ${part}`,
    count,
    notes: `${refused} had to wait; /ready said ${[...new Set(statuses)].join(', ')}`,
    faults: [
      ...(refused === 0 ? ['the disk was never full for Klaxon'] : []),
      ...(statuses.every((status) => status === '200') ? ['/ready said that all is well'] : []),
      ...(inLog === undefined ? ['the log said nothing of it'] : []),
    ],
  };
}

/** Lays the tables or the log onto a small disk of its own, and the other one outside of it. */
async function moveToSmallDisk(
  stack: AsyncDisposableStack,
  { postgres }: FaultStage,
  part: Part,
): Promise<string> {
  const { folder, dataFolder } = postgres;
  const disk = join(folder, 'small');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', disk]);
  stack.defer(async () => {
    await postgres.stop();
    execFileSync('umount', [disk]);
  });
  await postgres.stop();
  const moved = part === 'tables' ? 'base' : 'pg_wal';
  execFileSync('cp', ['-a', join(dataFolder, moved), disk]);
  renameSync(join(dataFolder, moved), join(folder, `${moved}.before`));
  symlinkSync(join(disk, moved), join(dataFolder, moved));
  await postgres.start();
  return disk;
}

function fill(disk: string): void {
  try {
    for (;;) appendFileSync(join(disk, 'filler'), CHUNK);
  } catch {
    // It is full.
  }
}

async function readiness({ urls }: FaultStage): Promise<string> {
  try {
    const answer = await fetch(`${urls[0]}/ready`, { signal: AbortSignal.timeout(5_000) });
    const text = await answer.text();
    // Without what changes from second to second.
    return `${answer.status} ${text.replaceAll(/\d+/g, '…')}`;
  } catch {
    return 'no answer';
  }
}

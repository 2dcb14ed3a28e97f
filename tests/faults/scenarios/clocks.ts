import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { countPages } from '../stage/count-pages.ts';
import { type FaultStage, startStage } from '../stage/fault-stage.ts';
import type { Load } from '../stage/load.ts';
import type { RoundReport, Scenario } from '../stage/scenario.ts';

const PACE = { perSecond: 2, seconds: 10 };
const GIVEN_UP_AFTER_MS = 60_000;
const ACKNOWLEDGED_AFTER_MS = 5_000;
const LIBRARIES = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (system) => `/usr/lib/${system}/faketime/libfaketime.so.1`,
);

/** Minutes by which the clocks of the API that takes alerts, of the one that people use, and of the worker are ahead. */
const SKEWS = [
  [0, 0, 10],
  [0, 0, -10],
  [10, 0, 0],
  [-10, 0, 0],
  [0, 10, 0],
  [0, -10, 0],
  [10, 10, 10],
  [-10, -10, -10],
] as const;

/** Clocks that are ten minutes off, of each process by itself and of all. */
export const clocks: Scenario = {
  rounds: SKEWS.length,
  withinSeconds: 5,
  async run({ stack, rounds, report }) {
    for (const skew of SKEWS.slice(0, rounds)) {
      const own = stack.use(new AsyncDisposableStack());
      report(await withSkew(own, skew));
      await own.disposeAsync();
    }
  },
};

async function withSkew(
  stack: AsyncDisposableStack,
  [intake, people, worker]: (typeof SKEWS)[number],
): Promise<RoundReport> {
  const stage = await startStage(stack, {
    apis: [offBy(intake), offBy(people)],
    workers: [offBy(worker)],
  });
  const since = performance.now();
  const load = stage.send(PACE);
  const count = await countPages(stage, load, {
    since: 0,
    withinMs: GIVEN_UP_AFTER_MS,
  });
  await delay(ACKNOWLEDGED_AFTER_MS);
  await acknowledgeAll(stage, load);
  const limit = (performance.now() - since) / 1_000;
  const { mtta_seconds: mtta } = await stage.klaxon.get(stage.klaxon.admin, 'GET', '/api/metrics');
  return {
    fault: `API ${intake}, ${people}; worker ${worker} min`,
    count,
    notes: `MTTA ${mtta} s, of ${(ACKNOWLEDGED_AFTER_MS / 1_000).toFixed(0)} to ${limit.toFixed(0)} s`,
    faults: mtta > 0 && mtta < limit ? [] : [`the mean time to acknowledge is ${mtta} s`],
  };
}

/** Only what the process takes for the time of day is off: its timers are those of the machine. */
function offBy(minutes: number): Record<string, string> {
  if (minutes === 0) return {};
  const library = LIBRARIES.find(existsSync);
  if (!library) throw new Error('Clocks need libfaketime: apt-get install faketime.');
  return {
    LD_PRELOAD: library,
    FAKETIME: `${minutes > 0 ? '+' : ''}${minutes}m`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

async function acknowledgeAll(
  { klaxon, postgres, urls }: FaultStage,
  { alerts }: Load,
): Promise<void> {
  const rows = await postgres.query<{ id: string }>(
    `SELECT id FROM incidents WHERE labels->>'service' = ANY($1)`,
    [alerts.map(({ service }) => service)],
  );
  for (const { id } of rows) {
    const answer = await fetch(`${urls[1]}/api/incidents/${id}/acknowledge`, {
      method: 'POST',
      headers: { ...klaxon.admin.headers, origin: urls[1] ?? '' },
    });
    if (!answer.ok) throw new Error(`acknowledge: ${answer.status} ${await answer.text()}`);
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { countPages } from '../stage/count-pages.ts';
import { type FaultStage, startStage, WORKER_NAME } from '../stage/fault-stage.ts';
import type { Random } from '../stage/random.ts';
import type { Scenario } from '../stage/scenario.ts';

const PACE = { perSecond: 50, seconds: 4 };
const PAUSE_MS = 30_000;
/** Beyond it a page is late; so much later it is given up. */
const GIVEN_UP_AFTER_MS = 75_000;
const CAUGHT_UP_AFTER_MS = 30_000;

type Fault = (stage: FaultStage, random: Random) => Promise<unknown>;

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['kill -9 of a backend', ({ postgres }, random) => postgres.killBackend(random)],
  ['restart -m fast', ({ postgres }) => postgres.restart('fast')],
  ['restart -m immediate', ({ postgres }) => postgres.restart('immediate')],
  ['terminate the worker’s', terminateWorkers],
  ['kill -9 of postmaster', ({ postgres }) => postgres.restart('killed')],
  ['paused for 30 s', (stage) => pause(stage, PAUSE_MS)],
];

/** What PostgreSQL may go through at any moment of a storm of new incidents. */
export const restarts: Scenario = {
  rounds: 40,
  withinSeconds: 15,
  async run({ stack, rounds, randomOf, report, say }) {
    const stage = await startStage(stack);
    for (let round = 0; round < rounds; round += 1) {
      const [fault, inflict] = FAULTS[round % FAULTS.length] ?? ['', terminateWorkers];
      const endings = stage.endings();
      const count = await hurtUnderLoad(stage, inflict, randomOf(round));
      const notes = `processes that ended: ${stage.endings() - endings}`;
      report({ fault, count, notes, faults: [] });
      if (count.unpaged === 0) continue;
      say('the worker is started again, so that the next round begins well');
      await stage.workers[0]?.restart('SIGKILL');
      await delay(CAUGHT_UP_AFTER_MS);
    }
  },
};

/** Hurts it at some moment of a load, and counts what comes of it. */
export async function hurtUnderLoad(
  stage: FaultStage,
  inflict: Fault,
  random: Random,
  withinMs = GIVEN_UP_AFTER_MS,
) {
  const load = stage.send(PACE);
  await delay((0.1 + 0.8 * random()) * PACE.seconds * 1_000);
  await inflict(stage, random);
  return countPages(stage, load, { since: performance.now(), withinMs });
}

export async function terminateWorkers({ postgres }: FaultStage): Promise<void> {
  await postgres.terminate(WORKER_NAME);
}

export async function pause({ postgres }: FaultStage, forMs: number): Promise<void> {
  postgres.pause();
  await delay(forMs);
  postgres.resume();
}

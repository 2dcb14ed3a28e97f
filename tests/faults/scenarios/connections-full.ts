import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { countPages } from '../stage/count-pages.ts';
import { type FaultStage, startStage } from '../stage/fault-stage.ts';
import type { Scenario } from '../stage/scenario.ts';
import { terminateWorkers } from './restarts.ts';

const PACE = { perSecond: 50, seconds: 8 };
const FULL_FOR_MS = 20_000;
const GIVEN_UP_AFTER_MS = 75_000;
const TAKE_EVERY_MS = 20;

/** Others take every connection that PostgreSQL has; every second time those of the worker, too. */
export const connectionsFull: Scenario = {
  rounds: 4,
  withinSeconds: 15,
  async run({ stack, rounds, report }) {
    const stage = await startStage(stack, { postgres: { flags: ['-c', 'max_connections=60'] } });
    for (let round = 0; round < rounds; round += 1) {
      const takesWorkers = round % 2 === 1;
      const endings = stage.endings();
      const load = stage.send(PACE);
      await delay(1_000);
      const taken = await takeAll(stage, takesWorkers);
      const count = await countPages(stage, load, {
        since: performance.now(),
        withinMs: GIVEN_UP_AFTER_MS,
      });
      const fault = takesWorkers ? 'full, the worker’s too' : 'full for 20 s';
      const notes = `${taken} taken; processes that ended: ${stage.endings() - endings}`;
      report({ fault, count, notes, faults: [] });
    }
  },
};

async function takeAll(stage: FaultStage, takesWorkers: boolean): Promise<number> {
  const taken: pg.Client[] = [];
  const freeAt = performance.now() + FULL_FOR_MS;
  if (takesWorkers) await terminateWorkers(stage);
  while (performance.now() < freeAt) {
    const client = new pg.Client({ connectionString: stage.postgres.url });
    client.on('error', () => {});
    try {
      await client.connect();
      taken.push(client);
    } catch {
      await delay(TAKE_EVERY_MS);
    }
  }
  await Promise.all(taken.map((client) => client.end()));
  return taken.length;
}

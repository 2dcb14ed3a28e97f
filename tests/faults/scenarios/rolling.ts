import { setTimeout as delay } from 'node:timers/promises';
import { startBalancer } from '../stage/balancer.ts';
import { countPages } from '../stage/count-pages.ts';
import { startStage } from '../stage/fault-stage.ts';
import type { Scenario } from '../stage/scenario.ts';

const PACE = { perSecond: 50, seconds: 4 };
const GIVEN_UP_AFTER_MS = 75_000;
const SIGNALS = ['SIGTERM', 'SIGKILL'] as const;

/** Two APIs behind a load balancer and two workers, each ended and started again in its turn. */
export const rolling: Scenario = {
  rounds: 8,
  withinSeconds: 15,
  async run({ stack, rounds, randomOf, report }) {
    const stage = await startStage(stack, { apis: [{}, {}], workers: [{}, {}] });
    const ports = stage.urls.map((url) => Number(new URL(url).port));
    const balancer = await startBalancer(stack, ports);
    const steps = SIGNALS.flatMap((signal) =>
      [...stage.apis, ...stage.workers].map((part) => ({ signal, part })),
    );
    for (const [round, { signal, part }] of steps.slice(0, rounds).entries()) {
      const load = stage.send(PACE, balancer);
      await delay((0.1 + 0.8 * randomOf(round)()) * PACE.seconds * 1_000);
      const since = performance.now();
      const restarted = part.restart(signal);
      const count = await countPages(stage, load, { since, withinMs: GIVEN_UP_AFTER_MS });
      await restarted;
      const repeats = load.alerts.reduce((sum, { offers }) => sum + offers - 1, 0);
      const notes = `${repeats} repeats`;
      report({ fault: `${signal} of ${part.role}`, count, notes, faults: [] });
    }
  },
};

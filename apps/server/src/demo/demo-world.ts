import type { Clock, Ids, Job } from '@klaxon/application';
import type { Instant } from '@klaxon/domain';
import { type DemoClock, demoClock, demoIds } from './demo-clock.ts';
import { DemoQueue } from './demo-queue.ts';
import { seededRandom } from './seeded-random.ts';

export interface DemoWorld {
  readonly clock: DemoClock;
  readonly ids: Ids;
  readonly jitter: () => number;
  readonly queue: DemoQueue;
  /** Keeps the jobs of the past; those of the present go to the real queue. */
  readonly redirectJobs: (jobs: readonly Job[]) => readonly Job[];
  /** Ends the past. Answers the jobs that are left of it. */
  goOn(from: Instant): readonly Job[];
}

/** Time, chance and jobs of the demo: of the seed alone until the present, then real ones. */
export function demoWorld(
  { start, seed }: { readonly start: Instant; readonly seed: number },
  real: { readonly clock: Clock; readonly ids: Ids },
): DemoWorld {
  const clock = demoClock(start, real.clock);
  const seeded = demoIds(clock, seededRandom(seed));
  const queue = new DemoQueue();
  let past = true;
  return {
    clock,
    queue,
    ids: { next: () => (past ? seeded : real.ids).next() },
    jitter: seededRandom(seed),
    redirectJobs(jobs) {
      if (!past) return jobs;
      queue.add(jobs, clock.now());
      return [];
    },
    goOn(from) {
      const left = queue.drain(clock.now());
      past = false;
      clock.goOn(from);
      return left;
    },
  };
}

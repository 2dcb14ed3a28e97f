import type { Job, JobHandlers } from '@klaxon/application';
import { type Instant, SECOND } from '@klaxon/domain';

/** What a worker takes until it has a job in hand. */
const LATENCY = SECOND / 4;

export type DueJob = Job & { readonly runAt: Instant };

/** Jobs of the past, in the order in which they come due: a worker of today must not find them. */
export class DemoQueue {
  readonly #waiting: { readonly job: DueJob; readonly order: number }[] = [];
  #added = 0;

  add(jobs: readonly Job[], now: Instant): void {
    for (const job of jobs) {
      const sameKey = (other: { readonly job: Job }) => other.job.key === job.key;
      const at = job.key === undefined ? -1 : this.#waiting.findIndex(sameKey);
      const replaced = at < 0 ? null : this.#waiting.splice(at, 1)[0];
      const runAt = replaced?.job.runAt ?? Math.max(job.runAt ?? now, now) + LATENCY;
      this.#waiting.push({ job: { ...job, runAt }, order: this.#added });
      this.#added += 1;
    }
    this.#waiting.sort((a, b) => a.job.runAt - b.job.runAt || a.order - b.order);
  }

  /** The next job that is due until then; null where there is none. */
  take(until: Instant): DueJob | null {
    const [first] = this.#waiting;
    if (!first || first.job.runAt > until) return null;
    return this.#waiting.shift()?.job ?? null;
  }

  /** All that is left. */
  drain(): readonly DueJob[] {
    return this.#waiting.splice(0).map(({ job }) => job);
  }
}

export async function runJob(handlers: JobHandlers, job: Job, jobId: string): Promise<void> {
  await Reflect.apply(handlers[job.name], null, [job.payload, jobId]);
}

import type { Job, JobHandlers } from '@klaxon/application';
import { type Instant, SECOND } from '@klaxon/domain';

/** What a worker takes until it has something in hand. */
export const LATENCY = SECOND / 4;

type DueJob = Job & { readonly runAt: Instant };

/** Jobs of the past, in the order in which they come due: a worker of today must not find them. */
export class DemoQueue {
  readonly #waiting: { readonly job: DueJob; readonly order: number }[] = [];
  #added = 0;

  add(jobs: readonly Job[], now: Instant): void {
    for (const job of jobs) {
      const sameKey = (other: { readonly job: Job }) => other.job.key === job.key;
      const at = job.key === undefined ? -1 : this.#waiting.findIndex(sameKey);
      const replaced = at < 0 ? null : this.#waiting.splice(at, 1)[0];
      const runAt = replaced?.job.runAt ?? now + (job.after ?? 0) + LATENCY;
      this.#waiting.push({ job: { ...job, runAt }, order: this.#added });
      this.#added += 1;
    }
    this.#waiting.sort((a, b) => a.job.runAt - b.job.runAt || a.order - b.order);
  }

  /** When the next job is due; null where there is none. */
  get dueAt(): Instant | null {
    return this.#waiting[0]?.job.runAt ?? null;
  }

  /** The next job that is due until then; null where there is none. */
  take(until: Instant): DueJob | null {
    if (this.dueAt === null || this.dueAt > until) return null;
    return this.#waiting.shift()?.job ?? null;
  }

  /** All that is left, as of now. */
  drain(now: Instant): readonly Job[] {
    return this.#waiting
      .splice(0)
      .map(({ job: { runAt, ...job } }) => ({ ...job, after: Math.max(0, runAt - now) }));
  }
}

export async function runJob(handlers: JobHandlers, job: Job): Promise<void> {
  await Reflect.apply(handlers[job.name], null, [job.payload]);
}

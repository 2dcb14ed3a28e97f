import type { JobHandlers } from '@klaxon/application';
import type pg from 'pg';
import { monotonicClock } from '../system/monotonic-clock.ts';
import { pause } from '../system/pause.ts';
import { FAIL_JOB, FINISH_JOB, TAKE_JOBS, type TakenJob } from './job-rows.ts';

/** A handler that takes longer hangs: its job is released, and somebody runs it again. */
const GIVEN_UP_AFTER_MS = 120_000;
/** So long a database may be away. */
const TRIES = 60;
const BETWEEN_TRIES_MS = 500;

export interface JobRunnerOptions {
  readonly pool: pg.Pool;
  readonly handlers: JobHandlers;
  readonly workerId: string;
  readonly concurrency: number;
  /** Called when a job has ended. */
  readonly freed: () => void;
  readonly failed: (error: unknown, job: TakenJob) => void;
}

export interface JobRunner {
  /** Takes what is due, as far as there is room. Answers how many. */
  pass(): Promise<number>;
  /** The jobs that it runs; null while it asks for more and cannot tell. */
  inHand(): readonly string[] | null;
  idle(): Promise<void>;
}

/** Runs jobs. What it has in hand is what it says: anything else that is claimed in its name was lost. */
export function makeJobRunner(options: JobRunnerOptions): JobRunner {
  const { pool, handlers, workerId, concurrency, freed, failed } = options;
  const hand = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  let asking = false;

  async function run(job: TakenJob): Promise<void> {
    try {
      const handle = handlers[job.name];
      if (!handle) throw new Error(`there is no job ${job.name}; a newer Klaxon added it`);
      await Reflect.apply(handle, null, [job.payload]);
      // What it led to need not wait until it is written down as done.
      freed();
      await record(FINISH_JOB, [job.id, workerId]);
    } catch (error) {
      failed(error, job);
      await record(FAIL_JOB, [job.id, workerId, String(error)]);
    } finally {
      hand.delete(job.id);
      freed();
    }
  }

  /** Again and again while the database is away: a job that ran and is not known to runs a second time. */
  async function record(text: string, values: readonly string[]): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      try {
        await pool.query(text, [...values]);
        return;
      } catch {
        await pause(BETWEEN_TRIES_MS);
      }
    }
  }

  return {
    async pass() {
      const now = monotonicClock.now();
      for (const [id, since] of hand) if (now - since >= GIVEN_UP_AFTER_MS) hand.delete(id);
      const room = concurrency - hand.size;
      if (room <= 0) return 0;
      asking = true;
      try {
        const { rows } = await pool.query<TakenJob>({
          name: 'take-jobs',
          text: TAKE_JOBS,
          values: [workerId, room],
        });
        for (const job of rows) {
          hand.set(job.id, monotonicClock.now());
          const running = run(job);
          underWay.add(running);
          void running.finally(() => underWay.delete(running));
        }
        return rows.length;
      } finally {
        asking = false;
      }
    },
    inHand: () => (asking ? null : [...hand.keys()]),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

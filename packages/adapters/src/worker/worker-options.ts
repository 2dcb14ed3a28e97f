import type { AttemptDelivery, JobHandlers, JobName } from '@klaxon/application';
import type { DatabaseClock } from '../system/database-clock.ts';

export interface WorkerOptions {
  readonly url: string;
  readonly handlers: JobHandlers;
  /** Jobs that run again and again, and how long after their last run. */
  readonly everyMs: Partial<Readonly<Record<JobName, number>>>;
  readonly attempt: AttemptDelivery;
  readonly clock: DatabaseClock;
  /** How long something may be due and not taken. */
  readonly stuckAfterMs?: number;
  readonly log: (level: 'debug' | 'warn' | 'error', message: string) => void;
}

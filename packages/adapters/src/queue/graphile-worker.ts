import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { JobHandlers, JobName } from '@klaxon/application';
import {
  type JobHelpers,
  Logger,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type pg from 'pg';
import { keepWorkersAlive } from './worker-liveness.ts';

export interface WorkerOptions {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly handlers: JobHandlers;
  /** Jobs to run at the start of every minute. */
  readonly everyMinute: readonly JobName[];
  readonly concurrency: number;
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
}

export interface RunningWorker {
  /** Takes no more jobs and waits for those in hand; what is left goes to other workers. */
  stop(): Promise<void>;
}

/** How many times in a row each of the workers may fail to ask for a job, about once a second. */
const FAILURES_IN_A_ROW = 10;
const TRY_AGAIN_AFTER_MS = 1_000;
/**
 * graphile-worker hands jobs back without waiting for it, and a failure of that ends the whole process.
 * In batches, even of one tick, it ends only the run, which is begun anew.
 */
const UNLOST = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };
const STOP_WITHIN_MS = 5_000;

/**
 * Starts taking jobs. The queue is in the database: any number of processes may do this at once.
 *
 * graphile-worker does not come back from every loss of its database: it keeps a failed first look at
 * the tasks for good, and ends when it cannot hand back a job. A worker that stands still is a page
 * that never comes, so it is watched and begun anew.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { log } = options;
  const stopping = new AbortController();
  const liveness = await keepWorkersAlive(options.url, (message) => log('warn', message));
  let current = await beginRun(options, liveness.hold);

  async function watch(): Promise<void> {
    for (;;) {
      await Promise.race([current.ended, aborted(stopping.signal)]);
      if (stopping.signal.aborted) return;
      log('warn', 'the worker lost its database; it begins anew');
      await endRun(current);
      await liveness.release(current.holders);
      const next = await beginAgain();
      if (!next) return;
      current = next;
    }
  }

  async function beginAgain(): Promise<Run | null> {
    while (!stopping.signal.aborted) {
      try {
        return await beginRun(options, liveness.hold);
      } catch (error) {
        log('debug', `the worker cannot begin yet: ${String(error)}`);
        await delay(TRY_AGAIN_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    return null;
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await watching;
      await endRun(current);
      await liveness.stop();
    },
  };
}

interface Run {
  readonly runner: Runner;
  /** The names under which its jobs are locked. */
  readonly holders: readonly string[];
  /** Done when it ended by itself, or cannot get at its jobs. */
  readonly ended: Promise<void>;
}

async function beginRun(options: WorkerOptions, hold: (holder: string) => void): Promise<Run> {
  const { pool, handlers, everyMinute, concurrency, log } = options;
  const events: WorkerEvents = new EventEmitter();
  const holders: string[] = [];
  // Jobs are locked in the name of the pool, not of the one worker in it that has them in hand.
  events.on('pool:create', ({ workerPool }) => {
    holders.push(workerPool.id);
    hold(workerPool.id);
  });
  const stuck = failingToGetJobs(events, FAILURES_IN_A_ROW * concurrency);
  const runner = await run({
    pgPool: pool,
    concurrency,
    events,
    noHandleSignals: true,
    preset: { worker: UNLOST },
    pollInterval: 1_000,
    taskList: taskList(handlers),
    crontab: everyMinute.map((name) => `* * * * * ${name} ?jobKey=minute:${name}`).join('\n'),
    logger: new Logger(
      () => (level, message) => log(level === 'warning' ? 'warn' : level, message),
    ),
  });
  const finished = runner.promise.catch((error) =>
    log('warn', `the worker ended: ${String(error)}`),
  );
  return { runner, holders, ended: Promise.race([finished, stuck]) };
}

/** What is in hand gets its time; a run that cannot even stop is left to itself. */
async function endRun({ runner }: Run): Promise<void> {
  const stopped = runner.stop().catch(() => {});
  await Promise.race([stopped, delay(STOP_WITHIN_MS, undefined, { ref: false })]);
}

function failingToGetJobs(events: WorkerEvents, times: number): Promise<void> {
  let failures = 0;
  const reset = () => {
    failures = 0;
  };
  events.on('worker:getJob:empty', reset);
  events.on('job:start', reset);
  return new Promise((resolve) => {
    events.on('worker:getJob:error', () => {
      failures += 1;
      if (failures >= times) resolve();
    });
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}

function taskList(handlers: JobHandlers): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (payload: unknown, { job }: JobHelpers) => Reflect.apply(handle, null, [payload, job.id]),
    ]),
  );
}

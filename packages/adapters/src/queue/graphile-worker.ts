import { EventEmitter } from 'node:events';
import type { JobHandlers, JobName } from '@klaxon/application';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
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

/** Starts taking jobs. The queue is in the database: any number of processes may do this at once. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { url, pool, handlers, everyMinute, concurrency, log } = options;
  const events: WorkerEvents = new EventEmitter();
  const liveness = await keepWorkersAlive(url, events, (message) => log('warn', message));
  const runner = await run({
    pgPool: pool,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: taskList(handlers),
    crontab: everyMinute.map((name) => `* * * * * ${name} ?jobKey=minute:${name}`).join('\n'),
    logger: new Logger(
      () => (level, message) => log(level === 'warning' ? 'warn' : level, message),
    ),
  });
  return {
    async stop() {
      await runner.stop();
      await liveness.stop();
    },
  };
}

function taskList(handlers: JobHandlers): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (payload: unknown) => Reflect.apply(handle, null, [payload]),
    ]),
  );
}

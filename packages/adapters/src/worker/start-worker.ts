import { watchWork } from './watch-work.ts';
import type { WorkerOptions } from './worker-options.ts';
import { beginRun } from './worker-run.ts';

export interface RunningWorker {
  /** Resolves where it takes no work though the database answers, and restarting did not help. */
  readonly hopeless: Promise<void>;
  /** Takes no more, and gives what is in hand its time; what is left goes to other workers. */
  stop(): Promise<void>;
}

/** Due for so long, and nothing of its kind taken meanwhile. */
const STUCK_AFTER_MS = 8_000;
/** So many runs in a row that took nothing: only a new process can help. */
const RUNS_IN_VAIN = 3;

/**
 * Takes jobs and sends what is due. The work is in the database: any number of processes may do this at
 * once. A watch on a connection of its own compares what is due with what was taken; a run that stands
 * still is left to itself, and another one begun.
 */
export function startWorker(options: WorkerOptions): RunningWorker {
  const { log } = options;
  const hopeless = Promise.withResolvers<void>();
  let stopping = false;
  let inVain = 0;
  let stuckSince: number | null = null;
  let run = beginRun(options, () => stuckSince);

  const watch = watchWork({
    url: options.url,
    clock: options.clock,
    stuckAfterMs: options.stuckAfterMs ?? STUCK_AFTER_MS,
    log,
    run: () => run,
    stuck(since, what) {
      stuckSince = since;
      if (stopping || what === null) {
        inVain = what === null ? 0 : inVain;
        return;
      }
      inVain += 1;
      if (inVain >= RUNS_IN_VAIN) {
        log('error', `the worker takes no work: ${what}. Restarting did not help`);
        hopeless.resolve();
        return;
      }
      log('warn', `the worker stands still: ${what}. It starts again`);
      const left = run;
      run = beginRun(options, () => stuckSince);
      left.stop().catch((error) => log('warn', `a run could not be stopped: ${String(error)}`));
    },
  });

  return {
    hopeless: hopeless.promise,
    async stop() {
      stopping = true;
      await watch.stop();
      await run.stop();
    },
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Teardown } from '../composition/teardown.ts';

/** What a thread is told at its start. */
export interface WorkerTask {
  readonly databaseUrl: string;
  /** Null where people sign in. */
  readonly localToken: string | null;
}

/** A thread says that it lives once a second; one that says nothing for so long is ended. */
export const LIVES_EVERY_MS = 1_000;
const SILENT_FOR_MS = 15_000;
const STOP_WITHIN_MS = 9_000;
const AGAIN_AFTER_MS = 1_000;
const READY_WITHIN_MS = 15_000;

/**
 * Runs the worker in a thread of its own, so that what is received holds up nothing that is sent, and
 * brings it back whenever it ends or falls silent. Resolves when it takes jobs.
 */
export async function superviseWorker(
  task: WorkerTask,
  logger: Logger,
  teardown: Teardown,
  file: URL = new URL('./worker-thread.ts', import.meta.url),
): Promise<void> {
  const stopping = new AbortController();
  const ready = Promise.withResolvers<void>();
  let thread: Worker | null = null;

  async function live(): Promise<void> {
    const worker = new Worker(file, { workerData: task });
    thread = worker;
    let silence = setTimeout(() => {}, 0);
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        logger.error('the worker says nothing; it is ended, and another one started');
        void worker.terminate();
      }, SILENT_FOR_MS);
    };
    heard();
    worker.on('message', (message) => {
      heard();
      if (message === 'ready') ready.resolve();
    });
    worker.on('error', (error) => logger.error({ err: error }, 'the worker failed'));
    // `once` would not wait for the end of one that fails.
    const code = await new Promise((resolve) => worker.once('exit', resolve));
    clearTimeout(silence);
    thread = null;
    if (!stopping.signal.aborted)
      logger.error({ code }, 'the worker ended; another one is started');
  }

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await live();
      await delay(AGAIN_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const keeping = keep();
  teardown.onStop('worker', async () => {
    stopping.abort();
    thread?.postMessage('stop');
    const late = delay(STOP_WITHIN_MS, undefined, { ref: false });
    await Promise.race([keeping, late]);
    await thread?.terminate();
  });
  await Promise.race([ready.promise, delay(READY_WITHIN_MS, undefined, { ref: false })]);
}

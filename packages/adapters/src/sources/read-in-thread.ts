import { setImmediate } from 'node:timers/promises';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import { type IncomingAlert, makeLabels } from '@klaxon/domain';
import { RAW_LIMIT, type ReadPayload, refused } from './alertmanager-payload.ts';
import type { ReadingTask, SentAlert } from './reading-thread.ts';

const THREAD = new URL('./reading-thread.ts', import.meta.url);
/** Many times what 64 MiB of real alerts take. */
const HEAP_MB = 1_024;
/** Two million labels, more than a payload may hold, take twenty seconds of a processor. */
const READ_WITHIN_MS = 120_000;
/** Its memory is given back when nothing large has come for so long. */
const IDLE_MS = 10_000;

/** Reads payloads in a thread beside the one that serves, one after another; what ends the thread is refused. */
export function threadReader(): (body: Buffer<ArrayBuffer>) => Promise<ReadPayload> {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function readNext(body: Buffer<ArrayBuffer>): Promise<ReadPayload> {
    clearTimeout(idle);
    thread ??= startThread(() => {
      thread = null;
    });
    const beginning = body.toString('utf8', 0, RAW_LIMIT);
    try {
      return await read(thread, body);
    } catch (error) {
      const message = `could not be read: ${error instanceof Error ? error.message : String(error)}`;
      await thread?.terminate();
      return refused(beginning, { path: 'body', message });
    } finally {
      idle = setTimeout(() => {
        void thread?.terminate();
      }, IDLE_MS).unref();
    }
  }

  return (body) => {
    const reading = last.then(() => readNext(body));
    last = reading;
    return reading;
  };
}

function startThread(onExit: () => void): Worker {
  const thread = new Worker(THREAD, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  thread.unref();
  // What ends it fails the task that it was at.
  thread.on('error', () => {}).on('exit', onExit);
  return thread;
}

async function read(thread: Worker, body: Buffer<ArrayBuffer>): Promise<ReadPayload> {
  const { port1: own, port2: parts } = new MessageChannel();
  try {
    const answered = answerOf(thread);
    const task: ReadingTask = { body, parts };
    thread.postMessage(task, [body.buffer, parts]);
    const { report, ...rest } = await answered;
    const alerts = await collect(own);
    return { ...rest, report: { ...report, alerts } };
  } finally {
    own.close();
  }
}

function answerOf(thread: Worker): Promise<ReadPayload> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => settle(() => reject(new Error('it took too long'))),
      READ_WITHIN_MS,
    );
    const onMessage = (answer: ReadPayload) => settle(() => resolve(answer));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error('it ended the thread that read it')));
    const settle = (how: () => void) => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      how();
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

/** One part in each turn of the event loop, so that others have theirs. */
async function collect(parts: MessagePort): Promise<readonly IncomingAlert[]> {
  const alerts: IncomingAlert[] = [];
  for (;;) {
    const part: { readonly message: readonly SentAlert[] } | undefined =
      receiveMessageOnPort(parts);
    if (!part) return alerts;
    for (const { labels, annotations, ...alert } of part.message)
      alerts.push({ ...alert, labels: makeLabels(labels), annotations: makeLabels(annotations) });
    await setImmediate();
  }
}

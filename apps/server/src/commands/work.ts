import { type DatabaseClock, type RunningWorker, startWorker } from '@klaxon/adapters';
import { makeAttemptDelivery } from '@klaxon/application';
import type { Logger } from 'pino';
import type { Composition } from '../composition/compose.ts';
import type { Teardown } from '../composition/teardown.ts';
import { jobHandlers, periods } from '../worker/handlers.ts';

/** Takes jobs, sends messages, and hears what people do in chats. */
export function work(
  { worker, listeners }: Composition,
  { databaseUrl, clock }: { readonly databaseUrl: string; readonly clock: DatabaseClock },
  logger: Logger,
  teardown: Teardown,
): RunningWorker {
  const running = startWorker({
    url: databaseUrl,
    handlers: jobHandlers(worker),
    everyMs: periods(worker),
    attempt: makeAttemptDelivery(worker.notification),
    clock,
    log: (level, message) => logger[level](message),
  });
  teardown.onStop('worker', () => running.stop());
  for (const { name, start } of listeners) {
    const listening = start();
    teardown.onStop(name, () => listening.stop());
  }
  return running;
}

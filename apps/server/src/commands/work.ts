import { type DatabaseClock, type RunningWorker, startWorker } from '@klaxon/adapters';
import type { Logger } from 'pino';
import type { ComposedWorker } from '../composition/compose-worker.ts';
import type { Teardown } from '../composition/teardown.ts';

/** Takes jobs, sends messages, and hears what people do in chats. */
export function work(
  { handlers, periods, attempt, listeners }: ComposedWorker,
  { databaseUrl, clock }: { readonly databaseUrl: string; readonly clock: DatabaseClock },
  logger: Logger,
  teardown: Teardown,
): RunningWorker {
  const running = startWorker({
    url: databaseUrl,
    handlers,
    everyMs: periods,
    attempt,
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

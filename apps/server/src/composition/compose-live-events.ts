import { monotonicClock, pgLiveEvents } from '@klaxon/adapters';
import { type FindRevoked, LiveEventHub } from '@klaxon/application';
import type { Logger } from 'pino';
import type { Teardown } from './teardown.ts';

type Pool = Parameters<typeof pgLiveEvents>[0]['pool'];

const TICK_MS = 1_000;

/** What changes, told to whoever follows it at this process. Nothing runs until somebody does. */
export function composeLiveEvents(
  pool: Pool,
  findRevoked: FindRevoked,
  databaseUrl: string,
  logger: Logger,
  teardown: Teardown,
): LiveEventHub {
  const log = (level: 'debug' | 'warn', message: string) => logger[level](message);
  const hub = new LiveEventHub({
    events: pgLiveEvents({ pool, url: databaseUrl, log }),
    findRevoked,
    clock: monotonicClock,
    warn: (error) => logger.warn({ err: error }, 'cannot read what changed; trying on'),
  });
  const ticking = setInterval(() => hub.tick(), TICK_MS);
  teardown.onStop('live events', () => {
    clearInterval(ticking);
    return hub.close();
  });
  return hub;
}

import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Teardown } from './teardown.ts';

/** Redis only counts requests: while it is away nothing waits for it, and everything is let through. */
export function connectRedis(url: string, logger: Logger, teardown: Teardown): Redis {
  const redis = new Redis(url, {
    connectTimeout: 500,
    commandTimeout: 500,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
  });
  let away = false;
  redis.on('error', (error) => {
    if (!away) logger.warn({ err: error }, 'Redis cannot be reached; requests are not counted');
    away = true;
  });
  redis.on('ready', () => {
    away = false;
  });
  teardown.onStop('Redis', async () => redis.disconnect());
  return redis;
}

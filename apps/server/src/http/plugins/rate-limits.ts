import rateLimit from '@fastify/rate-limit';
import { limit, networkOf } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import type { HttpApp } from '../http-app.ts';
import { addressOf } from '../request/address-of.ts';
import { callerKey } from '../request/caller-key.ts';

export interface RateLimits {
  /** Requests a minute that one caller may make; 0 for any number. */
  readonly perMinute: number;
  /** Where all processes count together; null: each counts for itself. */
  readonly redis: Redis | null;
}

/** Of what needs no sign-in, one address may ask less: it is where guessing begins. */
const OPEN_SHARE = 10;

/**
 * Counts a proof that was none. It is looked at first: a broken script must not keep out those who
 * share its address and have a good one.
 *
 * @throws DomainError `limit` where too many came from the address within a minute
 */
export type CountRefusal = (request: FastifyRequest) => Promise<void>;

/**
 * Bounds what one caller can ask in a minute. Alerts are never refused for their number: Alertmanager
 * does not send again what got a 429.
 */
export async function registerRateLimits(
  app: HttpApp,
  { perMinute, redis }: RateLimits,
): Promise<CountRefusal> {
  if (perMinute === 0) return async () => {};
  await app.register(rateLimit, {
    global: true,
    hook: 'preParsing',
    timeWindow: 60_000,
    max: ({ routeOptions }) =>
      routeOptions.config.access?.kind === 'open' && routeOptions.url?.startsWith('/api/')
        ? Math.max(1, Math.floor(perMinute / OPEN_SHARE))
        : perMinute,
    keyGenerator: (request) => `${areaOf(request)}:${callerKey(request)}`,
    allowList: ({ routeOptions, is404 }) => !is404 && isExempt(routeOptions.url ?? ''),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': true,
      'x-ratelimit-remaining': true,
      'x-ratelimit-reset': true,
    },
    skipOnError: true,
    ...(redis && { redis, nameSpace: 'klaxon-rate:' }),
    errorResponseBuilder: (_request, { ttl }) =>
      limit('There were too many requests within a minute. Go on more slowly.', ttl / 1_000),
  });
  const refused = app.createRateLimit({
    max: Math.max(1, Math.floor(perMinute / OPEN_SHARE)),
    keyGenerator: (request: FastifyRequest) => `refused:${networkOf(addressOf(request))}`,
    allowList: ({ routeOptions }: FastifyRequest) => isExempt(routeOptions.url ?? ''),
  });
  return async (request) => {
    const counted = await refused(request);
    if (!counted.isAllowed && counted.isExceeded)
      throw limit(
        'Too many keys, tokens or sessions from this address were not valid. Wait a while before the next.',
        counted.ttl / 1_000,
      );
  };
}

function areaOf({ routeOptions }: FastifyRequest): 'open' | 'known' {
  return routeOptions.config.access?.kind === 'open' ? 'open' : 'known';
}

/** Probes, pages and their parts, and whatever sends alerts. */
function isExempt(url: string): boolean {
  return (
    !url.startsWith('/api/') ||
    url.startsWith('/api/webhooks/') ||
    url.startsWith('/api/integrations/slack/') ||
    url.startsWith('/api/integrations/telegram/')
  );
}

import { type Milliseconds, SECOND } from '../shared/instant.ts';

/** With a quarter of jitter on top it stays under a minute. */
const LONGEST = 45 * SECOND;

/** After so many attempts, more than an hour, a message is given up. */
export const LAST_ATTEMPT = 100;

/**
 * How long to wait after attempt `attempt` (from 1): 2 s, 4 s, 8 s … up to 45 s, so that a channel
 * that comes back is used within a minute; longer only where the provider asked for it.
 */
export function retryDelay(attempt: number, retryAfter: Milliseconds | null): Milliseconds {
  return Math.max(retryAfter ?? 0, Math.min(LONGEST, SECOND * 2 ** Math.min(attempt, 10)));
}

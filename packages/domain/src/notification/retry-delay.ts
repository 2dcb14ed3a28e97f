import { MINUTE, type Milliseconds, SECOND } from '../shared/instant.ts';

/** After so many attempts, about an hour and a half, a message is given up. */
export const LAST_ATTEMPT = 100;

/**
 * How long to wait after attempt `attempt` (from 1): 2 s, 4 s, 8 s … up to a minute, so that a channel
 * that comes back is used within a minute; longer only where the provider asked for it.
 */
export function retryDelay(attempt: number, retryAfter: Milliseconds | null): Milliseconds {
  return Math.max(retryAfter ?? 0, Math.min(MINUTE, SECOND * 2 ** Math.min(attempt, 10)));
}

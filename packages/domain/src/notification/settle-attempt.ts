import type { Instant, Milliseconds } from '../shared/instant.ts';
import type { NotificationDelivery } from './notification-delivery.ts';
import { LAST_ATTEMPT, retryDelay } from './retry-delay.ts';

/**
 * What came of one attempt. `retry`: worth another try, after `retryAfter` milliseconds where the
 * provider asked for a pause. `error` is for people and never holds a secret.
 */
export type AttemptOutcome =
  | { readonly result: 'sent'; readonly providerId: string | null }
  | {
      readonly result: 'retry';
      readonly error: string;
      readonly retryAfter: Milliseconds | null;
    }
  | { readonly result: 'failed'; readonly error: string };

/** @param jitter from 0 to 1: spreads the next tries of many deliveries over time */
export function settleAttempt(
  delivery: NotificationDelivery,
  outcome: AttemptOutcome,
  now: Instant,
  jitter: number,
): NotificationDelivery {
  const base = { ...delivery, attempts: delivery.attempts + 1, claim: null };
  if (outcome.result === 'sent')
    return {
      ...base,
      status: 'sent',
      providerId: outcome.providerId,
      lastError: null,
      settledAt: now,
    };
  const failed = outcome.result === 'failed' || base.attempts >= LAST_ATTEMPT;
  if (failed) return { ...base, status: 'failed', lastError: outcome.error, settledAt: now };
  const wait = retryDelay(base.attempts, outcome.retryAfter);
  return {
    ...base,
    lastError: outcome.error,
    nextAttemptAt: now + Math.round(wait * (1 + jitter / 4)),
  };
}

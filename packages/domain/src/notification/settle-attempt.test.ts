import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aDelivery, T0 } from '../examples.ts';
import { HOUR, MINUTE, SECOND } from '../shared/instant.ts';
import { LAST_ATTEMPT } from './retry-delay.ts';
import { settleAttempt } from './settle-attempt.ts';

const inHand = aDelivery({ claim: { by: 'job', at: T0 }, epoch: 1 });
const busy = { result: 'retry', error: 'HTTP 503', retryAfter: null } as const;
const NOW = T0 + SECOND;

describe('an attempt', () => {
  test('that succeeded settles the delivery, and forgets earlier errors', () =>
    expect(
      settleAttempt(
        { ...inHand, lastError: 'HTTP 503' },
        { result: 'sent', providerId: 'ts-1' },
        NOW,
        0,
      ),
    ).toEqual(
      aDelivery({ epoch: 1, attempts: 1, status: 'sent', providerId: 'ts-1', settledAt: NOW }),
    ));

  test('that failed for good settles it with the reason', () =>
    expect(settleAttempt(inHand, { result: 'failed', error: 'HTTP 404' }, NOW, 0)).toEqual(
      aDelivery({ epoch: 1, attempts: 1, status: 'failed', lastError: 'HTTP 404', settledAt: NOW }),
    ));

  test('that may succeed later gives the delivery back, with its next time', () =>
    expect(settleAttempt(inHand, busy, NOW, 0)).toEqual(
      aDelivery({ epoch: 1, attempts: 1, lastError: 'HTTP 503', nextAttemptAt: NOW + 2 * SECOND }),
    ));

  test('that was the last gives up', () => {
    const tried = (attempts: number) => settleAttempt({ ...inHand, attempts }, busy, NOW, 0).status;
    expect(tried(LAST_ATTEMPT - 2)).toBe('queued');
    expect(tried(LAST_ATTEMPT - 1)).toBe('failed');
  });
});

describe('the next attempt', () => {
  const wait = (attempts: number, retryAfter: number | null, jitter: number) =>
    settleAttempt({ ...inHand, attempts }, { ...busy, retryAfter }, NOW, jitter).nextAttemptAt -
    NOW;

  test('comes within a minute, unless the provider asks for more', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: LAST_ATTEMPT - 2 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, jitter) => {
          expect(wait(attempts, null, jitter)).toBeGreaterThanOrEqual(2 * SECOND);
          expect(wait(attempts, null, jitter)).toBeLessThan(MINUTE);
        },
      ),
    ));

  test('never comes before the provider’s time is over', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: LAST_ATTEMPT - 2 }),
        fc.nat({ max: 24 * HOUR }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, retryAfter, jitter) =>
          expect(wait(attempts, retryAfter, jitter)).toBeGreaterThanOrEqual(retryAfter),
      ),
    ));

  test('is spread, so that what failed together does not come back together', () => {
    expect(wait(5, null, 0)).toBe(45 * SECOND);
    expect(wait(5, null, 1)).toBe(56_250);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aDelivery, T0 } from '../examples.ts';
import { MINUTE, SECOND } from '../shared/instant.ts';
import {
  CLAIM_EXPIRES_AFTER,
  type ClaimDecision,
  claimDelivery,
  holdsClaim,
} from './claim-delivery.ts';
import { DELIVERY_STATUSES, type NotificationDelivery } from './notification-delivery.ts';

const NOW = T0 + 10 * SECOND;
const send: ClaimDecision = { action: 'send' };
const nothing: ClaimDecision = { action: 'nothing' };
const supersede = expect.objectContaining({ action: 'supersede' });
const waitUntil = (until: number): ClaimDecision => ({ action: 'wait', until });

const claimedBy = (by: string, at = NOW - SECOND) => ({ claim: { by, at } });
const sent = (at = NOW) => ({ status: 'sent', settledAt: at }) as const;
const failed = { status: 'failed', settledAt: NOW } as const;
const superseded = { status: 'superseded', settledAt: NOW } as const;
const tried = { attempts: 3 };
const late = { createdAt: NOW - MINUTE - 1 };

/** What a worker is to do with the second message about an incident. */
function decide(
  own: Partial<NotificationDelivery>,
  ...others: readonly Partial<NotificationDelivery>[]
): ClaimDecision {
  const delivery = aDelivery({ version: 2, ...own });
  const siblings = others.map((other, index) => aDelivery({ id: `other-${index}`, ...other }));
  return claimDelivery(delivery, siblings, NOW);
}

const earlier = (overrides: Partial<NotificationDelivery>) => ({ version: 1, ...overrides });
const later = (overrides: Partial<NotificationDelivery>) => ({ version: 3, ...overrides });

describe('a message by itself', () => {
  test.each([
    ['is sent when its time has come', {}, send],
    ['waits for its next attempt', { ...tried, nextAttemptAt: NOW + 5 }, waitUntil(NOW + 5)],
    ['is done when it was sent', sent(), nothing],
    ['is done when it failed for good', failed, nothing],
    ['is done when it was superseded', superseded, nothing],
    ['is spoken for by its bundle', { bundledInto: 'carrier' }, nothing],
    ['is left to the worker that has it in hand', claimedBy('worker'), nothing],
    ['is taken from a worker that sits on it', claimedBy('other', NOW - CLAIM_EXPIRES_AFTER), send],
    ['is sent however late, where nothing says more', { ...late, ...tried }, send],
  ] as const)('%s', (_, own, expected) => expect(decide(own)).toEqual(expected));
});

describe('an earlier message about the incident', () => {
  test.each([
    ['that was not tried yet goes first', {}, waitUntil(NOW + SECOND)],
    [
      'that rests goes first when its rest is over',
      { nextAttemptAt: NOW + 30 * SECOND },
      waitUntil(NOW + 31 * SECOND),
    ],
    ['that is on its way goes first', { ...tried, ...claimedBy('other') }, waitUntil(NOW + SECOND)],
    ['that waits in a bundle goes first', { bundledInto: 'carrier' }, waitUntil(NOW + SECOND)],
    [
      'that speaks for a bundle goes first, tried or not',
      { ...tried, carries: true },
      waitUntil(NOW + SECOND),
    ],
    ['that was tried in vain gives way', tried, send],
    [
      'that somebody tried and sits on gives way',
      { ...tried, ...claimedBy('other', NOW - CLAIM_EXPIRES_AFTER) },
      send,
    ],
    ['that was sent is out of the way', sent(), send],
    ['that failed is out of the way', failed, send],
    ['that was superseded is out of the way', superseded, send],
  ] as const)('%s', (_, other, expected) => expect(decide({}, earlier(other))).toEqual(expected));
});

describe('a later message about the incident', () => {
  test.each([
    ['that waits leaves a fresh one its turn', {}, {}, send],
    ['that waits overtakes one that was tried in vain', tried, {}, supersede],
    ['that waits overtakes one that comes late', late, {}, supersede],
    ['that was sent overtakes even a fresh one', {}, sent(), supersede],
    ['that was sent overtakes even one announced after that', {}, sent(T0 - 1), supersede],
    ['that may have been sent overtakes even a fresh one', {}, { epoch: 1 }, supersede],
    [
      'that was sent before this one was asked for again leaves it its turn',
      { epoch: 1, ...late, ...tried },
      sent(late.createdAt - 1),
      send,
    ],
    [
      'that was sent after this one was asked for again overtakes it',
      { epoch: 1, ...late },
      sent(late.createdAt),
      supersede,
    ],
    ['that failed overtakes nothing', { ...tried, ...late }, failed, send],
    ['that was superseded overtakes nothing', { ...tried, ...late }, superseded, send],
  ] as const)('%s', (_, own, other, expected) =>
    expect(decide(own, later(other))).toEqual(expected),
  );

  test('is not waited for by a message whose next attempt is to come: it is superseded at once', () =>
    expect(decide({ ...tried, nextAttemptAt: NOW + MINUTE }, later({}))).toEqual(supersede));
});

describe('a message that speaks for a bundle', () => {
  const carries = { carries: true };
  test.each([
    [
      'waits until the bundle closes',
      { ...carries, nextAttemptAt: NOW + 1 },
      [],
      waitUntil(NOW + 1),
    ],
    ['is sent then', carries, [], send],
    [
      'is never superseded, because of those it speaks for',
      { ...carries, ...tried, ...late },
      [later(sent())],
      send,
    ],
    [
      'is left to the worker that has it in hand',
      { ...carries, ...claimedBy('worker') },
      [],
      nothing,
    ],
  ] as const)('%s', (_, own, others, expected) => expect(decide(own, ...others)).toEqual(expected));
});

test('a claim is held until it expires', () => {
  expect(holdsClaim(aDelivery(), NOW)).toBe(false);
  expect(holdsClaim(aDelivery(claimedBy('mine')), NOW)).toBe(true);
  expect(holdsClaim(aDelivery(claimedBy('mine', NOW - CLAIM_EXPIRES_AFTER)), NOW)).toBe(false);
});

const anyDelivery = fc
  .record({
    status: fc.constantFrom(...DELIVERY_STATUSES),
    version: fc.integer({ min: 1, max: 5 }),
    attempts: fc.nat({ max: 3 }),
    nextAttemptAt: fc.integer({ min: NOW - MINUTE, max: NOW + MINUTE }),
    createdAt: fc.integer({ min: NOW - 3 * MINUTE, max: NOW }),
    claimedAt: fc.option(fc.integer({ min: NOW - 2 * CLAIM_EXPIRES_AFTER, max: NOW })),
    by: fc.constantFrom('mine', 'other'),
    carries: fc.boolean(),
  })
  .map(({ claimedAt, by, status, ...rest }) =>
    aDelivery({
      ...rest,
      status,
      settledAt: status === 'queued' ? null : NOW,
      claim: claimedAt === null ? null : { by, at: claimedAt },
    }),
  );

describe('whatever the state of the others', () => {
  const siblings = fc.uniqueArray(anyDelivery, {
    selector: ({ version }) => version,
    maxLength: 4,
  });

  test('nothing is sent that is settled, not due, or in the hand of another', () =>
    fc.assert(
      fc.property(anyDelivery, siblings, (delivery, others) => {
        if (claimDelivery(delivery, others, NOW).action !== 'send') return;
        expect(delivery.status).toBe('queued');
        expect(delivery.nextAttemptAt).toBeLessThanOrEqual(NOW);
        expect(holdsClaim(delivery, NOW)).toBe(false);
      }),
    ));

  test('nothing is sent after what says more, nor before what goes first', () =>
    fc.assert(
      fc.property(anyDelivery, siblings, (delivery, others) => {
        fc.pre(!delivery.carries && others.every(({ version }) => version !== delivery.version));
        if (claimDelivery(delivery, others, NOW).action !== 'send') return;
        for (const other of others) {
          if (other.version > delivery.version) expect(other.status).not.toBe('sent');
          if (other.version < delivery.version && other.status === 'queued')
            expect([other.attempts > 0, other.carries, holdsClaim(other, NOW)]).toEqual([
              true,
              false,
              false,
            ]);
        }
      }),
    ));

  test('a wait always ends: what it waits for is in the future', () =>
    fc.assert(
      fc.property(anyDelivery, siblings, (delivery, others) => {
        const decision = claimDelivery(delivery, others, NOW);
        if (decision.action === 'wait') expect(decision.until).toBeGreaterThan(NOW);
      }),
    ));
});

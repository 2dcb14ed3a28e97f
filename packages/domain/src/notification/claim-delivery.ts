import { type Instant, MINUTE, SECOND } from '../shared/instant.ts';
import type { NotificationDelivery } from './notification-delivery.ts';

/**
 * Longer than any attempt may take: a claim this old counts no more. Claims of workers that are gone are
 * released long before, by those that live.
 */
export const CLAIM_EXPIRES_AFTER = 40 * SECOND;

const LOOK_AGAIN_AFTER = SECOND;

/**
 * What to do with a delivery whose turn may have come:
 * - `send`: claim it and send
 * - `wait`: not before `until`
 * - `supersede`: a later message about the same incident says more, and this one is late
 * - `nothing`: it is settled, another delivery speaks for it, or a worker has it in hand
 */
export type ClaimDecision =
  | { readonly action: 'send' | 'nothing' }
  | { readonly action: 'wait'; readonly until: Instant }
  | { readonly action: 'supersede'; readonly reason: string };

/**
 * Order within an incident and channel is kept: an earlier message that is on its way goes first, and
 * one that was tried in vain or comes late gives way to a later one. A bundle gives way to none, because
 * it speaks for other incidents too.
 *
 * @param siblings the other deliveries about the same incident to the same channel
 */
export function claimDelivery(
  delivery: NotificationDelivery,
  siblings: readonly NotificationDelivery[],
  now: Instant,
): ClaimDecision {
  if (delivery.status !== 'queued' || delivery.bundledInto !== null) return { action: 'nothing' };
  if (holdsClaim(delivery, now)) return { action: 'nothing' };
  if (delivery.carries)
    return now < delivery.nextAttemptAt
      ? { action: 'wait', until: delivery.nextAttemptAt }
      : { action: 'send' };
  const late = delivery.attempts > 0 || now > delivery.createdAt + MINUTE;
  const overtaken = siblings.some(
    (other) =>
      other.version > delivery.version &&
      (mayHaveArrived(other, delivery) || (late && other.status === 'queued')),
  );
  if (overtaken)
    return { action: 'supersede', reason: 'A later message about this incident says more.' };
  if (now < delivery.nextAttemptAt) return { action: 'wait', until: delivery.nextAttemptAt };
  const first = siblings.filter(
    (other) =>
      other.version < delivery.version &&
      other.status === 'queued' &&
      (other.attempts === 0 || other.carries || holdsClaim(other, now)),
  );
  if (first.length === 0) return { action: 'send' };
  const theirTurn = Math.max(now, ...first.map((other) => other.nextAttemptAt));
  return { action: 'wait', until: theirTurn + LOOK_AGAIN_AFTER };
}

/**
 * Whether a later message was sent, or once in a worker's hand, since this one was asked for. One that
 * was sent before does not count where somebody asks for this one again; where it was announced late
 * (it was never claimed, then) it does.
 */
function mayHaveArrived(later: NotificationDelivery, delivery: NotificationDelivery): boolean {
  if (later.status === 'queued') return later.epoch > 0;
  const since = delivery.epoch === 0 ? Number.NEGATIVE_INFINITY : delivery.createdAt;
  return later.status === 'sent' && (later.settledAt ?? since) >= since;
}

/** Whether somebody has it in hand, and may send it. */
export function holdsClaim({ claim }: NotificationDelivery, now: Instant): boolean {
  return claim !== null && now < claim.at + CLAIM_EXPIRES_AFTER;
}

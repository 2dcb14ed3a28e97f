import {
  type AttemptOutcome,
  claimDelivery,
  holdsClaim,
  isAnnouncementKind,
  type NotificationDelivery,
} from '@klaxon/domain';
import { bundleOf, messageOf } from './compose-message.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { recordAttempt } from './record-attempt.ts';

interface Claimed {
  readonly delivery: NotificationDelivery;
  readonly bundled: readonly NotificationDelivery[];
  readonly firstProviderId: string | null;
}

export type AttemptDelivery = (
  deliveryId: string,
  workerId: string,
) => Promise<AttemptOutcome | null>;

/**
 * One attempt at one delivery: claim it, send it outside any transaction, record what came of it. A
 * worker that is killed in between leaves a claim that others release; the message may then come
 * twice, never not at all. Answers what the channel said; null where it was not asked.
 */
export function makeAttemptDelivery(deps: NotificationDeps): AttemptDelivery {
  return async (deliveryId, workerId) => {
    const claimed = await claim(deps, deliveryId, workerId);
    if (!claimed) return null;
    const { delivery, firstProviderId } = claimed;
    const answered = ({ result }: AttemptOutcome) =>
      deps.answering[result === 'sent' ? 'add' : 'delete'](delivery.channelId);
    const notifier = await deps.directory.notifier(delivery.channelId);
    if (!notifier) {
      const error = 'The channel is gone or switched off.';
      await recordAttempt(deps, delivery, { result: 'failed', error });
      return null;
    }
    if (delivery.carries) {
      const message = await bundleOf(deps, [delivery, ...claimed.bundled]);
      if (!holdsClaim(delivery, deps.clock.now())) return null;
      const outcome = await notifier.sendBundle(message, delivery.id);
      answered(outcome);
      await recordAttempt(deps, delivery, outcome);
      return outcome;
    }
    const message = await messageOf(deps, delivery);
    if (!message) {
      await recordAttempt(deps, delivery, 'nothing to say');
      return null;
    }
    // A worker that stood still since its claim leaves the message to whoever finds it.
    if (!holdsClaim(delivery, deps.clock.now())) return null;
    const outcome = await notifier.send(message, { deliveryId: delivery.id, firstProviderId });
    answered(outcome);
    const recorded = await recordAttempt(deps, delivery, outcome);
    if (recorded && outcome.result === 'sent' && firstProviderId !== null)
      await notifier.update?.(message, firstProviderId);
    return outcome;
  };
}

async function claim(
  { unitOfWork, clock }: NotificationDeps,
  deliveryId: string,
  workerId: string,
): Promise<Claimed | null> {
  return unitOfWork.run(async (tx) => {
    const locked = await tx.deliveries.lock(deliveryId);
    if (!locked) return null;
    const { delivery, siblings } = locked;
    // What only a newer process knows how to say is for that one to send.
    if (!isAnnouncementKind(delivery.kind)) return null;
    const now = clock.now();
    const decision = claimDelivery(delivery, siblings, now);
    switch (decision.action) {
      case 'nothing':
        return null;
      case 'wait':
        if (decision.until === delivery.nextAttemptAt) return null;
        await tx.deliveries.update({ ...delivery, claim: null, nextAttemptAt: decision.until });
        return null;
      case 'supersede': {
        const superseded = { ...delivery, status: 'superseded', settledAt: now } as const;
        await tx.deliveries.update({ ...superseded, supersededBecause: decision.reason });
        return null;
      }
      case 'send': {
        const next = { ...delivery, epoch: delivery.epoch + 1, claim: { by: workerId, at: now } };
        await tx.deliveries.update(next);
        const bundled = delivery.carries ? await tx.deliveries.bundledInto(delivery.id) : [];
        return { delivery: next, bundled, firstProviderId: firstProviderId(delivery, siblings) };
      }
    }
  });
}

/** The message that the conversation began with. A bundle is no part of any incident's. */
function firstProviderId(
  { version }: NotificationDelivery,
  siblings: readonly NotificationDelivery[],
): string | null {
  const [first] = siblings
    .filter((other) => other.status === 'sent' && other.providerId !== null && !other.carries)
    .sort((a, b) => a.version - b.version);
  return first && first.version < version ? first.providerId : null;
}

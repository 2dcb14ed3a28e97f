import { claimDelivery, holdsClaim, type NotificationDelivery } from '@klaxon/domain';
import { bundleOf, messageOf } from './compose-message.ts';
import { attemptJob, type NotificationTools } from './notification-tools.ts';
import { recordAttempt } from './record-attempt.ts';

interface Claimed {
  readonly delivery: NotificationDelivery;
  readonly bundled: readonly NotificationDelivery[];
  readonly firstProviderId: string | null;
}

/**
 * One attempt at one delivery: claim it, send it outside any transaction, record what came of it. A
 * worker that is killed in between leaves a claim that its job finds again; the message may then come
 * twice, never not at all.
 */
export function makeAttemptDelivery(
  tools: NotificationTools,
): (deliveryId: string, jobId: string) => Promise<void> {
  return async (deliveryId, jobId) => {
    const claimed = await claim(tools, deliveryId, jobId);
    if (!claimed) return;
    const { delivery, firstProviderId } = claimed;
    const notifier = await tools.directory.notifier(delivery.channelId);
    if (!notifier) {
      const error = 'The channel is gone or switched off.';
      await recordAttempt(tools, delivery, { result: 'failed', error });
      return;
    }
    if (delivery.carries) {
      const message = await bundleOf(tools, [delivery, ...claimed.bundled]);
      if (!holdsClaim(delivery, tools.clock.now())) return;
      await recordAttempt(tools, delivery, await notifier.sendBundle(message, delivery.id));
      return;
    }
    const message = await messageOf(tools, delivery);
    if (!message) {
      await recordAttempt(tools, delivery, 'nothing to say');
      return;
    }
    // A worker that stood still since its claim leaves the message to whoever finds it.
    if (!holdsClaim(delivery, tools.clock.now())) return;
    const outcome = await notifier.send(message, { deliveryId: delivery.id, firstProviderId });
    const recorded = await recordAttempt(tools, delivery, outcome);
    if (recorded && outcome.result === 'sent' && firstProviderId !== null)
      await notifier.update?.(message, firstProviderId);
  };
}

async function claim(
  { unitOfWork, clock }: NotificationTools,
  deliveryId: string,
  jobId: string,
): Promise<Claimed | null> {
  return unitOfWork.run(async (tx) => {
    const locked = await tx.deliveries.lock(deliveryId);
    if (!locked) return null;
    const { delivery, siblings } = locked;
    const now = clock.now();
    const decision = claimDelivery(delivery, siblings, jobId, now);
    switch (decision.action) {
      case 'nothing':
        return null;
      case 'wait':
        await tx.jobs.add([attemptJob(delivery, decision.until)]);
        return null;
      case 'supersede': {
        const { reason } = decision;
        await tx.deliveries.update({ ...delivery, status: 'superseded', reason, settledAt: now });
        return null;
      }
      case 'send': {
        const next = { ...delivery, epoch: delivery.epoch + 1, claim: { by: jobId, at: now } };
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

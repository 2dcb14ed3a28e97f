import { conflict, type NotificationDelivery, notFound } from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { NotificationDeps } from './notification-deps.ts';

/**
 * Sends a message again, from the first attempt on.
 *
 * @throws DomainError `not-found`; `conflict` while it is still on its way
 */
export function makeResendDelivery(deps: Pick<NotificationDeps, 'unitOfWork' | 'clock' | 'ids'>) {
  const { unitOfWork, clock } = deps;
  return ({
    actor,
    deliveryId,
  }: ByCaller & { readonly deliveryId: string }): Promise<NotificationDelivery> =>
    unitOfWork.run(async (tx) => {
      const delivery = (await tx.deliveries.lock(deliveryId))?.delivery;
      if (!delivery) throw notFound(`There is no notification ${deliveryId}.`);
      if (delivery.status === 'queued') throw conflict('This notification is still on its way.');
      const again: NotificationDelivery = {
        ...delivery,
        status: 'queued',
        attempts: 0,
        epoch: delivery.epoch + 1,
        claim: null,
        carries: false,
        bundledInto: null,
        nextAttemptAt: clock.now(),
        createdAt: clock.now(),
        settledAt: null,
        supersededBecause: null,
      };
      await tx.deliveries.update(again);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'notification.resent',
          target: { kind: 'notification', id: deliveryId, name: delivery.kind },
          before: { status: delivery.status },
          after: { channel_id: delivery.channelId, incident_id: delivery.incidentId },
        }),
      ]);
      return again;
    });
}

import { conflict, type NotificationDelivery, notFound } from '@klaxon/domain';
import { attemptJob, type NotificationTools } from './notification-tools.ts';

/**
 * Sends a message again, from the first attempt on.
 *
 * @throws DomainError `not-found`; `conflict` while it is still on its way
 */
export function makeResendDelivery({
  unitOfWork,
  clock,
}: Pick<NotificationTools, 'unitOfWork' | 'clock'>): (
  deliveryId: string,
) => Promise<NotificationDelivery> {
  return (deliveryId) =>
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
      };
      await tx.deliveries.update(again);
      await tx.jobs.add([attemptJob(again)]);
      return again;
    });
}

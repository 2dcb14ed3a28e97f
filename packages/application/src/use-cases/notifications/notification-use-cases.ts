import type { DeliveryQueries } from '../../queries/delivery-queries.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { makeResendDelivery } from './resend-delivery.ts';

export interface NotificationUseCaseDeps extends ChangeDeps {
  readonly queries: Pick<DeliveryQueries, 'list'>;
}

/** What people do with the messages that were sent. */
export function notificationUseCases(deps: NotificationUseCaseDeps) {
  return { queries: deps.queries, resendNotification: makeResendDelivery(deps) };
}

export type NotificationUseCases = ReturnType<typeof notificationUseCases>;

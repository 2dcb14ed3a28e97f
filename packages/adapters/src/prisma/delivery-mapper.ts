import type { NotificationDelivery } from '@klaxon/domain';
import { deliveryStatusFrom, instantFrom } from '../database/rows.ts';
import type { NotificationDeliveryModel } from './generated/models.ts';

export function deliveryFrom(row: NotificationDeliveryModel): NotificationDelivery {
  const claimedAt = instantFrom(row.claimedAt);
  return {
    id: row.id,
    eventId: row.eventId,
    incidentId: row.incidentId,
    version: row.version,
    channelId: row.channelId,
    kind: row.kind,
    status: deliveryStatusFrom(row.status),
    attempts: row.attempts,
    epoch: row.epoch,
    claim:
      row.claimedBy === null || claimedAt === null ? null : { by: row.claimedBy, at: claimedAt },
    nextAttemptAt: row.nextAttemptAt.getTime(),
    carries: row.carries,
    bundledInto: row.bundledIntoId,
    providerId: row.providerId,
    lastError: row.lastError,
    reason: row.reason,
    supersededBecause: row.supersededBecause,
    createdAt: row.createdAt.getTime(),
    settledAt: instantFrom(row.settledAt),
  };
}

export function deliveryColumns(delivery: NotificationDelivery) {
  const { claim, settledAt } = delivery;
  return {
    status: delivery.status,
    attempts: delivery.attempts,
    epoch: delivery.epoch,
    claimedBy: claim?.by ?? null,
    claimedAt: claim === null ? null : new Date(claim.at),
    nextAttemptAt: new Date(delivery.nextAttemptAt),
    carries: delivery.carries,
    bundledIntoId: delivery.bundledInto,
    providerId: delivery.providerId,
    lastError: delivery.lastError,
    reason: delivery.reason,
    supersededBecause: delivery.supersededBecause,
    createdAt: new Date(delivery.createdAt),
    settledAt: settledAt === null ? null : new Date(settledAt),
  };
}

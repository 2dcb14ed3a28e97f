import type { ListedDelivery, Page } from '@klaxon/application';
import type { NotificationList, Notification as WireNotification } from '@klaxon/contracts';
import type { NotificationDelivery } from '@klaxon/domain';
import { presentNullableTime, presentTime } from './time.ts';

export function presentNotification(delivery: NotificationDelivery): WireNotification {
  const isQueued = delivery.status === 'queued';
  return {
    id: delivery.id,
    incident_id: delivery.incidentId,
    event_id: delivery.eventId,
    channel_id: delivery.channelId,
    kind: delivery.kind,
    status: delivery.status,
    reason: delivery.reason,
    superseded_because: delivery.supersededBecause,
    attempts: delivery.attempts,
    last_error: delivery.lastError,
    next_attempt_at: isQueued ? presentTime(delivery.nextAttemptAt) : null,
    in_hand_since: isQueued ? presentNullableTime(delivery.claim?.at ?? null) : null,
    bundled_into_id: delivery.bundledInto,
    provider_id: delivery.providerId,
    created_at: presentTime(delivery.createdAt),
    settled_at: presentNullableTime(delivery.settledAt),
  };
}

export function presentNotifications({
  items,
  total,
  nextCursor,
}: Page<ListedDelivery>): NotificationList {
  const notifications = items.map(({ delivery, incident: { number, title } }) => ({
    ...presentNotification(delivery),
    incident: { number, title },
  }));
  return { notifications, total, next_cursor: nextCursor };
}

import type { NotificationDelivery } from '@klaxon/domain';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';

/** A delivery that nobody has tried yet. */
export function notificationDelivery(
  overrides: Partial<NotificationDelivery> = {},
): NotificationDelivery {
  return {
    id: idOf(0xd1),
    eventId: idOf(0xe1),
    incidentId: idOf(0x11),
    version: 1,
    channelId: 'slack',
    kind: 'created',
    status: 'queued',
    attempts: 0,
    epoch: 0,
    claim: null,
    nextAttemptAt: START,
    carries: false,
    bundledInto: null,
    providerId: null,
    lastError: null,
    reason: 'It has no rules, so it hears everything.',
    supersededBecause: null,
    createdAt: START,
    settledAt: null,
    ...overrides,
  };
}

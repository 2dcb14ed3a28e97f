import type { Instant } from '../shared/instant.ts';

export const DELIVERY_STATUSES = ['queued', 'sent', 'failed', 'superseded'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Which worker has a delivery in hand, and since when. */
export interface Claim {
  readonly by: string;
  readonly at: Instant;
}

/** One message to one channel about one event: unique for (event, channel). */
export interface NotificationDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly incidentId: string;
  /** The incident's version at the event: the order of messages about it. */
  readonly version: number;
  readonly channelId: string;
  /** An `AnnouncementKind`, or one that only a newer Klaxon knows. */
  readonly kind: string;
  readonly status: DeliveryStatus;
  /** How often it was tried. */
  readonly attempts: number;
  /** Counts the claims: what a worker reports under an older one is ignored. */
  readonly epoch: number;
  readonly claim: Claim | null;
  readonly nextAttemptAt: Instant;
  /** Whether it speaks for others too, because a storm was bundled. */
  readonly carries: boolean;
  /** The delivery that speaks for this one. */
  readonly bundledInto: string | null;
  /** The provider's own name for the message, by which it is updated and answered. */
  readonly providerId: string | null;
  readonly lastError: string | null;
  /** Why this channel is notified, for people. */
  readonly reason: string;
  /** Why it never was, for people; null where it is not superseded. */
  readonly supersededBecause: string | null;
  readonly createdAt: Instant;
  readonly settledAt: Instant | null;
}

import type { DeliveryStatus, Instant, NotificationDelivery } from '@klaxon/domain';
import type { Page, PageRequest } from './page.ts';

export interface DeliveryFilter {
  readonly status?: DeliveryStatus;
  readonly channelId?: string;
  readonly incidentId?: string;
  /** Created at or after. */
  readonly from?: Instant;
  /** Created before. */
  readonly to?: Instant;
}

/** A delivery, and what people call the incident that it is about. */
export interface ListedDelivery {
  readonly delivery: NotificationDelivery;
  readonly incident: { readonly number: number; readonly title: string };
}

export interface ChannelHealth {
  readonly channelId: string;
  readonly lastSentAt: Instant | null;
  readonly lastFailedAt: Instant | null;
  readonly lastError: string | null;
  readonly queued: number;
}

/** Reads of deliveries, newest first. */
export interface DeliveryQueries {
  list(filter: DeliveryFilter, page: PageRequest): Promise<Page<ListedDelivery>>;
  health(): Promise<readonly ChannelHealth[]>;
}

import type {
  ChannelTraffic,
  DeliveryAddress,
  Instant,
  NotificationDelivery,
} from '@klaxon/domain';

/** Deliveries inside a transaction. */
export interface DeliveryRepository {
  /** Leaves out those whose event was announced to their channel before. Answers those it took. */
  insert(deliveries: readonly NotificationDelivery[]): Promise<readonly NotificationDelivery[]>;
  /**
   * The delivery with the others about the same incident to the same channel, all locked in one order;
   * null where there is none.
   */
  lock(id: string): Promise<LockedDelivery | null>;
  update(delivery: NotificationDelivery): Promise<void>;
  ofEvents(eventIds: readonly string[]): Promise<readonly NotificationDelivery[]>;
  ofIncidents(incidentIds: readonly string[]): Promise<readonly DeliveryAddress[]>;
  /** Those that a bundle speaks for, without the one that carries it. */
  bundledInto(id: string): Promise<readonly NotificationDelivery[]>;
  /** Gives those that a bundle speaks for its own end. */
  settleBundle(carrier: NotificationDelivery): Promise<void>;
  /** Each channel's messages since an instant; its open bundle is locked, so that it stays open. */
  traffic(
    channelIds: readonly string[],
    since: Instant,
    now: Instant,
  ): Promise<readonly ChannelTraffic[]>;
}

export interface LockedDelivery {
  readonly delivery: NotificationDelivery;
  readonly siblings: readonly NotificationDelivery[];
}

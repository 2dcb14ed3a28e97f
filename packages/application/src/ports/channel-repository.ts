import type { Channel, GivenFields, Instant } from '@klaxon/domain';
import type { Sealed } from './secret-box.ts';

/** A channel as it is kept: its secrets sealed for its id. */
export interface ChannelRecord extends Channel {
  readonly config: GivenFields;
  readonly sealed: Sealed | null;
  readonly createdAt: Instant;
  /** Later with every edit, so that it tells one state of the channel from another. */
  readonly updatedAt: Instant;
}

/** Channels inside a transaction. A read locks the row. */
export interface ChannelRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<ChannelRecord>;
  /** All of them, locked in one order. */
  all(): Promise<readonly ChannelRecord[]>;
  /** @throws DomainError `conflict` when another channel has this name */
  insert(channel: ChannelRecord): Promise<void>;
  /** @throws DomainError `conflict` when another channel has this name */
  update(channel: ChannelRecord): Promise<void>;
  delete(id: string): Promise<void>;
}

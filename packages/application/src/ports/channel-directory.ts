import type { Channel, NotificationRule } from '@klaxon/domain';
import type { Notifier } from './notifier.ts';

/** The channels there are, of the environment and of the database, as they are now. */
export interface ChannelDirectory {
  channels(): Promise<readonly Channel[]>;
  rules(): Promise<readonly NotificationRule[]>;
  /** Null for a channel that is gone or disabled. */
  notifier(channelId: string): Promise<Notifier | null>;
}

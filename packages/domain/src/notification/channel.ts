export const CHANNEL_TYPES = ['slack', 'email', 'telegram', 'webhook'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** A way to tell people, without its secrets. */
export interface Channel {
  /** A UUID, or `env:slack` and the like for one that the environment configures. */
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly enabled: boolean;
  /** Told only when no other channel could be. */
  readonly fallback: boolean;
}

/** A way to tell people, without its secrets. */
export interface Channel {
  /** A UUID, or `env:slack` and the like for one that the environment configures. */
  readonly id: string;
  readonly name: string;
  /** The name of a `ChannelType`, perhaps of one that only a newer Klaxon knows. */
  readonly type: string;
  readonly enabled: boolean;
  /** Told only when no other channel could be. */
  readonly fallback: boolean;
}

/** A delivery whose time has come and that nobody has in hand. */
export interface DueDelivery {
  readonly id: string;
  readonly channelId: string;
}

export interface DueRequest {
  /** How many a channel at most, where it is not `perChannel`. */
  readonly room: ReadonlyMap<string, number>;
  readonly perChannel: number;
  /** Ids to leave out. */
  readonly except: readonly string[];
}

/** What should be tried now, by the database's clock. */
export interface DueDeliveries {
  /** The longest due of every channel, the longest due first. */
  due(request: DueRequest): Promise<readonly DueDelivery[]>;
}

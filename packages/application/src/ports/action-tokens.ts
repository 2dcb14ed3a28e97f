import type { Instant, MessageActionKind } from '@klaxon/domain';

/** What a token allows: one action on one incident, as it was when that was offered. */
export interface OfferedAction {
  readonly kind: MessageActionKind;
  readonly incidentId: string;
  /** The incident's version at that time. */
  readonly version: number;
  /** To the minute. */
  readonly offeredAt: Instant;
}

/** Proof that Klaxon itself offered an action. Providers hand it back, and anybody can make one up. */
export interface ActionTokens {
  /** At most 64 bytes of ASCII, which is what the tightest provider takes; needs no escaping in a URL. */
  sign(action: OfferedAction): string;
  /** Null for anything that was not signed here. */
  verify(token: string): OfferedAction | null;
}

import type { AttemptOutcome, BundleMessage, IncidentMessage } from '@klaxon/domain';

export type SendOutcome = AttemptOutcome;

/** Where a message stands in its channel. */
export interface Conversation {
  /** The delivery: the same at every try of the same message, so that a receiver can tell a double. */
  readonly deliveryId: string;
  /** What the provider called the first message about this incident; null for that first one itself. */
  readonly firstProviderId: string | null;
}

/**
 * A channel that people are told through. None of these ever throws: what went wrong is an outcome.
 * What a channel cannot do, its notifier does not have.
 */
export interface Notifier {
  /** Tells one thing; in the thread of the incident's first message where the channel has threads. */
  send(message: IncidentMessage, conversation: Conversation): Promise<SendOutcome>;
  /** Tells of many incidents at once. */
  sendBundle(message: BundleMessage, deliveryId: string): Promise<SendOutcome>;
  /** Brings the first message up to date. Best effort: the news itself was sent already. */
  update?(message: IncidentMessage, firstProviderId: string): Promise<SendOutcome>;
}

import type { IncidentMessage } from '@klaxon/domain';

/**
 * What came of one attempt. `retry`: worth another try, after `retryAfter` milliseconds where the
 * provider asked for a pause. `error` is for people and never holds a secret.
 */
export type SendOutcome =
  | { readonly result: 'sent'; readonly providerId: string | null }
  | { readonly result: 'retry'; readonly error: string; readonly retryAfter: number | null }
  | { readonly result: 'failed'; readonly error: string };

/** A channel that people are told through. */
export interface Notifier {
  /** Names the channel on the timeline and in jobs, for example `slack`. */
  readonly channel: string;
  /** Never throws: what went wrong is an outcome. */
  send(message: IncidentMessage): Promise<SendOutcome>;
}

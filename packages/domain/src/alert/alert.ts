import type { Instant } from '../shared/instant.ts';
import type { Labels } from './labels.ts';
import type { Severity } from './severity.ts';

export const ALERT_STATUSES = ['firing', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** One alert as a source reported it, already made storable. */
export interface IncomingAlert {
  readonly fingerprint: string;
  readonly status: AlertStatus;
  readonly startsAt: Instant;
  /** Null while it fires. Never before `startsAt`. */
  readonly endsAt: Instant | null;
  readonly severity: Severity;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Where the source shows the alert. Any scheme: only http and https may become links. */
  readonly generatorUrl: string | null;
  /** The team apart from whose own incidents it joins none; absent for what goes by its labels alone. */
  readonly within?: string;
}

/** What Klaxon knows of a fingerprint: its one row, without the labels, which never change. */
export interface AlertState {
  readonly id: string;
  readonly fingerprint: string;
  readonly status: AlertStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly severity: Severity;
  readonly incidentId: string | null;
  /** Names the source's own group, by which it resolves alerts it left out; at most 255 characters. */
  readonly sourceGroup: string | null;
  /** When Klaxon took in the last change of `status`. */
  readonly statusChangedAt: Instant;
  readonly lastSeenAt: Instant;
  /** Since when a firing stands that may be the stale copy of an HA peer; `status` is resolved meanwhile. */
  readonly unconfirmedSince: Instant | null;
}

/** An alert as it is read: its state with its labels. */
export interface Alert extends AlertState {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly generatorUrl: string | null;
  readonly createdAt: Instant;
}

/** An alert that could not be taken in, kept for a person to see. */
export interface RejectedAlert {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly source: string;
  /** Where in the payload it stood, for example `alerts[3].startsAt`. */
  readonly path: string;
  readonly reason: string;
  readonly raw: string;
}

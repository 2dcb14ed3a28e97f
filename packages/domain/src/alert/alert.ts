import type { Instant } from '../shared/instant.ts';
import type { Labels } from './labels.ts';
import type { Severity } from './severity.ts';

export const ALERT_STATUSES = ['firing', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** Which alert: two sources may know different alerts by one fingerprint. */
export interface AlertIdentity {
  /** The kind of system that it came from, such as `alertmanager`; at most 50 characters. */
  readonly source: string;
  /** What the source knows it by. */
  readonly fingerprint: string;
}

/** The source of what Alertmanagers report. */
export const ALERTMANAGER = 'alertmanager';

/** The source of the alerts that Klaxon sends itself, to show that they get through. */
export const TEST_SOURCE = 'klaxon-test';

/** For maps and sets. */
export function alertKey({ source, fingerprint }: AlertIdentity): string {
  return `${source} ${fingerprint}`;
}

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

/**
 * What Klaxon knows of an alert in one incident, without the labels, which never change. An alert that
 * fires again later, in another incident, leaves what it was in this one behind.
 */
export interface AlertState extends AlertIdentity {
  readonly id: string;
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
  /** False once it fired again in another incident, where it has a row of its own; it is resolved then. */
  readonly latest: boolean;
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

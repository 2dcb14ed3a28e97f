import type { Instant } from '@klaxon/domain';

export interface AlertmanagerView {
  /** Fingerprints of all alerts it knows, the silenced and inhibited ones too. */
  readonly fingerprints: ReadonlySet<string>;
  /** Those of them that fire and are neither silenced nor inhibited. */
  readonly active: ReadonlySet<string>;
  /** When the process started: one that just started has forgotten its alerts. */
  readonly startedAt: Instant;
}

/** Asks every configured Alertmanager what it knows. */
export interface AlertmanagerClient {
  /** One view each. @throws DomainError `unavailable` when any of them gives no answer in time */
  views(): Promise<readonly AlertmanagerView[]>;
  /** Whether all of them are there, within a second. @throws DomainError `unavailable` for any that is not */
  probe(): Promise<void>;
}

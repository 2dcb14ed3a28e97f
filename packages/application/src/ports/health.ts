import type { Instant } from '@klaxon/domain';

export interface HealthCheck {
  readonly name: string;
  /** Whether readiness hangs on it, or it is only reported. */
  readonly required: boolean;
  readonly ok: boolean;
  /** A sentence for people, without secrets. */
  readonly detail: string;
  /** Since when it is not ok, where that is known. */
  readonly since?: Instant;
}

/** What the process depends on, looked at now. */
export interface Health {
  check(): Promise<readonly HealthCheck[]>;
}

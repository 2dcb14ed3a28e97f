export interface HealthCheck {
  readonly name: string;
  /** Whether readiness hangs on it, or it is only reported. */
  readonly required: boolean;
  readonly ok: boolean;
  /** A sentence for people, without secrets. */
  readonly detail: string;
}

/** What the process depends on, looked at now. */
export interface Health {
  check(): Promise<readonly HealthCheck[]>;
}

import type { Severity } from '../alert/severity.ts';
import type { IncidentStatus } from '../incident/incident.ts';
import type { Instant } from '../shared/instant.ts';

/** How incidents went. Averages are in seconds and null where there is nothing to average. */
export interface IncidentMetrics {
  readonly total: number;
  readonly byStatus: Readonly<Record<IncidentStatus, number>>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Mean time to acknowledge, over incidents that a person acknowledged. */
  readonly mttaSeconds: number | null;
  /** Mean time to resolve. */
  readonly mttrSeconds: number | null;
}

/** The metrics of the incidents that were created in one bucket of time. */
export interface MetricsPoint extends IncidentMetrics {
  readonly start: Instant;
}

/** The metrics of the incidents of one service or severity. */
export interface MetricsShare extends IncidentMetrics {
  /** Empty for incidents without a service. */
  readonly key: string;
}

/** An alert that makes incidents which nobody acknowledges. */
export interface NoisyAlert {
  readonly alertname: string;
  /** Empty where they have none. */
  readonly service: string;
  readonly incidents: number;
  /** Those of them that nobody acknowledged, resolved or merged. */
  readonly unacknowledged: number;
  /** Median time to resolve; null where nothing is resolved. */
  readonly medianSeconds: number | null;
}

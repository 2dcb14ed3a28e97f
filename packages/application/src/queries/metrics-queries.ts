import type {
  IncidentMetrics,
  Instant,
  MetricsPoint,
  MetricsShare,
  NoisyAlert,
  Severity,
} from '@klaxon/domain';

/** Which incidents count: those created at or after `from` and before `to`. */
export interface MetricsFilter {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly service?: string;
  readonly severity?: Severity;
}

export const METRICS_BUCKETS = ['hour', 'day', 'week', 'month'] as const;
export type MetricsBucket = (typeof METRICS_BUCKETS)[number];

/** What incidents are told apart by. */
export const BREAKDOWNS = ['service', 'severity'] as const;
export type MetricsBreakdown = (typeof BREAKDOWNS)[number];

/** How many services or severities a breakdown has at the most. */
export const BREAKDOWN_LIMIT = 200;
export const NOISY_ALERTS_LIMIT = 100;

/** A stretch of time, its end left out. */
export interface TimeRange {
  readonly from: Instant;
  readonly to: Instant;
}

export interface MetricsQueries {
  metrics(filter: MetricsFilter): Promise<IncidentMetrics>;
  /** One point a bucket of UTC time that has incidents, oldest first. */
  series(filter: MetricsFilter, bucket: MetricsBucket): Promise<readonly MetricsPoint[]>;
  /** Those with the most incidents first, at most 200. */
  breakdown(filter: MetricsFilter, by: MetricsBreakdown): Promise<readonly MetricsShare[]>;
  /** Of the incidents created in that time. Its cost grows with their number. The worst first, at most 100. */
  noise(range: TimeRange): Promise<readonly NoisyAlert[]>;
}

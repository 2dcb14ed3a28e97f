import type { IncidentMetrics, Instant, MetricsPoint, Severity } from '@klaxon/domain';

/** Which incidents count: those created at or after `from` and before `to`. */
export interface MetricsFilter {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly service?: string;
  readonly severity?: Severity;
}

export const METRICS_BUCKETS = ['hour', 'day', 'week', 'month'] as const;
export type MetricsBucket = (typeof METRICS_BUCKETS)[number];

export interface MetricsQueries {
  metrics(filter: MetricsFilter): Promise<IncidentMetrics>;
  /** One point a bucket of UTC time that has incidents, oldest first. */
  series(filter: MetricsFilter, bucket: MetricsBucket): Promise<readonly MetricsPoint[]>;
}

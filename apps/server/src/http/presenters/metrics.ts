import type { MetricsBreakdown as Breakdown, MetricsBucket } from '@klaxon/application';
import type { Metrics, MetricsBreakdown, MetricsNoise, MetricsSeries } from '@klaxon/contracts';
import type { IncidentMetrics, MetricsPoint, MetricsShare, NoisyAlert } from '@klaxon/domain';
import { presentTime } from './time.ts';

export function presentMetrics({
  total,
  byStatus,
  bySeverity,
  mttaSeconds,
  mttrSeconds,
}: IncidentMetrics): Metrics {
  return {
    total_incidents: total,
    open_incidents: byStatus.open,
    acknowledged_incidents: byStatus.acknowledged,
    resolved_incidents: byStatus.resolved,
    mtta_seconds: mttaSeconds,
    mttr_seconds: mttrSeconds,
    incidents_by_status: byStatus,
    incidents_by_severity: bySeverity,
  };
}

export function presentSeries(
  bucket: MetricsBucket,
  points: readonly MetricsPoint[],
): MetricsSeries {
  return {
    bucket,
    points: points.map((point) => ({ ...presentMetrics(point), start: presentTime(point.start) })),
  };
}

export function presentBreakdown(by: Breakdown, shares: readonly MetricsShare[]): MetricsBreakdown {
  return { by, items: shares.map((share) => ({ ...presentMetrics(share), key: share.key })) };
}

export function presentNoise(alerts: readonly NoisyAlert[]): MetricsNoise {
  return {
    items: alerts.map(({ alertname, service, incidents, unacknowledged, medianSeconds }) => ({
      alertname,
      service,
      incidents,
      unacknowledged,
      median_seconds: medianSeconds,
    })),
  };
}

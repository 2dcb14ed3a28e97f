import type { MetricsBreakdown, MetricsNoise, MetricsSeries } from '@klaxon/contracts';

const COUNTS = [
  'total_incidents',
  'open_incidents',
  'acknowledged_incidents',
  'resolved_incidents',
  'mtta_seconds',
  'mttr_seconds',
  'critical',
  'high',
  'medium',
  'low',
] as const;

export const SERIES_COLUMNS = ['start', ...COUNTS];
export const BREAKDOWN_COLUMNS = ['key', ...COUNTS];
export const NOISE_COLUMNS = [
  'alertname',
  'service',
  'incidents',
  'unacknowledged',
  'median_seconds',
];

export function seriesRows({ points }: MetricsSeries) {
  return points.map(flat);
}

export function breakdownRows({ items }: MetricsBreakdown) {
  return items.map(flat);
}

export function noiseRows({ items }: MetricsNoise) {
  return items;
}

/** Of the counts by severity a column each; those by status are there already. */
function flat<Item extends MetricsSeries['points'][number] | MetricsBreakdown['items'][number]>(
  item: Item,
) {
  const { incidents_by_status: _, incidents_by_severity, ...rest } = item;
  return { ...rest, ...incidents_by_severity };
}

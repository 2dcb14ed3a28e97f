import type { MetricsBreakdown, MetricsBucket, MetricsFilter } from '@klaxon/application';
import { HOUR, type IncidentMetrics, type MetricsPoint, type MetricsShare } from '@klaxon/domain';
import type pg from 'pg';

interface Row {
  readonly status: string;
  readonly severity: string;
  readonly service: string;
  readonly acknowledged_by: string | null;
  readonly created_at: Date;
  readonly acked_at: Date | null;
  readonly resolved_at: Date | null;
}

export interface NaiveMetrics {
  metrics(filter: MetricsFilter): IncidentMetrics;
  series(filter: MetricsFilter, bucket: MetricsBucket): readonly MetricsPoint[];
  /** In any order. */
  breakdown(filter: MetricsFilter, by: MetricsBreakdown): readonly MetricsShare[];
}

/** Counts the incidents there are one by one: what the metrics must answer, at any size. */
export async function naiveMetrics(pool: pg.Pool): Promise<NaiveMetrics> {
  const { rows } = await pool.query<Row>(`
    SELECT status, severity, coalesce(labels ->> 'service', '') AS service, acknowledged_by,
      created_at, acked_at, resolved_at
    FROM incidents ORDER BY created_at`);
  const matching = ({ from, to, service, severity }: MetricsFilter) =>
    rows.filter(
      (row) =>
        (from === undefined || row.created_at.getTime() >= from) &&
        (to === undefined || row.created_at.getTime() < to) &&
        (service === undefined || row.service === service) &&
        (severity === undefined || row.severity === severity),
    );
  return {
    metrics: (filter) => summed(matching(filter)),
    series: (filter, bucket) =>
      [...Map.groupBy(matching(filter), (row) => startOf(bucket, row.created_at))].map(
        ([start, own]) => ({ start, ...summed(own) }),
      ),
    breakdown: (filter, by) =>
      [...Map.groupBy(matching(filter), (row) => row[by])].map(([key, own]) => ({
        key,
        ...summed(own),
      })),
  };
}

function startOf(bucket: MetricsBucket, time: Date): number {
  const midnight = Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate());
  if (bucket === 'hour') return midnight + time.getUTCHours() * HOUR;
  if (bucket === 'day') return midnight;
  if (bucket === 'week') return midnight - ((time.getUTCDay() + 6) % 7) * 24 * HOUR;
  return Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), 1);
}

function summed(rows: readonly Row[]): IncidentMetrics {
  const status = (name: string) => rows.filter((row) => row.status === name).length;
  const severity = (name: string) => rows.filter((row) => row.severity === name).length;
  return {
    total: rows.length,
    byStatus: {
      open: status('open'),
      acknowledged: status('acknowledged'),
      resolved: status('resolved'),
    },
    bySeverity: {
      critical: severity('critical'),
      high: severity('high'),
      medium: severity('medium'),
      low: severity('low'),
    },
    mttaSeconds: average(
      rows.filter((row) => row.acknowledged_by !== null),
      (row) => row.acked_at,
    ),
    mttrSeconds: average(
      rows.filter((row) => row.resolved_at !== null),
      (row) => row.resolved_at,
    ),
  };
}

function average(rows: readonly Row[], end: (row: Row) => Date | null): number | null {
  if (rows.length === 0) return null;
  const lengths = rows.map((row) => (end(row)?.getTime() ?? 0) - row.created_at.getTime());
  return lengths.reduce((sum, length) => sum + length, 0) / 1_000 / rows.length;
}

import type { MetricsBucket, MetricsFilter, MetricsQueries } from '@klaxon/application';
import { INCIDENT_STATUSES, type IncidentMetrics, SEVERITIES } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { between, hasLabels } from './keyset.ts';

/** Sums of the incidents that share a bucket, status and severity. */
interface Sums {
  readonly start: Date | null;
  readonly status: string;
  readonly severity: string;
  readonly total: number;
  readonly acked: number;
  readonly ack_seconds: number;
  readonly resolved: number;
  readonly resolve_seconds: number;
}

export function prismaMetricsQueries(prisma: PrismaClient): MetricsQueries {
  const sums = (filter: MetricsFilter, start: Prisma.Sql) =>
    withRetries(
      () => prisma.$queryRaw<Sums[]>`
        SELECT ${start} AS start, status::text, severity::text, count(*)::int AS total,
          count(*) FILTER (WHERE acknowledged_by IS NOT NULL)::int AS acked,
          coalesce(sum(extract(epoch FROM acked_at - created_at)) FILTER (WHERE acknowledged_by IS NOT NULL), 0)::float8
            AS ack_seconds,
          count(resolved_at)::int AS resolved,
          coalesce(sum(extract(epoch FROM resolved_at - created_at)), 0)::float8 AS resolve_seconds
        FROM incidents WHERE ${Prisma.join([Prisma.sql`TRUE`, ...conditions(filter)], ' AND ')}
        GROUP BY 1, 2, 3 ORDER BY 1`,
    );

  return {
    async metrics(filter) {
      return summed(await sums(filter, Prisma.sql`NULL::timestamptz`));
    },

    async series(filter, bucket) {
      const rows = await sums(filter, startOf(bucket));
      const byStart = Map.groupBy(rows, (row) => row.start?.getTime() ?? 0);
      return [...byStart].map(([start, own]) => ({ start, ...summed(own) }));
    },
  };
}

function startOf(bucket: MetricsBucket): Prisma.Sql {
  return Prisma.sql`date_trunc(${bucket}, created_at, 'UTC')`;
}

function conditions({ from, to, service, severity }: MetricsFilter): readonly Prisma.Sql[] {
  return [
    ...between('created_at', from, to),
    ...hasLabels(service === undefined ? [] : [['service', service]]),
    ...(severity === undefined ? [] : [Prisma.sql`severity = ${severity}::incident_severity`]),
  ];
}

function summed(rows: readonly Sums[]): IncidentMetrics {
  const sum = (value: (row: Sums) => number) => rows.reduce((total, row) => total + value(row), 0);
  const average = (seconds: number, count: number) => (count === 0 ? null : seconds / count);
  const counted = <const T extends string>(names: readonly T[], of: (row: Sums) => string) =>
    Object.fromEntries(
      names.map((name) => [name, sum((row) => (of(row) === name ? row.total : 0))]),
    ) as Record<T, number>;
  return {
    total: sum((row) => row.total),
    byStatus: counted(INCIDENT_STATUSES, (row) => row.status),
    bySeverity: counted(SEVERITIES, (row) => row.severity),
    mttaSeconds: average(
      sum((row) => row.ack_seconds),
      sum((row) => row.acked),
    ),
    mttrSeconds: average(
      sum((row) => row.resolve_seconds),
      sum((row) => row.resolved),
    ),
  };
}

import {
  BREAKDOWN_LIMIT,
  type MetricsFilter,
  type MetricsQueries,
  NOISY_ALERTS_LIMIT,
} from '@klaxon/application';
import { HOUR, type IncidentMetrics } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import { present } from '../database/rows.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { between, hasLabels } from './keyset.ts';

const DAY = 24 * HOUR;

interface Sums {
  readonly start: Date;
  readonly total: number;
  readonly open: number;
  readonly acknowledged: number;
  readonly resolved: number;
  readonly critical: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  readonly mtta_seconds: number | null;
  readonly mttr_seconds: number | null;
}

interface NoiseRow {
  readonly alertname: string;
  readonly service: string;
  readonly incidents: number;
  readonly unacknowledged: number;
  readonly median_seconds: number | null;
}

const total = (condition = 'TRUE') => `coalesce(sum(total) FILTER (WHERE ${condition}), 0)::int`;
const SUMS = Prisma.raw(`
  ${total()} AS total,
  ${total("status = 'open'")} AS open,
  ${total("status = 'acknowledged'")} AS acknowledged,
  ${total("status = 'resolved'")} AS resolved,
  ${total("severity = 'critical'")} AS critical,
  ${total("severity = 'high'")} AS high,
  ${total("severity = 'medium'")} AS medium,
  ${total("severity = 'low'")} AS low,
  (sum(ack_seconds) / nullif(sum(acked), 0))::float8 AS mtta_seconds,
  (sum(resolve_seconds) / nullif(sum(resolved), 0))::float8 AS mttr_seconds`);

/** Nobody acknowledged, resolved or merged it. */
const UNHEEDED = Prisma.raw(
  `acknowledged_by IS NULL AND coalesce(resolution, 'alerts') = 'alerts'`,
);

/** Read from the daily roll-up that the database keeps, in one statement. */
export function prismaMetricsQueries(prisma: PrismaClient): MetricsQueries {
  const read = <Row = Sums>(sql: Prisma.Sql) => withRetries(() => prisma.$queryRaw<Row[]>(sql));
  return {
    async metrics(filter) {
      const rows = await read(Prisma.sql`SELECT ${SUMS} FROM (${countedByDay(filter)}) AS counted`);
      return metricsFrom(present(rows[0], 'total'));
    },

    async series(filter, bucket) {
      const counted = bucket === 'hour' ? countedOneByOne(filter) : countedByDay(filter);
      const rows = await read(Prisma.sql`
        SELECT date_trunc(${bucket}, at, 'UTC') AS start, ${SUMS} FROM (${counted}) AS counted
        GROUP BY 1 HAVING sum(total) > 0 ORDER BY 1`);
      return rows.map((row) => ({ start: row.start.getTime(), ...metricsFrom(row) }));
    },

    async breakdown(filter, by) {
      const rows = await read<Sums & { readonly key: string }>(
        by === 'severity'
          ? Prisma.sql`
              SELECT severity::text AS key, ${SUMS} FROM (${countedByDay(filter)}) AS counted
              GROUP BY severity HAVING sum(total) > 0 ORDER BY total DESC, key`
          : Prisma.sql`
              SELECT max(service) AS key, ${SUMS} FROM (${countedByDay(filter, 'each')}) AS counted
              GROUP BY service_hash HAVING sum(total) > 0 ORDER BY total DESC, key LIMIT ${BREAKDOWN_LIMIT}`,
      );
      return rows.map((row) => ({ key: row.key, ...metricsFrom(row) }));
    },

    async noise({ from, to }) {
      const rows = await read<NoiseRow>(Prisma.sql`
        SELECT labels ->> 'alertname' AS alertname, coalesce(labels ->> 'service', '') AS service,
          count(*)::int AS incidents, (count(*) FILTER (WHERE ${UNHEEDED}))::int AS unacknowledged,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - created_at)::float8)
            AS median_seconds
        FROM incidents
        WHERE ${Prisma.join(between('created_at', from, to), ' AND ')} AND labels ->> 'alertname' <> ''
        GROUP BY 1, 2 HAVING count(*) FILTER (WHERE ${UNHEEDED}) > 0
        ORDER BY unacknowledged DESC, incidents DESC, alertname, service LIMIT ${NOISY_ALERTS_LIMIT}`);
      return rows.map(({ median_seconds, ...row }) => ({ ...row, medianSeconds: median_seconds }));
    },
  };
}

/** Whether the rows of all services are read that the filter admits, or one sum of them. */
type Services = 'together' | 'each';

/** The whole UTC days of the range from the roll-up; what is left at its ends from the incidents. */
function countedByDay(filter: MetricsFilter, services: Services = 'together'): Prisma.Sql {
  const { from, to, ...which } = filter;
  const firstDay = from === undefined ? undefined : Math.ceil(from / DAY) * DAY;
  const endDay = to === undefined ? undefined : Math.floor(to / DAY) * DAY;
  if (firstDay !== undefined && endDay !== undefined && firstDay >= endDay)
    return countedOneByOne(filter);

  const days = {
    ...which,
    ...(firstDay !== undefined && { from: firstDay }),
    ...(endDay !== undefined && { to: endDay }),
  };
  const parts = [rolledUp(days, services)];
  if (from !== undefined && firstDay !== undefined && from < firstDay)
    parts.push(countedOneByOne({ ...which, from, to: firstDay }));
  if (to !== undefined && endDay !== undefined && endDay < to)
    parts.push(countedOneByOne({ ...which, from: endDay, to }));
  return Prisma.join(parts, ' UNION ALL ');
}

function rolledUp({ from, to, service, severity }: MetricsFilter, services: Services): Prisma.Sql {
  const dayOf = (instant: number) =>
    Prisma.sql`(${new Date(instant)}::timestamptz AT TIME ZONE 'UTC')::date`;
  const ofServices =
    service !== undefined
      ? Prisma.sql`service_hash = sha256(convert_to(${service}, 'UTF8'))`
      : services === 'each'
        ? Prisma.sql`service_hash <> ''`
        : Prisma.sql`service_hash = ''::bytea`;
  const conditions = [
    ofServices,
    ...(from === undefined ? [] : [Prisma.sql`day >= ${dayOf(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`day < ${dayOf(to)}`]),
    ...ofSeverity(severity),
  ];
  return Prisma.sql`
    SELECT day::timestamp AT TIME ZONE 'UTC' AS at, service_hash, service, severity, status, total, acked, ack_seconds, resolved,
      resolve_seconds
    FROM incident_metrics WHERE ${Prisma.join(conditions, ' AND ')}`;
}

/** Incidents in the columns of the roll-up, counted as its triggers count them. */
function countedOneByOne({ from, to, service, severity }: MetricsFilter): Prisma.Sql {
  const conditions = [
    Prisma.sql`TRUE`,
    ...between('created_at', from, to),
    ...ofService(service),
    ...ofSeverity(severity),
  ];
  return Prisma.sql`
    SELECT created_at AS at, sha256(convert_to(coalesce(labels ->> 'service', ''), 'UTF8')) AS service_hash,
      coalesce(labels ->> 'service', '') AS service, severity, status, 1 AS total, (acknowledged_by IS NOT NULL)::int AS acked,
      CASE WHEN acknowledged_by IS NOT NULL THEN extract(epoch FROM acked_at - created_at) END AS ack_seconds,
      (resolved_at IS NOT NULL)::int AS resolved,
      extract(epoch FROM resolved_at - created_at) AS resolve_seconds
    FROM incidents WHERE ${Prisma.join(conditions, ' AND ')}`;
}

function ofSeverity(severity: MetricsFilter['severity']): readonly Prisma.Sql[] {
  return severity === undefined ? [] : [Prisma.sql`severity = ${severity}::incident_severity`];
}

/** An empty label is no label, as Prometheus has it: '' asks for the incidents of no service. */
function ofService(service: string | undefined): readonly Prisma.Sql[] {
  if (service === undefined) return [];
  return service === ''
    ? [Prisma.sql`coalesce(labels ->> 'service', '') = ''`]
    : hasLabels([['service', service]]);
}

function metricsFrom(sums: Sums): IncidentMetrics {
  const { open, acknowledged, resolved, critical, high, medium, low } = sums;
  return {
    total: sums.total,
    byStatus: { open, acknowledged, resolved },
    bySeverity: { critical, high, medium, low },
    mttaSeconds: sums.mtta_seconds,
    mttrSeconds: sums.mttr_seconds,
  };
}

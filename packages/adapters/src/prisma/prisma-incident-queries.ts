import {
  ALERT_IDS_SHOWN,
  type IncidentFilter,
  type IncidentQueries,
  type IncidentSort,
  type IncidentSummary,
} from '@klaxon/application';
import { type NumberedIncident, notFound } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import { alertFrom } from './alert-mapper.ts';
import { decodeCursor, encodeCursor, LAST_VERSION } from './cursor.ts';
import { eventFrom } from './event-mapper.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { incidentFromModel } from './incident-mapper.ts';
import { between, hasLabels, inOrder, type KeysetList, keysetPage } from './keyset.ts';

/** Timelines are ordered by version, which a cursor holds in place of a time. */
const TIMELINE = 'timeline';

export function prismaIncidentQueries(prisma: PrismaClient): IncidentQueries {
  async function summaries(
    incidents: readonly NumberedIncident[],
  ): Promise<readonly IncidentSummary[]> {
    const counts = await prisma.alert.groupBy({
      by: ['incidentId', 'status'],
      where: { incidentId: { in: incidents.map((incident) => incident.id) } },
      _count: { _all: true },
    });
    return incidents.map((incident) => {
      const own = counts.filter((count) => count.incidentId === incident.id);
      const firing = own.find((count) => count.status === 'firing')?._count._all ?? 0;
      return {
        incident,
        alerts: own.reduce((sum, count) => sum + count._count._all, 0),
        firingAlerts: firing,
      };
    });
  }

  async function existing(id: string): Promise<NumberedIncident> {
    const row = await prisma.incident.findUnique({ where: { id } });
    if (!row) throw notFound(`There is no incident ${id}.`);
    return incidentFromModel(row);
  }

  return {
    list: (filter, sort, page) =>
      withRetries(async () => {
        const list = { table: 'incidents', ...order(sort), where: conditions(filter) } as const;
        const ids = await keysetPage(prisma, list, page);
        const rows = await prisma.incident.findMany({ where: { id: { in: [...ids.items] } } });
        return { ...ids, items: await summaries(inOrder(ids.items, rows).map(incidentFromModel)) };
      }),

    get: (id) =>
      withRetries(async () => {
        const incident = await existing(id);
        const [summary] = await summaries([incident]);
        const alerts = await prisma.alert.findMany({
          where: { incidentId: id },
          select: { id: true },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          take: ALERT_IDS_SHOWN,
        });
        return {
          ...(summary ?? { incident, alerts: 0, firingAlerts: 0 }),
          alertIds: alerts.map((alert) => alert.id),
        };
      }),

    alerts: (id, { status }, page) =>
      withRetries(async () => {
        await existing(id);
        const where = [
          Prisma.sql`incident_id = ${id}::uuid`,
          ...(status === undefined ? [] : [Prisma.sql`status = ${status}`]),
        ];
        const list = { table: 'alerts', column: 'created_at', direction: 'asc', where } as const;
        const ids = await keysetPage(prisma, list, page);
        const rows = await prisma.alert.findMany({ where: { id: { in: [...ids.items] } } });
        return { ...ids, items: inOrder(ids.items, rows).map(alertFrom) };
      }),

    timeline: (id, page) =>
      withRetries(async () => {
        await existing(id);
        const after =
          page.cursor === null ? null : decodeCursor(page.cursor, TIMELINE, LAST_VERSION).at;
        const where = { incidentId: id };
        const [total, rows] = await Promise.all([
          prisma.incidentEvent.count({ where }),
          prisma.incidentEvent.findMany({
            where: { ...where, version: { gt: after ?? 0 } },
            omit: { alerts: true },
            orderBy: { version: 'asc' },
            take: page.limit + 1,
            skip: after === null ? page.offset : 0,
          }),
        ]);
        const items = rows.slice(0, page.limit).map(eventFrom);
        const last = items.at(-1);
        const more = rows.length > page.limit && last;
        return {
          items,
          total,
          nextCursor: more ? encodeCursor({ order: TIMELINE, at: last.version, id }) : null,
        };
      }),

    reopenedAtVersion: (id) =>
      withRetries(async () => {
        const event = await prisma.incidentEvent.findFirst({
          where: { incidentId: id, type: 'reopened' },
          orderBy: { version: 'desc' },
          select: { version: true },
        });
        return event?.version ?? null;
      }),

    events: (ids) =>
      withRetries(async () => {
        const rows = await prisma.incidentEvent.findMany({
          where: { id: { in: [...ids] } },
          omit: { alerts: true },
          include: {
            incident: {
              include: { _count: { select: { alerts: { where: { status: 'firing' } } } } },
            },
          },
        });
        return inOrder(ids, rows).map((row) => ({
          event: eventFrom(row),
          incident: incidentFromModel(row.incident),
          firingAlerts: row.incident._count.alerts,
        }));
      }),

    leadingAlert: (id) =>
      withRetries(async () => {
        const row = await prisma.alert.findFirst({
          where: { incidentId: id },
          // "firing" sorts before "resolved".
          orderBy: [{ status: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
        });
        return row && alertFrom(row);
      }),
  };
}

function order(sort: IncidentSort): Pick<KeysetList, 'column' | 'direction'> {
  const column = sort.endsWith('updated_at') ? 'updated_at' : 'created_at';
  return { column, direction: sort.startsWith('-') ? 'desc' : 'asc' };
}

function conditions(filter: IncidentFilter): readonly Prisma.Sql[] {
  const { status, severity, assigneeId, service, labels = [], q, from, to } = filter;
  return [
    ...(status ? [Prisma.sql`status = ANY(${[...status]}::incident_status[])`] : []),
    ...(severity ? [Prisma.sql`severity = ANY(${[...severity]}::incident_severity[])`] : []),
    ...(assigneeId === undefined ? [] : [Prisma.sql`assignee_id = ${assigneeId}`]),
    ...hasLabels(service === undefined ? labels : [['service', service], ...labels]),
    ...between('created_at', from, to),
    ...(q === undefined ? [] : [matches(q)]),
  ];
}

function matches(q: string): Prisma.Sql {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const text = Prisma.sql`title ILIKE ${pattern} OR description ILIKE ${pattern}`;
  const number = /^#?(\d{1,9})$/.exec(q.trim())?.[1];
  return number === undefined
    ? Prisma.sql`(${text})`
    : Prisma.sql`(number = ${Number(number)} OR ${text})`;
}

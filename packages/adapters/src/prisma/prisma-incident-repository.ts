import type { IncidentRepository } from '@klaxon/application';
import { type NumberedIncident, notFound } from '@klaxon/domain';
import { INGEST_LOCK } from '../database/advisory-locks.ts';
import type { Prisma } from './generated/client.ts';
import { changingColumns, groupKeyHash, incidentFromModel } from './incident-mapper.ts';

export function prismaIncidentRepository(tx: Prisma.TransactionClient): IncidentRepository {
  async function lock(ids: readonly string[]): Promise<ReadonlyMap<string, NumberedIncident>> {
    await tx.$queryRaw`SELECT id FROM incidents WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
    const rows = await tx.incident.findMany({ where: { id: { in: [...ids] } } });
    return new Map(rows.map((row) => [row.id, incidentFromModel(row)]));
  }

  return {
    async get(id) {
      const found = (await lock([id])).get(id);
      if (!found) throw noIncident(id);
      return found;
    },

    async getPair(a, b) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INGEST_LOCK}::bigint)`;
      const found = await lock([a, b]);
      const [first, second] = [found.get(a), found.get(b)];
      if (!first) throw noIncident(a);
      if (!second) throw noIncident(b);
      return [first, second];
    },

    async insert(incident) {
      const { id, groupKey, createdAt, labels } = incident;
      const row = await tx.incident.create({
        data: {
          ...changingColumns(incident),
          id,
          groupKey,
          groupKeyHash: groupKey === null ? null : groupKeyHash(groupKey),
          createdAt: new Date(createdAt),
          labels: { ...labels },
        },
      });
      return incidentFromModel(row);
    },

    async update(incident) {
      await tx.incident.update({
        where: { id: incident.id },
        data: changingColumns(incident),
        select: { id: true },
      });
    },

    async snoozeEnded(now, limit) {
      const where = { snoozedUntil: { lte: new Date(now) } };
      const rows = await tx.incident.findMany({
        where,
        select: { id: true },
        orderBy: { id: 'asc' },
        take: limit,
      });
      return rows.map((row) => row.id);
    },

    async unheard(before, limit) {
      const rows = await tx.incident.findMany({
        where: {
          status: { not: 'resolved' },
          staleSince: null,
          alerts: {
            some: { status: 'firing' },
            none: { status: 'firing', lastSeenAt: { gte: new Date(before) } },
          },
        },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: limit,
      });
      return rows.map((row) => row.id);
    },
  };
}

function noIncident(id: string) {
  return notFound(`There is no incident ${id}.`);
}

import type { AlertFilter, AlertQueries } from '@klaxon/application';
import { notFound } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import { alertFrom } from './alert-mapper.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { between, hasLabels, inOrder, keysetPage } from './keyset.ts';

export function prismaAlertQueries(prisma: PrismaClient): AlertQueries {
  return {
    list: (filter, page) =>
      withRetries(async () => {
        const list = {
          table: 'alerts',
          column: 'created_at',
          direction: 'desc',
          where: conditions(filter),
        } as const;
        const ids = await keysetPage(prisma, list, page);
        const rows = await prisma.alert.findMany({ where: { id: { in: [...ids.items] } } });
        return { ...ids, items: inOrder(ids.items, rows).map(alertFrom) };
      }),

    get: (id) =>
      withRetries(async () => {
        const row = await prisma.alert.findUnique({ where: { id } });
        if (!row) throw notFound(`There is no alert ${id}.`);
        return alertFrom(row);
      }),

    latest: ({ source, fingerprint }) =>
      withRetries(async () => {
        const where = { source, fingerprint, latest: true };
        const row = await prisma.alert.findFirst({ where });
        return row && alertFrom(row);
      }),

    rejected: (page) =>
      withRetries(async () => {
        const list = {
          table: 'rejected_alerts',
          column: 'received_at',
          direction: 'desc',
          where: [],
        } as const;
        const ids = await keysetPage(prisma, list, page);
        const rows = await prisma.rejectedAlert.findMany({ where: { id: { in: [...ids.items] } } });
        const items = inOrder(ids.items, rows).map((row) => ({
          ...row,
          receivedAt: row.receivedAt.getTime(),
        }));
        return { ...ids, items };
      }),
  };
}

function conditions({
  status,
  severity,
  labels = [],
  from,
  to,
}: AlertFilter): readonly Prisma.Sql[] {
  return [
    Prisma.sql`latest`,
    ...(status === undefined ? [] : [Prisma.sql`status = ${status}`]),
    ...(severity ? [Prisma.sql`severity = ANY(${[...severity]}::incident_severity[])`] : []),
    ...hasLabels(labels),
    ...between('starts_at', from, to),
  ];
}

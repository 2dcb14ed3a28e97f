import type { ChannelHealth, DeliveryFilter, DeliveryQueries } from '@klaxon/application';
import { withRetries } from '../database/database-errors.ts';
import { instantFrom } from '../database/rows.ts';
import { deliveryFrom } from './delivery-mapper.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { between, inOrder, keysetPage } from './keyset.ts';

interface HealthRow {
  readonly channel_id: string;
  readonly last_sent_at: Date | null;
  readonly last_failed_at: Date | null;
  readonly last_error: string | null;
  readonly queued: number;
}

export function prismaDeliveryQueries(prisma: PrismaClient): DeliveryQueries {
  return {
    list: (filter, page) =>
      withRetries(async () => {
        const list = {
          table: 'notification_deliveries',
          column: 'created_at',
          direction: 'desc',
          where: conditions(filter),
        } as const;
        const ids = await keysetPage(prisma, list, page);
        const rows = await prisma.notificationDelivery.findMany({
          where: { id: { in: [...ids.items] } },
          include: { incident: { select: { number: true, title: true } } },
        });
        const items = inOrder(ids.items, rows).map(({ incident, ...row }) => ({
          delivery: deliveryFrom(row),
          incident,
        }));
        return { ...ids, items };
      }),

    health: () =>
      withRetries(async () => {
        const rows = await prisma.$queryRaw<HealthRow[]>(HEALTH);
        return rows.map(
          (row): ChannelHealth => ({
            channelId: row.channel_id,
            lastSentAt: instantFrom(row.last_sent_at),
            lastFailedAt: instantFrom(row.last_failed_at),
            lastError: row.last_error,
            queued: row.queued,
          }),
        );
      }),
  };
}

// The channels are found by hopping along the index, and each one's last messages at its end: a plain
// GROUP BY would read every delivery there ever was.
const HEALTH = Prisma.sql`
  WITH RECURSIVE channel (id) AS (
    (SELECT channel_id FROM notification_deliveries ORDER BY channel_id LIMIT 1)
    UNION ALL
    SELECT (SELECT channel_id FROM notification_deliveries
            WHERE channel_id > channel.id ORDER BY channel_id LIMIT 1)
    FROM channel WHERE channel.id IS NOT NULL
  ), waiting AS (
    SELECT channel_id, count(*)::int AS queued FROM notification_deliveries
    WHERE status = 'queued' GROUP BY channel_id
  )
  SELECT channel.id AS channel_id, sent.settled_at AS last_sent_at,
    failed.at AS last_failed_at, failed.last_error, coalesce(waiting.queued, 0) AS queued
  FROM channel
  LEFT JOIN LATERAL (
    SELECT settled_at FROM notification_deliveries
    WHERE channel_id = channel.id AND status = 'sent' ORDER BY created_at DESC LIMIT 1
  ) sent ON TRUE
  LEFT JOIN LATERAL (
    SELECT coalesce(settled_at, created_at) AS at, last_error FROM notification_deliveries
    WHERE channel_id = channel.id AND last_error IS NOT NULL ORDER BY created_at DESC LIMIT 1
  ) failed ON TRUE
  LEFT JOIN waiting ON waiting.channel_id = channel.id
  WHERE channel.id IS NOT NULL ORDER BY channel.id`;

function conditions({
  status,
  channelId,
  incidentId,
  from,
  to,
}: DeliveryFilter): readonly Prisma.Sql[] {
  return [
    ...(status === undefined ? [] : [Prisma.sql`status = ${status}`]),
    ...(channelId === undefined ? [] : [Prisma.sql`channel_id = ${channelId}`]),
    ...(incidentId === undefined ? [] : [Prisma.sql`incident_id = ${incidentId}::uuid`]),
    ...between('created_at', from, to),
  ];
}

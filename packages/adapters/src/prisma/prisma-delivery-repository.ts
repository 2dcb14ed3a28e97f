import type { DeliveryRepository } from '@klaxon/application';
import { deliveryColumns, deliveryFrom } from './delivery-mapper.ts';
import { Prisma } from './generated/client.ts';
import type { NotificationDeliveryModel } from './generated/models.ts';

interface TrafficRow {
  readonly channel_id: string;
  readonly singles: number;
}

interface BundleRow {
  readonly id: string;
  readonly channel_id: string;
}

/** As Prisma names them: a claim is made in as few statements as can be. */
const ALL_COLUMNS = Prisma.sql`
  d.id, d.event_id AS "eventId", incident_id AS "incidentId", d.version, channel_id AS "channelId", d.kind, d.status,
  d.attempts, d.epoch, d.claimed_by AS "claimedBy", d.claimed_at AS "claimedAt",
  d.next_attempt_at AS "nextAttemptAt", d.carries, d.bundled_into_id AS "bundledIntoId",
  d.provider_id AS "providerId", d.last_error AS "lastError", d.reason,
  d.superseded_because AS "supersededBecause", d.created_at AS "createdAt",
  d.settled_at AS "settledAt"`;

const at = (column: string) => `to_timestamp(x.${column} / 1000.0)`;

/** Any number in one statement: an incident told to hundreds of channels must not wait for its own rows. */
const INSERT = `
  INSERT INTO notification_deliveries (id, event_id, incident_id, version, channel_id, kind, status, attempts,
    epoch, claimed_by, claimed_at, next_attempt_at, carries, bundled_into_id, provider_id, last_error, reason,
    superseded_because, created_at, settled_at)
  SELECT x.id, x."eventId", x."incidentId", x.version, x."channelId", x.kind, x.status, x.attempts, x.epoch,
    x.claim ->> 'by', to_timestamp((x.claim ->> 'at')::float8 / 1000.0), ${at('"nextAttemptAt"')}, x.carries,
    x."bundledInto", x."providerId", x."lastError", x.reason, x."supersededBecause",
    ${at('"createdAt"')}, ${at('"settledAt"')}
  FROM json_to_recordset($1::json) AS x (id uuid, "eventId" uuid, "incidentId" uuid, version int,
    "channelId" text, kind text, status text, attempts int, epoch int, claim json, "nextAttemptAt" float8,
    carries bool, "bundledInto" uuid, "providerId" text, "lastError" text, reason text,
    "supersededBecause" text, "createdAt" float8, "settledAt" float8)
  ON CONFLICT (event_id, channel_id) DO NOTHING
  RETURNING id`;

export function prismaDeliveryRepository(tx: Prisma.TransactionClient): DeliveryRepository {
  return {
    async insert(deliveries) {
      if (deliveries.length === 0) return [];
      const rows = await tx.$queryRawUnsafe<{ readonly id: string }[]>(
        INSERT,
        JSON.stringify(deliveries),
      );
      const taken = new Set(rows.map(({ id }) => id));
      return deliveries.filter(({ id }) => taken.has(id));
    },

    async lock(id) {
      // The whole conversation, in one order, so that two of its messages cannot wait for each other.
      const rows = await tx.$queryRaw<NotificationDeliveryModel[]>`
        SELECT ${ALL_COLUMNS} FROM notification_deliveries d
        JOIN notification_deliveries own USING (incident_id, channel_id)
        WHERE own.id = ${id}::uuid ORDER BY d.version FOR UPDATE OF d`;
      const conversation = rows.map(deliveryFrom);
      const delivery = conversation.find((one) => one.id === id);
      if (!delivery) return null;
      return { delivery, siblings: conversation.filter((one) => one !== delivery) };
    },

    async update(delivery) {
      await tx.notificationDelivery.update({
        where: { id: delivery.id },
        data: deliveryColumns(delivery),
        select: { id: true },
      });
    },

    async ofEvents(eventIds) {
      const where = { eventId: { in: [...eventIds] } };
      const rows = await tx.notificationDelivery.findMany({ where });
      return rows.map(deliveryFrom);
    },

    async ofIncidents(incidentIds) {
      return tx.notificationDelivery.findMany({
        where: { incidentId: { in: [...incidentIds] } },
        select: { eventId: true, incidentId: true, channelId: true, version: true },
      });
    },

    async bundledInto(id) {
      const rows = await tx.notificationDelivery.findMany({
        where: { bundledIntoId: id },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(deliveryFrom);
    },

    async settleBundle({ id, status, lastError, settledAt }) {
      await tx.notificationDelivery.updateMany({
        where: { bundledIntoId: id, status: 'queued' },
        data: { status, lastError, settledAt: settledAt === null ? null : new Date(settledAt) },
      });
    },

    async traffic(channelIds, since, now) {
      const ids = [...channelIds];
      const singles = await tx.$queryRaw<TrafficRow[]>`
        SELECT channel_id, count(*)::int AS singles FROM notification_deliveries
        WHERE channel_id = ANY(${ids}::text[]) AND created_at > ${new Date(since)}
          AND bundled_into_id IS NULL AND NOT carries
        GROUP BY channel_id`;
      const bundles = await tx.$queryRaw<BundleRow[]>`
        SELECT id, channel_id FROM notification_deliveries
        WHERE channel_id = ANY(${ids}::text[]) AND status = 'queued' AND carries AND attempts = 0
          AND claimed_at IS NULL AND next_attempt_at > ${new Date(now)}
        ORDER BY id FOR UPDATE`;
      const counts = new Map(singles.map((row) => [row.channel_id, row.singles]));
      const open = new Map(bundles.map((row) => [row.channel_id, row.id]));
      return ids.map((channelId) => ({
        channelId,
        singles: counts.get(channelId) ?? 0,
        openBundle: open.get(channelId) ?? null,
      }));
    },
  };
}

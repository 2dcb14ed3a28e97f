import type { DueDeliveries } from '@klaxon/application';
import { ANNOUNCEMENT_KINDS, type Instant } from '@klaxon/domain';
import type pg from 'pg';
import { channelTypes } from '../channels/channel-providers.ts';
import { isKnownChannel, WAITING_CHANNELS, WAITS } from '../database/waiting-channels.ts';

/** A claim this old counts no more, whoever holds it: `CLAIM_EXPIRES_AFTER`. */
const EXPIRED = `claimed_at < now() - interval '40 s'`;

/**
 * $1 and $2: channels and how many of each, $3: how many of any other, $4: ids to leave out, $5 and $6: the
 * types of channel and the kinds of news that are known here.
 */
const DUE = `
  WITH RECURSIVE ${WAITING_CHANNELS}
  SELECT due.id, channel.id AS channel_id
  FROM channel
  LEFT JOIN unnest($1::text[], $2::int[]) AS lane (channel_id, room) ON lane.channel_id = channel.id
  CROSS JOIN LATERAL (
    SELECT id, next_attempt_at FROM notification_deliveries
    WHERE channel_id = channel.id AND ${WAITS} AND next_attempt_at <= now()
      AND (claimed_at IS NULL OR ${EXPIRED}) AND NOT id = ANY($4::uuid[])
      AND kind = ANY($6::text[])
    ORDER BY next_attempt_at LIMIT coalesce(lane.room, $3::int)
  ) AS due
  WHERE channel.id IS NOT NULL AND ${isKnownChannel('$5')}
  ORDER BY due.next_attempt_at`;

const EARLIEST = `
  SELECT id, next_attempt_at FROM notification_deliveries
  WHERE ${WAITS} AND next_attempt_at <= $1 ORDER BY next_attempt_at, version LIMIT 1`;

/** By the database's clock alone. */
export function pgDueDeliveries(pool: pg.Pool): DueDeliveries {
  return {
    async due({ room, perChannel, except }) {
      const { rows } = await pool.query<{ id: string; channel_id: string }>(DUE, [
        [...room.keys()],
        [...room.values()],
        perChannel,
        except,
        [...channelTypes.keys()],
        ANNOUNCEMENT_KINDS,
      ]);
      return rows.map((row) => ({ id: row.id, channelId: row.channel_id }));
    },
  };
}

/** The message that is due the longest at some time, which need not be the present one. */
export function pgEarliestDelivery(pool: pg.Pool) {
  return async (
    until: Instant,
  ): Promise<{ readonly id: string; readonly dueAt: Instant } | null> => {
    const { rows } = await pool.query<{ id: string; next_attempt_at: Date }>(EARLIEST, [
      new Date(until),
    ]);
    const [row] = rows;
    return row ? { id: row.id, dueAt: row.next_attempt_at.getTime() } : null;
  };
}

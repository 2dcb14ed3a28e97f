import { isKnownChannel, WAITING_CHANNELS, WAITS } from '../database/waiting-channels.ts';

export interface DueAndLeft {
  /** Null for jobs. */
  readonly channel_id: string | null;
  /** How long the longest of it is due. */
  readonly seconds: number;
}

/**
 * What is due and in nobody's hands: the oldest job, and of each channel the oldest message. $1 and $2: the
 * types of channel and the kinds of news that are known here.
 */
export const DUE_AND_LEFT = `
  WITH RECURSIVE ${WAITING_CHANNELS}, due (channel_id, at) AS (
    (SELECT NULL, due_at FROM jobs WHERE claimed_at IS NULL AND due_at <= now() ORDER BY due_at, id LIMIT 1)
    UNION ALL
    SELECT channel.id, oldest.next_attempt_at FROM channel CROSS JOIN LATERAL (
      SELECT next_attempt_at FROM notification_deliveries
      WHERE channel_id = channel.id AND ${WAITS} AND next_attempt_at <= now() AND claimed_at IS NULL
        AND kind = ANY($2::text[])
      ORDER BY next_attempt_at LIMIT 1
    ) AS oldest
    WHERE channel.id IS NOT NULL AND ${isKnownChannel('$1')}
  )
  SELECT channel_id, extract(epoch FROM now() - at)::float8 AS seconds FROM due`;

/**
 * The channels among those that wait whose messages this process can send, by `types` of channel that it
 * knows: a newer one sends to the others. What the environment configures has its type in its id.
 */
export const isKnownChannel = (types: string) =>
  `channel.id NOT IN (SELECT id::text FROM notification_channels WHERE type <> ALL(${types}::text[]))
    AND (channel.id NOT LIKE 'env:%' OR substr(channel.id, 5) = ANY(${types}::text[]))`;

/** Deliveries that an attempt is to be made at. */
export const WAITS = `status = 'queued' AND bundled_into_id IS NULL`;

/**
 * The channels that something waits for, as a recursive common table expression `channel (id)` with a
 * NULL at its end. It hops along the index, so that thousands that wait for one channel cost nothing.
 */
export const WAITING_CHANNELS = `channel (id) AS (
    (SELECT channel_id FROM notification_deliveries WHERE ${WAITS} ORDER BY channel_id LIMIT 1)
    UNION ALL
    SELECT (SELECT channel_id FROM notification_deliveries
            WHERE ${WAITS} AND channel_id > channel.id ORDER BY channel_id LIMIT 1)
    FROM channel WHERE channel.id IS NOT NULL
  )`;

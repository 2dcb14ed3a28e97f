/** A worker that was not heard of for this long is gone, and so are its claims. */
const GONE_AFTER = `interval '5 s'`;
/** Who paused for this long, or was cut off, does not know who else was. */
const BREAK = `interval '3 s'`;

/**
 * $1: id, $2: role, $3: host, $4: pid, $5: how far its clock is ahead, $6: since when it is stuck, in ms.
 * Answers the time, and whether it was there long enough to say that another was not.
 */
export const BEAT = `
  INSERT INTO processes (id, role, host, pid, clock_ahead_ms, stuck_since)
  VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))
  ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp(), clock_ahead_ms = excluded.clock_ahead_ms,
    stuck_since = excluded.stuck_since,
    heard_since = CASE WHEN processes.seen_at < now() - ${BREAK} THEN now() ELSE processes.heard_since END
  RETURNING (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now,
    heard_since < now() - ${GONE_AFTER} AS may_judge`;

export const LEAVE = 'DELETE FROM processes WHERE id = $1';

const FREED = 'SET claimed_by = NULL, claimed_at = NULL';

/**
 * $1: the worker, $2: the jobs it has in hand, null where it cannot tell, $3: its deliveries. What was
 * claimed later than these were looked at is not judged by them: $4, by the clock that it claims deliveries
 * with, and $5, by the database's, which claims jobs.
 */
export const RELEASE_OWN = `
  WITH own_jobs AS (
    UPDATE jobs ${FREED}
    WHERE claimed_by = $1 AND NOT id = ANY($2::bigint[]) AND claimed_at < to_timestamp($5::float8 / 1000) RETURNING 1
  ), own_deliveries AS (
    UPDATE notification_deliveries ${FREED}
    WHERE claimed_by = $1 AND NOT id = ANY($3::uuid[]) AND claimed_at < to_timestamp($4::float8 / 1000) RETURNING 1
  )
  SELECT ((SELECT count(*) FROM own_jobs) + (SELECT count(*) FROM own_deliveries))::int AS released`;

export const RELEASE_OF_GONE = `
  WITH gone AS MATERIALIZED (
    SELECT claimed_by FROM (
      SELECT claimed_by FROM jobs WHERE claimed_by IS NOT NULL
      UNION SELECT claimed_by FROM notification_deliveries WHERE claimed_by IS NOT NULL
    ) AS claims
    WHERE NOT EXISTS (
      SELECT FROM processes p WHERE p.id::text = claims.claimed_by AND p.seen_at > now() - ${GONE_AFTER}
    )
  ), forgotten AS (
    DELETE FROM processes WHERE seen_at < now() - interval '1 day'
  ), freed AS (
    UPDATE jobs ${FREED} FROM gone WHERE jobs.claimed_by = gone.claimed_by RETURNING gone.claimed_by
  ), freed_deliveries AS (
    UPDATE notification_deliveries d ${FREED} FROM gone WHERE d.claimed_by = gone.claimed_by
    RETURNING gone.claimed_by
  )
  SELECT claimed_by, count(*)::int AS released
  FROM (SELECT claimed_by FROM freed UNION ALL SELECT claimed_by FROM freed_deliveries) AS all_freed
  GROUP BY claimed_by`;

import { WAITING_CHANNELS, WAITS } from '../database/waiting-channels.ts';

/** What all processes together make of the work there is. Times in seconds. */
export interface WorkFacts {
  /** Workers that were heard of lately, and those of them that take work. */
  readonly workers: number;
  readonly at_work: number;
  /** How long the oldest is due that nobody has in hand; a message only where no worker takes any. */
  readonly left: number | null;
  readonly left_since: Date | null;
  /** The same, in hand or not. */
  readonly any_due: number | null;
  readonly any_due_since: Date | null;
  /** Where a clock is off, and by how much it is ahead. */
  readonly clock_off: string | null;
  readonly clock_ahead: number | null;
}

const LIVES = `seen_at > now() - interval '10 s'`;
const CLOCK_OFF_MS = 5_000;

export const WORK_FACTS = `
  WITH RECURSIVE ${WAITING_CHANNELS}, workers AS (
    SELECT count(*)::int AS workers, (count(*) FILTER (WHERE stuck_since IS NULL))::int AS at_work
    FROM processes WHERE role = 'worker' AND ${LIVES}
  ), jobs_left AS (
    SELECT min(due_at) AS since FROM jobs WHERE claimed_at IS NULL AND due_at <= now()
  ), jobs_due AS (
    SELECT min(due_at) AS since FROM jobs WHERE due_at <= now()
  ), messages_due AS (
    SELECT min(oldest.next_attempt_at) AS since FROM channel CROSS JOIN LATERAL (
      SELECT next_attempt_at FROM notification_deliveries
      WHERE channel_id = channel.id AND ${WAITS} AND next_attempt_at <= now()
      ORDER BY next_attempt_at LIMIT 1
    ) AS oldest
    WHERE channel.id IS NOT NULL
  ), clock AS (
    SELECT host, clock_ahead_ms / 1000.0 AS ahead FROM processes
    WHERE ${LIVES} AND abs(clock_ahead_ms) > ${CLOCK_OFF_MS} ORDER BY abs(clock_ahead_ms) DESC LIMIT 1
  )
  SELECT workers.workers, workers.at_work, jobs_left.since AS left_since,
    extract(epoch FROM now() - jobs_left.since)::float8 AS left,
    least(jobs_due.since, messages_due.since) AS any_due_since,
    extract(epoch FROM now() - least(jobs_due.since, messages_due.since))::float8 AS any_due,
    clock.host AS clock_off, clock.ahead::float8 AS clock_ahead
  FROM workers, jobs_left, jobs_due, messages_due LEFT JOIN clock ON true`;

import type { Job, JobName } from '@klaxon/application';
import type { Milliseconds } from '@klaxon/domain';

/** Adds any number of jobs in one statement; $1 is what `jobRecords` makes. */
export const ADD_JOBS = `
  INSERT INTO jobs (name, payload, due_at, key)
  SELECT x.name, x.payload, now() + x.after_ms * interval '1 ms', x.key
  FROM json_to_recordset($1::json) AS x (name text, payload jsonb, after_ms float8, key text)
  ON CONFLICT (key) DO UPDATE SET payload = excluded.payload`;

export function jobRecords(jobs: readonly Job[]): string {
  // One statement may not touch a row twice: of those with one key, the last one counts.
  const last = new Map(jobs.map((job, index) => [job.key ?? index, job]));
  return JSON.stringify(
    [...last.values()].map(({ name, payload, after = 0, key = null }) => ({
      name,
      payload,
      after_ms: after,
      key,
    })),
  );
}

/** $1: names, $2: how often each runs, in ms. Those that no longer run are forgotten. */
export const KEEP_PERIODIC = `
  WITH forgotten AS (
    DELETE FROM jobs WHERE every_ms IS NOT NULL AND NOT name = ANY($1::text[])
  )
  INSERT INTO jobs (name, key, every_ms)
  SELECT x.name, 'every:' || x.name, x.every_ms FROM unnest($1::text[], $2::int[]) AS x (name, every_ms)
  ON CONFLICT (key) DO UPDATE SET every_ms = excluded.every_ms
  WHERE jobs.every_ms IS DISTINCT FROM excluded.every_ms`;

/**
 * $1: who takes them, $2: how many at most. The key of a job goes to the next that is added, whose
 * transaction must not wait for this one's work.
 */
export const TAKE_JOBS = `
  UPDATE jobs SET claimed_by = $1, claimed_at = now(), key = CASE WHEN every_ms IS NULL THEN NULL ELSE key END
  WHERE id IN (
    SELECT id FROM jobs WHERE claimed_at IS NULL AND due_at <= now()
    ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
  )
  RETURNING id::text, name, payload`;

export interface TakenJob {
  readonly id: string;
  readonly name: JobName;
  readonly payload: unknown;
}

/** A job that runs again and again is due at its next time, any other is done. */
export const FINISH_JOB = `
  WITH again AS (
    UPDATE jobs SET due_at = now() + every_ms * interval '1 ms', claimed_by = NULL, claimed_at = NULL,
      failures = 0, last_error = NULL
    WHERE id = $1 AND claimed_by = $2 AND every_ms IS NOT NULL
  )
  DELETE FROM jobs WHERE id = $1 AND claimed_by = $2 AND every_ms IS NULL`;

const LONGEST_PAUSE: Milliseconds = 45_000;

/** Given up never: a job that fails waits for whatever is in its way, 45 s at most. $3: what went wrong. */
export const FAIL_JOB = `
  UPDATE jobs SET due_at = now() + least(${LONGEST_PAUSE}, 1000 * 2 ^ least(failures, 10)) * interval '1 ms',
    claimed_by = NULL, claimed_at = NULL, failures = failures + 1, last_error = $3
  WHERE id = $1 AND claimed_by = $2`;

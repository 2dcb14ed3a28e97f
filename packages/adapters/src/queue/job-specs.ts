import type { Job, JobName } from '@klaxon/application';

/** Adds any number of jobs in one statement; $1 is what `jobSpecs` makes. */
export const ADD_JOBS = `
  SELECT count(*) FROM graphile_worker.add_jobs(
    ARRAY(SELECT spec FROM json_populate_recordset(NULL::graphile_worker.job_spec, $1::json) AS spec),
    job_key_preserve_run_at => true
  )`;

/** Lower runs first: sending waits for other people's servers, and nothing may wait for that. */
const PRIORITIES: Partial<Record<JobName, number>> = { attempt_delivery: 10 };

/** Given up never: a job that fails waits for whatever is in its way, a minute at a time. */
const MAX_ATTEMPTS = 10_000;

export function jobSpecs(jobs: readonly Job[]): string {
  return JSON.stringify(
    jobs.map((job) => ({
      identifier: job.name,
      payload: job.payload,
      run_at: job.runAt === undefined ? null : new Date(job.runAt).toISOString(),
      job_key: job.key ?? null,
      priority: PRIORITIES[job.name] ?? 0,
      max_attempts: MAX_ATTEMPTS,
    })),
  );
}

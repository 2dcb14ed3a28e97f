import type { Job } from '@klaxon/application';

/** Adds any number of jobs in one statement; $1 is what `jobSpecs` makes. */
export const ADD_JOBS = `
  SELECT count(*) FROM graphile_worker.add_jobs(
    ARRAY(SELECT spec FROM json_populate_recordset(NULL::graphile_worker.job_spec, $1::json) AS spec),
    job_key_preserve_run_at => true
  )`;

export function jobSpecs(jobs: readonly Job[]): string {
  return JSON.stringify(
    jobs.map((job) => ({
      identifier: job.name,
      payload: job.payload,
      run_at: job.runAt === undefined ? null : new Date(job.runAt).toISOString(),
      job_key: job.key ?? null,
    })),
  );
}

import type { IngestStore, Job, UnitOfWork } from '@klaxon/application';

/** What becomes of jobs instead: those that it answers go to the queue. */
export type RedirectJobs = (jobs: readonly Job[]) => readonly Job[];

export function redirectJobs(
  { unitOfWork, store }: { readonly unitOfWork: UnitOfWork; readonly store: IngestStore },
  redirect: RedirectJobs,
): { readonly unitOfWork: UnitOfWork; readonly store: IngestStore } {
  return {
    unitOfWork: {
      run: (work) =>
        unitOfWork.run((tx) =>
          work({ ...tx, jobs: { add: (jobs) => tx.jobs.add(redirect(jobs)) } }),
        ),
    },
    store: {
      run: (work) =>
        store.run((tx) =>
          work({
            ...tx,
            save: (plan, rejected, jobs, services) =>
              tx.save(plan, rejected, redirect(jobs), services),
          }),
        ),
    },
  };
}

import type { JobQueue } from '@klaxon/application';
import { ADD_JOBS, jobRecords } from '../worker/job-rows.ts';
import type { Prisma } from './generated/client.ts';

export function prismaJobQueue(tx: Prisma.TransactionClient): JobQueue {
  return {
    async add(jobs) {
      if (jobs.length > 0) await tx.$executeRawUnsafe(ADD_JOBS, jobRecords(jobs));
    },
  };
}

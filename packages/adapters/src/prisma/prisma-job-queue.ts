import type { JobQueue } from '@klaxon/application';
import { ADD_JOBS, jobSpecs } from '../queue/job-specs.ts';
import type { Prisma } from './generated/client.ts';

export function prismaJobQueue(tx: Prisma.TransactionClient): JobQueue {
  return {
    async add(jobs) {
      if (jobs.length > 0) await tx.$executeRawUnsafe(ADD_JOBS, jobSpecs(jobs));
    },
  };
}

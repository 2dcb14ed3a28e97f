import {
  createPool,
  createPrisma,
  pgIngestStore,
  pgLiveEvents,
  prismaAccessQueries,
  prismaAlertQueries,
  prismaAuditQueries,
  prismaChannelQueries,
  prismaIncidentQueries,
  prismaKeyQueries,
  prismaPeopleQueries,
  prismaSessionQueries,
  prismaStatusQueries,
  prismaUnitOfWork,
} from '@klaxon/adapters';
import type { Job } from '@klaxon/application';
import type { StoreSubject } from '@klaxon/testing';
import { createTestDatabase } from './database.ts';

interface JobRow {
  readonly name: string;
  readonly payload: unknown;
  readonly run_at: Date;
  readonly key: string | null;
}

const WAITING_JOBS = `
  SELECT t.identifier AS name, j.payload, j.run_at, j.key
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id`;

/** The real stores, over a database of their own. */
export async function postgresStores(): Promise<StoreSubject & { readonly url: string }> {
  const database = await createTestDatabase();
  const pool = createPool({
    url: database.url,
    maxConnections: 10,
    maxIdleConnections: 1,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  });
  const prisma = createPrisma(pool);
  return {
    url: database.url,
    unitOfWork: prismaUnitOfWork(prisma),
    ingestStore: pgIngestStore(pool),
    incidentQueries: prismaIncidentQueries(prisma),
    alertQueries: prismaAlertQueries(prisma),
    channelQueries: prismaChannelQueries(prisma),
    auditQueries: prismaAuditQueries(prisma),
    peopleQueries: prismaPeopleQueries(prisma),
    keyQueries: prismaKeyQueries(prisma),
    accessQueries: { ...prismaAccessQueries(prisma), ...prismaSessionQueries(prisma) },
    liveEvents: pgLiveEvents({ pool, url: database.url, log: () => {} }),
    statusQueries: prismaStatusQueries(prisma),
    async waitingJobs() {
      const { rows } = await pool.query<JobRow>(WAITING_JOBS);
      return rows.map(
        ({ name, payload, run_at, key }) =>
          ({ name, payload, runAt: run_at.getTime(), ...(key === null ? {} : { key }) }) as Job,
      );
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
      await database.drop();
    },
  };
}

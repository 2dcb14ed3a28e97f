import {
  createPool,
  createPrisma,
  eventFrom,
  pgDueDeliveries,
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
  systemClock,
} from '@klaxon/adapters';
import type { StoreSubject, WaitingJob } from '@klaxon/testing';
import { createTestDatabase } from './database.ts';

interface JobRow {
  readonly name: string;
  readonly payload: unknown;
  readonly due_at: Date;
  readonly key: string | null;
}

const WAITING_JOBS = `
  SELECT name, payload, due_at, key FROM jobs WHERE claimed_at IS NULL`;

/** The real stores, over a database of their own. */
export async function postgresStores(): Promise<StoreSubject & { readonly url: string }> {
  const database = await createTestDatabase();
  const connections = {
    url: database.url,
    maxConnections: 10,
    maxIdleConnections: 1,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  };
  const pool = createPool(connections);
  const alertPool = createPool({ ...connections, pipeline: true });
  const prisma = createPrisma(pool);
  return {
    url: database.url,
    unitOfWork: prismaUnitOfWork(prisma),
    ingestStore: pgIngestStore(alertPool),
    incidentQueries: prismaIncidentQueries(prisma),
    alertQueries: prismaAlertQueries(prisma),
    channelQueries: prismaChannelQueries(prisma),
    auditQueries: prismaAuditQueries(prisma),
    peopleQueries: prismaPeopleQueries(prisma),
    keyQueries: prismaKeyQueries(prisma),
    accessQueries: { ...prismaAccessQueries(prisma), ...prismaSessionQueries(prisma) },
    liveEvents: pgLiveEvents({ pool, url: database.url, log: () => {} }),
    statusQueries: prismaStatusQueries(prisma),
    dueDeliveries: pgDueDeliveries(pool),
    history: async (incidentId) => {
      const where = { incidentId };
      const rows = await prisma.incidentEvent.findMany({ where, orderBy: { version: 'asc' } });
      return rows.map(eventFrom);
    },
    now: () => systemClock.now(),
    async waitingJobs() {
      const { rows } = await pool.query<JobRow>(WAITING_JOBS);
      return rows.map(
        ({ name, payload, due_at, key }) =>
          ({
            name,
            payload,
            dueAt: due_at.getTime(),
            ...(key === null ? {} : { key }),
          }) as WaitingJob,
      );
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
      await alertPool.end();
      await database.drop();
    },
  };
}

import {
  alertmanagerSource,
  createPool,
  createPrisma,
  databaseHealth,
  httpAlertmanagerClient,
  pgIngestStore,
  prismaAlertQueries,
  prismaIncidentQueries,
  prismaMetricsQueries,
  prismaMetricsRollup,
  prismaUnitOfWork,
  systemClock,
  uuidIds,
} from '@klaxon/adapters';
import {
  makeAcknowledgeIncident,
  makeAddNote,
  makeCreateIncident,
  makeEditIncident,
  makeIngestAlerts,
  makeMergeIncidents,
  makeReopenIncident,
  makeResolveIncident,
  makeSnoozeIncident,
} from '@klaxon/application';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { UseCases } from '../http/use-cases.ts';
import type { WorkerParts } from '../worker/handlers.ts';
import { composeNotifiers } from './compose-notifiers.ts';
import type { Teardown } from './teardown.ts';

export interface Composition {
  readonly useCases: UseCases;
  readonly worker: WorkerParts;
  /** For the job queue. */
  readonly pool: ReturnType<typeof createPool>;
}

const READ_WITHIN_MS = 10_000;
/** One alert transaction runs at a time; a second connection is there when the first one breaks. */
const ALERT_CONNECTIONS = { maxConnections: 2, maxIdleConnections: 1, statementTimeoutMs: 30_000 };

/** Fills the ports. The one place that knows which adapter stands behind which port. */
export function compose(
  config: Config,
  secrets: Secrets,
  databaseUrl: string,
  logger: Logger,
  teardown: Teardown,
): Composition {
  const onIdleError = (error: Error) =>
    logger.warn({ err: error }, 'an idle database connection broke');
  const connections = { url: databaseUrl, ...config.database, onIdleError };
  const pool = createPool({ ...connections, statementTimeoutMs: READ_WITHIN_MS });
  teardown.onStop('database pool', () => pool.end());
  const alertPool = createPool({ ...connections, ...ALERT_CONNECTIONS });
  teardown.onStop('database pool for alerts', () => alertPool.end());
  const prisma = createPrisma(pool);
  teardown.onStop('prisma', () => prisma.$disconnect());
  const notifiers = composeNotifiers(secrets, teardown);

  const clock = systemClock;
  const ids = uuidIds;
  const store = pgIngestStore(alertPool);
  const unitOfWork = prismaUnitOfWork(prisma);
  const incidents = prismaIncidentQueries(prisma);
  const planning = { clock, ids, policy: config.ingest };
  const tools = { unitOfWork, clock, ids };
  const alertmanagers =
    secrets.alertmanagerUrls.length === 0
      ? null
      : httpAlertmanagerClient({
          urls: secrets.alertmanagerUrls,
          timeoutMs: config.alertmanagerTimeout,
        });

  return {
    pool,
    useCases: {
      ingestAlerts: makeIngestAlerts(store, planning),
      alertmanager: alertmanagerSource,
      createIncident: makeCreateIncident(tools),
      acknowledgeIncident: makeAcknowledgeIncident(tools),
      resolveIncident: makeResolveIncident(tools),
      reopenIncident: makeReopenIncident(tools),
      editIncident: makeEditIncident(tools),
      addNote: makeAddNote(tools),
      snoozeIncident: makeSnoozeIncident(tools),
      mergeIncidents: makeMergeIncidents(tools),
      incidents,
      alerts: prismaAlertQueries(prisma),
      metrics: prismaMetricsQueries(prisma),
      health: databaseHealth(pool, alertmanagers),
    },
    worker: {
      store,
      planning,
      tools,
      alertmanagers,
      staleAfter: config.staleAfter,
      metricsRollup: prismaMetricsRollup(prisma),
      notification: { ...tools, queries: incidents, notifiers, publicUrl: config.publicUrl },
    },
  };
}

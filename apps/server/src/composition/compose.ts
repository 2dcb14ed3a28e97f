import {
  alertmanagerSource,
  argon2Passwords,
  createPool,
  createPrisma,
  databaseHealth,
  hmacActionTokens,
  httpAlertmanagerClient,
  monotonicClock,
  pause,
  pgIngestStore,
  prismaAccessQueries,
  prismaAlertQueries,
  prismaAuditQueries,
  prismaDeliveryQueries,
  prismaIncidentQueries,
  prismaMetricsQueries,
  prismaMetricsRollup,
  prismaPeopleQueries,
  prismaStatusQueries,
  prismaUnitOfWork,
  rememberedKeys,
  storageWatch,
  systemRandom,
  uuidIds,
} from '@klaxon/adapters';
import {
  type Clock,
  type Ids,
  makeAcknowledgeIncident,
  makeAddNote,
  makeCreateIncident,
  makeEditIncident,
  makeExportAuditLog,
  makeIngestAlerts,
  makeMergeIncidents,
  makeMessageActions,
  makeOfferActions,
  makeReceiveReport,
  makeReopenIncident,
  makeResendDelivery,
  makeResolveIncident,
  makeSendTestAlert,
  makeSnoozeIncident,
  makeViewStatus,
  makeWhoFell,
} from '@klaxon/application';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { UseCases } from '../http/use-cases.ts';
import type { WorkerParts } from '../worker/handlers.ts';
import { type BuildChannel, channelBuilder, composeChannels } from './compose-channels.ts';
import { composeInteractions, type Listener } from './compose-interactions.ts';
import { composeKeys } from './compose-keys.ts';
import { composeLiveEvents } from './compose-live-events.ts';
import { composePeople } from './compose-people.ts';
import { composeSignIn } from './compose-sign-in.ts';
import { type RedirectJobs, redirectJobs } from './redirect-jobs.ts';
import type { Teardown } from './teardown.ts';

export interface Composition {
  /** Whether anybody can let others in. */
  readonly hasAdmin: () => Promise<boolean>;
  readonly useCases: UseCases;
  readonly worker: WorkerParts;
  /** What the worker starts beside its jobs. */
  readonly listeners: readonly Listener[];
}

export interface CompositionContext {
  /** By which the one at the machine is known; null where people sign in. */
  readonly localToken: string | null;
  readonly clock: Clock;
  readonly surroundings?: Surroundings;
}

/** What the demo has in the place of the world outside. */
interface Surroundings {
  readonly ids: Ids;
  /** From 0 to 1, another one each time. */
  readonly jitter: () => number;
  readonly redirectJobs: RedirectJobs;
  readonly buildChannel: BuildChannel;
}

const READ_WITHIN_MS = 10_000;
/** One alert transaction runs at a time; a second connection is there when the first one breaks. */
const ALERT_CONNECTIONS = {
  maxConnections: 2,
  maxIdleConnections: 1,
  statementTimeoutMs: 30_000,
  pipeline: true,
};
/** Probes too. Of those that ask with a key, who was never seen takes one connection at the most. */
const KEY_CONNECTIONS = { maxConnections: 2, maxIdleConnections: 1, statementTimeoutMs: 3_000 };

/** Fills the ports. The one place that knows which adapter stands behind which port. */
export function compose(
  config: Config,
  secrets: Secrets,
  databaseUrl: string,
  logger: Logger,
  teardown: Teardown,
  context: CompositionContext,
): Composition {
  const { localToken, clock, surroundings } = context;
  let ending = false;
  const onIdleError = (error: Error) => {
    if (!ending) logger.warn({ err: error }, 'an idle database connection broke');
  };
  const connections = { url: databaseUrl, ...config.database, onIdleError };
  const pool = createPool({ ...connections, statementTimeoutMs: READ_WITHIN_MS });
  teardown.onStop('database pool', () => pool.end());
  const alertPool = createPool({ ...connections, ...ALERT_CONNECTIONS });
  teardown.onStop('database pool for alerts', () => alertPool.end());
  const keyPool = createPool({ ...connections, ...KEY_CONNECTIONS });
  teardown.onStop('database pool for keys and probes', () => keyPool.end());
  const prisma = createPrisma(pool);
  teardown.onStop('prisma', () => prisma.$disconnect());
  const keyPrisma = createPrisma(keyPool);
  teardown.onStop('prisma for keys', () => {
    ending = true;
    return keyPrisma.$disconnect();
  });

  const { ids, jitter } = surroundings ?? { ids: uuidIds, jitter: systemRandom };
  const storage = storageWatch(monotonicClock, (message) => logger.error(message));
  const stores = {
    store: storage.watched(pgIngestStore(alertPool)),
    unitOfWork: prismaUnitOfWork(prisma),
  };
  const { store, unitOfWork } = surroundings
    ? redirectJobs(stores, surroundings.redirectJobs)
    : stores;
  const incidents = prismaIncidentQueries(prisma);
  const alerts = prismaAlertQueries(prisma);
  const planning = { clock, ids, policy: config.ingest };
  const ingestAlerts = makeIngestAlerts(store, planning);
  const tools = { unitOfWork, clock, ids };
  const passwords = argon2Passwords();
  const assigning = { ...tools, usersOnly: localToken === null };
  const personNames = prismaPeopleQueries(prisma).names;
  const deliveries = prismaDeliveryQueries(prisma);
  const auditLog = prismaAuditQueries(prisma);
  const keys = rememberedKeys(prismaAccessQueries(keyPrisma));
  const buildChannel = surroundings?.buildChannel ?? channelBuilder(config, secrets, clock);
  const channels = composeChannels(
    { config, secrets, prisma, tools, deliveries, buildChannel },
    teardown,
  );
  const acknowledgeIncident = makeAcknowledgeIncident(assigning);
  const resolveIncident = makeResolveIncident(tools);
  const tokens = hmacActionTokens(secrets.secretKeys);
  const messageActions = makeMessageActions({
    tokens,
    incidents,
    personNames,
    clock,
    acknowledgeIncident,
    resolveIncident,
  });
  const { listeners, ...interactions } = composeInteractions(
    tokens && messageActions,
    config,
    secrets,
    { databaseUrl, clock, logger },
  );
  const alertmanagers =
    secrets.alertmanagerUrls.length === 0
      ? null
      : httpAlertmanagerClient({
          urls: secrets.alertmanagerUrls,
          timeoutMs: config.alertmanagerTimeout,
        });

  const metrics = prismaMetricsQueries(prisma);
  const queries = prismaAccessQueries(prisma);
  const whoFell = makeWhoFell({ queries, clock, policy: config.sessions });
  const health = databaseHealth({ pool: keyPool, alertmanagers, storage, clock: monotonicClock });

  return {
    hasAdmin: () => queries.hasAdmin(clock.now()),
    listeners,
    useCases: {
      ...composeKeys(prisma, tools, keys),
      auditLog,
      exportAuditLog: makeExportAuditLog(auditLog, whoFell),
      ...composeSignIn({
        config,
        localToken,
        secrets,
        prisma,
        pool,
        keys,
        tools,
        passwords,
        logger,
      }),
      ...composePeople({ prisma, tools, passwords, sessions: config.sessions }),
      receiveReport: makeReceiveReport(ingestAlerts, clock),
      sources: { alertmanager: alertmanagerSource() },
      createIncident: makeCreateIncident(assigning),
      acknowledgeIncident,
      resolveIncident,
      reopenIncident: makeReopenIncident(tools),
      editIncident: makeEditIncident(assigning),
      addNote: makeAddNote(tools),
      snoozeIncident: makeSnoozeIncident(tools),
      mergeIncidents: makeMergeIncidents(tools),
      incidents,
      alerts,
      personNames,
      metrics,
      liveEvents: composeLiveEvents(pool, whoFell, databaseUrl, logger, teardown),
      sendTestAlert: makeSendTestAlert({ ingestAlerts, alerts, incidents, clock, ids }),
      viewStatus: makeViewStatus({
        status: prismaStatusQueries(prisma),
        channelSettings: channels.settings,
        metrics,
        health,
        clock,
      }),
      notifications: deliveries,
      resendNotification: makeResendDelivery(tools),
      health,
      ...channels.useCases,
      messageActions,
      ...interactions,
    },
    worker: {
      store,
      planning,
      tools,
      alertmanagers,
      staleAfter: config.staleAfter,
      sessions: config.sessions,
      metricsRollup: prismaMetricsRollup(prisma),
      notification: {
        ...tools,
        directory: channels.directory,
        queries: incidents,
        personNames,
        answering: new Set(),
        actionsFor: makeOfferActions(tokens, config.publicUrl, clock),
        jitter,
        pause,
        publicUrl: config.publicUrl,
      },
    },
  };
}

import {
  createPool,
  createPrisma,
  databaseHealth,
  hmacActionTokens,
  httpAlertmanagerClient,
  monotonicClock,
  pgIngestStore,
  prismaIncidentQueries,
  prismaPeopleQueries,
  prismaUnitOfWork,
  storageWatch,
  systemRandom,
  uuidIds,
} from '@klaxon/adapters';
import { type Clock, type Ids, incidentUseCases, makeMessageActions } from '@klaxon/application';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { type BuildChannel, channelBuilder, composeChannels } from './compose-channels.ts';
import { composeInteractions } from './compose-interactions.ts';
import { type RedirectJobs, redirectJobs } from './redirect-jobs.ts';
import type { Teardown } from './teardown.ts';

export interface Ground {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly teardown: Teardown;
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

export type Foundation = ReturnType<typeof layFoundation>;

/** Fills the ports that every role needs. What one role alone needs stands in compose-api and compose-worker. */
export function layFoundation(ground: Ground) {
  const { config, secrets, databaseUrl, logger, teardown, localToken, clock } = ground;
  const { surroundings } = ground;
  const connections = connect(ground);
  const { prisma, alertPool, keyPool } = connections;
  const { ids, jitter } = surroundings ?? { ids: uuidIds, jitter: systemRandom };
  const storage = storageWatch(monotonicClock, (message) => logger.error(message));
  const stores = {
    store: storage.watched(pgIngestStore(alertPool)),
    unitOfWork: prismaUnitOfWork(prisma),
  };
  const { store, unitOfWork } = surroundings
    ? redirectJobs(stores, surroundings.redirectJobs)
    : stores;
  const change = { unitOfWork, clock, ids };
  const incidents = incidentUseCases({
    ...change,
    usersOnly: localToken === null,
    queries: prismaIncidentQueries(prisma),
    personNames: prismaPeopleQueries(prisma).names,
  });
  const actionTokens = hmacActionTokens(secrets.secretKeys);
  const messageActions = makeMessageActions({
    ...incidents,
    tokens: actionTokens,
    incidents: incidents.queries,
    clock,
  });
  const alertmanagers =
    secrets.alertmanagerUrls.length === 0
      ? null
      : httpAlertmanagerClient({
          urls: secrets.alertmanagerUrls,
          timeoutMs: config.alertmanagerTimeout,
        });
  const buildChannel = surroundings?.buildChannel ?? channelBuilder(config, secrets, clock);
  return {
    ...ground,
    ...connections,
    change,
    jitter,
    store,
    incidents,
    actionTokens,
    messageActions,
    alertmanagers,
    channels: composeChannels({ config, secrets, prisma, clock, buildChannel }, teardown),
    interactions: composeInteractions(actionTokens && messageActions, config, secrets, {
      databaseUrl,
      clock,
      logger,
    }),
    health: databaseHealth({
      pool: keyPool,
      alertmanagers,
      storage,
      clock: monotonicClock,
      failed: (error) => logger.warn({ err: error }, 'the database does not answer'),
    }),
  };
}

function connect({ config, databaseUrl, logger, teardown }: Ground) {
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
  return { pool, alertPool, keyPool, prisma, keyPrisma };
}

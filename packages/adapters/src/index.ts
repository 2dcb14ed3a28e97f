export { httpAlertmanagerClient } from './alertmanager/http-alertmanager-client.ts';
export * from './crypto/index.ts';
export { DatabaseUnreachableError } from './database/database-client.ts';
export { databaseHealth } from './database/database-health.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './database/embedded-postgres.ts';
export { FolderInUseError } from './database/folder-lock.ts';
export { LEADERSHIPS, leadWhileAlone } from './database/leadership.ts';
export {
  MigrationError,
  type MigrationStatus,
  migrateDeploy,
  migrateDown,
  migrateStatus,
  schemaDrift,
} from './database/migrations.ts';
export { createPool } from './database/pool.ts';
export { migrationsFolder, prepareDatabase } from './database/prepare-database.ts';
export { storageWatch } from './database/storage-watch.ts';
export { pgLiveEvents } from './events/pg-live-events.ts';
export { pgIngestStore } from './ingest/pg-ingest-store.ts';
export * from './interactions/index.ts';
export * from './notifiers/index.ts';
export { type OpenIdOptions, openIdProvider } from './openid/openid-provider.ts';
export { eventFrom } from './prisma/event-mapper.ts';
export { prismaAccessQueries } from './prisma/prisma-access-queries.ts';
export { prismaAlertQueries } from './prisma/prisma-alert-queries.ts';
export { prismaAuditQueries } from './prisma/prisma-audit-queries.ts';
export { prismaChannelQueries } from './prisma/prisma-channel-queries.ts';
export { createPrisma } from './prisma/prisma-client.ts';
export { prismaDeliveryQueries } from './prisma/prisma-delivery-queries.ts';
export { prismaIncidentQueries } from './prisma/prisma-incident-queries.ts';
export { prismaKeyQueries } from './prisma/prisma-key-queries.ts';
export { prismaMetricsQueries } from './prisma/prisma-metrics-queries.ts';
export { prismaMetricsRollup } from './prisma/prisma-metrics-rollup.ts';
export { prismaPeopleQueries } from './prisma/prisma-people-queries.ts';
export { prismaSessionQueries } from './prisma/prisma-session-queries.ts';
export { prismaSigningKeys } from './prisma/prisma-signing-keys.ts';
export { prismaStatusQueries } from './prisma/prisma-status-queries.ts';
export { prismaUnitOfWork } from './prisma/prisma-unit-of-work.ts';
export { type RememberedKeys, rememberedKeys } from './prisma/remembered-keys.ts';
export { startPresence } from './processes/presence.ts';
export { readPayload } from './sources/alertmanager-payload.ts';
export { alertmanagerSource } from './sources/alertmanager-source.ts';
export { type DatabaseClock, readDatabaseClock } from './system/database-clock.ts';
export { monotonicClock } from './system/monotonic-clock.ts';
export { pause } from './system/pause.ts';
export { systemClock } from './system/system-clock.ts';
export { systemRandom } from './system/system-random.ts';
export { uuidIds } from './system/uuid-ids.ts';
export { pgDueDeliveries, pgEarliestDelivery } from './worker/pg-due-deliveries.ts';
export { type RunningWorker, startWorker } from './worker/start-worker.ts';

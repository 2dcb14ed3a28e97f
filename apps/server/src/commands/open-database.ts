import { resolve } from 'node:path';
import { createPool, createPrisma, prepareDatabase, startEmbeddedPostgres } from '@klaxon/adapters';
import type { Teardown } from '../composition/teardown.ts';
import type { Configuration } from './configuration.ts';

/**
 * The database of a command that does one thing and ends: the one that DATABASE_URL names, or Klaxon's
 * own, started for as long as it takes.
 *
 * @throws FolderInUseError while Klaxon runs on its own database
 */
export async function openDatabase(
  { config, secrets }: Configuration,
  teardown: Teardown,
): Promise<ReturnType<typeof createPrisma>> {
  const url = secrets.databaseUrl ?? (await ownDatabase(config.dataDir, teardown));
  await prepareDatabase(url, config.migrationsDir ?? undefined);
  const pool = createPool({
    url,
    statementTimeoutMs: 60_000,
    ...config.database,
    onIdleError: () => {},
  });
  teardown.onStop('database pool', () => pool.end());
  const prisma = createPrisma(pool);
  teardown.onStop('prisma', () => prisma.$disconnect());
  return prisma;
}

async function ownDatabase(dataDir: string, teardown: Teardown): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataFolder: resolve(dataDir, 'postgres') });
  teardown.onStop('embedded PostgreSQL', () => postgres.stop());
  return postgres.url;
}

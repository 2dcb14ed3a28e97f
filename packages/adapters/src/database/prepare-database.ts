import { fileURLToPath } from 'node:url';
import { applyPending, withMigrationLock } from './migrations.ts';

/** The folder of Klaxon's own migrations. */
export const migrationsFolder = fileURLToPath(
  new URL('../../../../prisma/migrations', import.meta.url),
);

/**
 * Brings a database to what this Klaxon needs. Replicas that start together take turns.
 * @returns the names of the migrations that were applied
 * @throws MigrationError, DatabaseUnreachableError
 */
export function prepareDatabase(
  url: string,
  dir: string = migrationsFolder,
): Promise<readonly string[]> {
  return withMigrationLock(url, () => applyPending(url, dir));
}

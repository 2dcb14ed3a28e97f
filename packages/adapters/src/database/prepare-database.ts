import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { applyPending, withMigrationLock } from './migrations.ts';

/** The folder of Klaxon's own migrations. */
export const migrationsFolder = fileURLToPath(
  new URL('../../../../prisma/migrations', import.meta.url),
);

/**
 * Brings a database to what this Klaxon needs: its own tables and the job queue's. Replicas that
 * start together take turns.
 * @returns the names of Klaxon's migrations that were applied
 * @throws MigrationError, DatabaseUnreachableError
 */
export function prepareDatabase(
  url: string,
  dir: string = migrationsFolder,
): Promise<readonly string[]> {
  return withMigrationLock(url, async () => {
    const applied = await applyPending(url, dir);
    await installQueue(url);
    return applied;
  });
}

// The pool is given because graphile-worker does not wait for its own to be closed.
async function installQueue(url: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: url });
  // graphile-worker asks for both listeners before it takes a pool.
  pgPool.on('error', () => {});
  pgPool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}

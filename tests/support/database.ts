import pg from 'pg';
import { randomName, refuseOtherDatabases } from './test-server.ts';

export interface TestDatabase {
  readonly url: string;
  /** Disconnects whoever is left and drops the database. */
  drop(): Promise<void>;
}

/** A database of the caller's own, migrated, with the job queue's schema and without rows. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${pg.escapeIdentifier(setting('KLAXON_TEST_TEMPLATE'))}`);
}

/** A database with nothing in it, to migrate in the test itself. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('TEMPLATE template0');
}

async function createDatabase(options: string): Promise<TestDatabase> {
  const server = setting('KLAXON_TEST_SERVER');
  const name = randomName();
  await execute(server, `CREATE DATABASE ${name} ${options}`);
  return {
    url: withDatabase(server, name),
    drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

export async function execute(url: string, sql: string): Promise<void> {
  refuseOtherDatabases(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

// Set by global-setup.ts, which runs once, in another process than the tests.
function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests through Jest's configuration.`);
  return value;
}

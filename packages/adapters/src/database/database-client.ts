import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const lockPollMilliseconds = 50;

export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/**
 * Runs `work` with a connection of its own.
 * @throws DatabaseUnreachableError where there is none to be had; the password is not in it.
 */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Runs `work` while no other process that asks for the lock `name` in this database runs its own. */
export function withAdvisoryLock<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    // Asked for again and again: a statement that waits keeps a snapshot open, and a migration's
    // CREATE INDEX CONCURRENTLY would wait for it while it waits for the migration.
    while (!(await tryLock(client, name))) await delay(lockPollMilliseconds);
    return work();
  });
}

async function tryLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
    [name],
  );
  return rows[0]?.locked === true;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks between two statements fails the next one; nothing to do here.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, port, database } = client;
    throw new DatabaseUnreachableError(
      `PostgreSQL at ${host}:${port}, database "${database}", cannot be used: ${reasonOf(error)}. ` +
        'Check DATABASE_URL and that this server runs.',
      { cause: error },
    );
  }
}

// A host name with several addresses fails with one error for each and no message of its own.
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

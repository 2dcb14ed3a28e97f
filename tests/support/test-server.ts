import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUseError, startEmbeddedPostgres } from '@klaxon/adapters';

/** A PostgreSQL server for one run of the tests. */
export interface TestServer {
  /** A database on it to create others from. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing of a test database has to survive: these make it several times faster. */
export const throwAwayFlags = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
].flatMap((setting) => ['-c', setting]);

const prefix = 'klaxon-test-postgres-';

/** `kind` is the value of TEST_DATABASE: `embedded`, `testcontainers` or the URL of a database. */
export async function startTestServer(kind: string): Promise<TestServer> {
  if (kind === 'embedded') return startEmbedded();
  if (kind === 'testcontainers') return startContainer();
  if (!/^postgres(ql)?:\/\//.test(kind)) {
    throw new Error(
      `TEST_DATABASE is "${kind}"; it takes "embedded", "testcontainers" or a postgresql:// URL.`,
    );
  }
  refuseOtherDatabases(kind);
  return { url: kind, stop: async () => {} };
}

/** Tests create and drop databases: they may do so only beside one that is there for tests. */
export function refuseOtherDatabases(url: string): void {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!name.includes('test')) {
    throw new Error(`The tests refuse the database "${name}": its name does not contain "test".`);
  }
}

export function randomName(): string {
  return `klaxon_test_${randomBytes(6).toString('hex')}`;
}

async function startEmbedded(): Promise<TestServer> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  // Root's PostgreSQL runs under another account, which has to get in.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, 'postgres'),
    database: 'klaxon_test',
    flags: throwAwayFlags,
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// A run that was killed leaves its server running; the next one starts it once more and stops it.
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const dataFolder = join(folder, 'postgres');
    if (!existsSync(dataFolder)) continue;
    try {
      const server = await startEmbeddedPostgres({ dataFolder });
      await server.stop();
    } catch (error) {
      if (error instanceof FolderInUseError) continue;
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startContainer(): Promise<TestServer> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer('postgres:18')
    .withDatabase('klaxon_test')
    .withCommand(['postgres', ...throwAwayFlags])
    .start();
  return {
    url: container.getConnectionUri(),
    async stop() {
      await container.stop();
    },
  };
}

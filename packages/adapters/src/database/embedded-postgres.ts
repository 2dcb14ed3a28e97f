import type { ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { type PostgresAccount, postgresAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { makeDataFolder, openParent, passwordOf, superuser } from './postgres-data-folder.ts';
import { freePort, launchServer, stopLeftBehind, stopServer } from './postgres-server.ts';

export interface EmbeddedPostgresOptions {
  /**
   * PostgreSQL's data folder. Beside it stand `<dataFolder>.password`, `.log` and `.lock`;
   * the folder above is made if missing.
   */
  readonly dataFolder: string;
  /** The database to make and to name in the URL. Default: `klaxon`. */
  readonly database?: string;
  /** Whether to begin with an empty database, whatever the one of this name holds. */
  readonly fresh?: boolean;
  /** Where it listens. A free port where none is given. */
  readonly port?: number;
  /** More arguments for `postgres`, such as `['-c', 'fsync=off']` for a throw-away server. */
  readonly flags?: readonly string[];
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Disconnects whoever is left, writes everything down and gives the folder free. */
  stop(): Promise<void>;
}

interface Running {
  readonly server: ChildProcess;
  readonly port: number;
}

/**
 * Starts a PostgreSQL of this process's own, on a free port of the loopback interface. What a
 * killed Klaxon left behind (a running server, a lock, half a data folder) is cleared up first.
 * @throws FolderInUseError where another Klaxon runs on the same folder; an Error that says what
 * to do where the folder cannot be used or PostgreSQL does not start.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { database = 'klaxon', fresh = false, flags = [] } = options;
  const dataFolder = openParent(options.dataFolder);
  const unlock = lockFolder(dataFolder, `${dataFolder}.lock`);
  try {
    const binaries = postgresBinaries();
    const account = postgresAccount([dirname(dataFolder), dirname(binaries.postgres)]);
    await stopLeftBehind(dataFolder);
    const password = passwordOf(dataFolder, account);
    await makeDataFolder(dataFolder, binaries, account);
    const { server, port } = await launch(
      dataFolder,
      binaries.postgres,
      account,
      password,
      options.port,
      flags,
    );
    try {
      await makeDatabase(connectionUrl(port, password, 'postgres'), database, fresh);
    } catch (error) {
      await stopServer(server);
      throw error;
    }
    return {
      url: connectionUrl(port, password, database),
      async stop() {
        await stopServer(server);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function launch(
  dataFolder: string,
  program: string,
  account: PostgresAccount,
  password: string,
  wantedPort: number | undefined,
  flags: readonly string[],
  attempts = 3,
): Promise<Running> {
  const port = wantedPort ?? (await freePort());
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ].flatMap((setting) => ['-c', setting]);
  const command = account.command(program, ['-D', dataFolder, ...settings, ...flags]);
  try {
    const server = await launchServer(
      command,
      connectionUrl(port, password, 'postgres'),
      `${dataFolder}.log`,
    );
    return { server, port };
  } catch (error) {
    // Another process may take the port between the look and the start.
    const portTaken = error instanceof Error && error.message.includes('could not bind');
    if (!portTaken || wantedPort !== undefined || attempts === 1) throw error;
    return launch(dataFolder, program, account, password, wantedPort, flags, attempts - 1);
  }
}

async function makeDatabase(url: string, name: string, fresh: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (fresh) await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function connectionUrl(port: number, password: string, database: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

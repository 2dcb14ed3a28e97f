import { migrateDeploy, migrateDown, migrateStatus, migrationsFolder } from '@klaxon/adapters';
import { readConfiguration } from './configuration.ts';
import { CannotStartError, type Terminal } from './terminal.ts';

/** `migrate status`, `migrate deploy`, `migrate down [steps]` on the database that DATABASE_URL names. */
export async function migrate(
  args: readonly string[],
  { print, printError }: Terminal,
): Promise<number> {
  const { config, secrets } = readConfiguration();
  const url = secrets.databaseUrl;
  if (url === null)
    throw new CannotStartError('Set DATABASE_URL to the database whose migrations are meant.');
  const folder = config.migrationsDir ?? migrationsFolder;
  const [action, steps = '1'] = args;
  if (action === 'status') {
    const status = await migrateStatus(url, folder);
    for (const name of status.applied) print(`applied  ${name}`);
    for (const name of status.pending) print(`pending  ${name}`);
    for (const name of status.failed) print(`failed   ${name}: begun and not finished`);
    for (const name of status.edited) print(`edited   ${name}: changed since it was applied`);
    for (const name of status.missing) print(`unknown  ${name}: applied by a newer Klaxon`);
    const { pending, failed, edited, missing } = status;
    return pending.length + failed.length + edited.length + missing.length === 0 ? 0 : 1;
  }
  if (action === 'deploy') {
    const applied = await migrateDeploy(url, folder);
    print(applied.length === 0 ? 'Nothing to apply.' : `Applied ${applied.join(', ')}.`);
    return 0;
  }
  if (action === 'down' && /^[1-9]\d{0,3}$/.test(steps)) {
    const undone = await migrateDown(url, folder, Number(steps));
    print(undone.length === 0 ? 'Nothing to take back.' : `Took back ${undone.join(', ')}.`);
    return 0;
  }
  printError('Usage: klaxon migrate status | deploy | down [steps]');
  return 2;
}

import { DatabaseUnreachableError, FolderInUseError, MigrationError } from '@klaxon/adapters';
import { ConfigError } from '../config/config.ts';
import { readConfiguration } from './configuration.ts';
import { createAdmin } from './create-admin.ts';
import { demo } from './demo.ts';
import { migrate } from './migrate.ts';
import { secrets } from './secrets.ts';
import { serve } from './serve.ts';
import { CannotStartError, type Terminal } from './terminal.ts';

const USAGE = `Usage: klaxon <command>

  start                  everything in one process; an embedded PostgreSQL unless DATABASE_URL is set
  demo                   the same on invented data in a folder of its own; tells nobody anything
  api                    the API alone; needs DATABASE_URL
  worker                 the notification worker alone; needs DATABASE_URL
  migrate status         the migrations, and which are applied
  migrate deploy         applies those that are missing
  migrate down [steps]   takes back the last ones (default 1)
  create-admin           makes somebody an admin, by a one-time link: --email ada@example.org
  secrets rotate         seals the secrets of channels with the first key of SECRET_KEY
  check-config           reads the environment and says what is wrong with it`;

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  start: (_args, terminal) => serve({ api: true, worker: true, embedded: true }, terminal),
  demo,
  api: (_args, terminal) => serve({ api: true, worker: false, embedded: false }, terminal),
  worker: (_args, terminal) => serve({ api: false, worker: true, embedded: false }, terminal),
  migrate,
  'create-admin': createAdmin,
  secrets,
  'check-config': async (_args, { print }) => {
    readConfiguration();
    print('The configuration is in order.');
    return 0;
  },
};

/** Runs one command to its end. Answers the exit code: 0, 1 for what a person can mend, 2 for a wrong call. */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...args] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.printError(USAGE);
    return 2;
  }
  try {
    return await command(args, terminal);
  } catch (error) {
    terminal.printError(explain(error));
    return 1;
  }
}

const EXPECTED = [
  ConfigError,
  CannotStartError,
  MigrationError,
  FolderInUseError,
  DatabaseUnreachableError,
];

/** What a person can mend is told in one message; anything else with where it came from. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return EXPECTED.some((kind) => error instanceof kind)
    ? error.message
    : (error.stack ?? error.message);
}

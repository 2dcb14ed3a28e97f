import { parseArgs } from 'node:util';
import {
  argon2Passwords,
  bearerSecrets,
  FolderInUseError,
  prismaUnitOfWork,
  systemClock,
  uuidIds,
} from '@klaxon/adapters';
import { type AdminInput, type CreatedAdmin, makeCreateAdmin } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { createTeardown } from '../composition/teardown.ts';
import type { Config } from '../config/config.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { openDatabase } from './open-database.ts';
import { CannotStartError, type Terminal } from './terminal.ts';

const USAGE = `Usage: klaxon create-admin --email <address> [--name <name>] [--password-stdin]

Makes somebody an admin, whatever they were, and prints a one-time link by which they set their
password. With --password-stdin the password is the first line of the standard input instead.`;

/** `create-admin`: the way in where nobody can let anybody in. */
export async function createAdmin(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    terminal.printError(USAGE);
    return 2;
  }
  const { email, name, passwordFromStdin } = options;
  const configuration = readConfiguration();
  const password = passwordFromStdin ? firstLine(await terminal.readInput()) : null;
  try {
    const admin = await create({ email, name, password }, configuration, terminal);
    for (const line of report(admin, configuration.config)) terminal.print(line);
    return 0;
  } catch (error) {
    if (error instanceof FolderInUseError)
      throw new CannotStartError(
        `Klaxon runs (process ${error.pid}), and its own database serves one process at a time. Stop it, ` +
          'run this again, and start it; or set DATABASE_URL, where the database is not its own.',
        { cause: error },
      );
    if (!(error instanceof DomainError)) throw error;
    throw new CannotStartError(error.message, { cause: error });
  }
}

async function create(
  input: AdminInput,
  configuration: Configuration,
  { printError }: Terminal,
): Promise<CreatedAdmin> {
  const teardown = createTeardown();
  try {
    const prisma = await openDatabase(configuration, teardown);
    const makeAdmin = makeCreateAdmin({
      unitOfWork: prismaUnitOfWork(prisma),
      clock: systemClock,
      ids: uuidIds,
      secrets: bearerSecrets,
      passwords: argon2Passwords(),
    });
    return await makeAdmin(input);
  } finally {
    await teardown.stop((name, error) => printError(`could not stop: ${name}: ${String(error)}`));
  }
}

interface Options {
  readonly email: string;
  readonly name: string | null;
  readonly passwordFromStdin: boolean;
}

/** Null where the call is wrong. */
function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        'password-stdin': { type: 'boolean', default: false },
      },
    });
    const name = values.name?.trim() ?? null;
    if (values.email === undefined || name === '' || (name?.length ?? 0) > 255) return null;
    return { email: values.email, name, passwordFromStdin: values['password-stdin'] };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? '';
}

function report(
  { email, existed, link }: CreatedAdmin,
  { publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>,
): readonly string[] {
  const done = existed ? `${email} is an admin now.` : `Created the admin ${email}.`;
  if (link === null) return [done, 'They can sign in with the password that was given.'];
  const base = publicUrl ?? `http://localhost:${port}`;
  return [
    done,
    `By this link they set their password, once, until ${new Date(link.expiresAt).toISOString()}:`,
    '',
    `  ${base}/welcome#token=${link.token}`,
  ];
}

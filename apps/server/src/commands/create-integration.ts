import { parseArgs } from 'node:util';
import { bearerSecrets, prismaUnitOfWork, systemClock, uuidIds } from '@klaxon/adapters';
import { type IntegrationInput, makeCreateIntegration } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { createTeardown } from '../composition/teardown.ts';
import { readConfiguration } from './configuration.ts';
import { openDatabase } from './open-database.ts';
import { CannotStartError, type Terminal } from './terminal.ts';

const USAGE = `Usage: klaxon create-integration --name <name> [--service <service>]

Makes an integration and prints its key, which can only send alerts and is shown this once. The service
is that of alerts which name none.`;

/** `create-integration`: what a monitoring system proves itself by, where nobody is at a browser. */
export async function createIntegration(
  args: readonly string[],
  { print, printError }: Terminal,
): Promise<number> {
  const input = readInput(args);
  if (!input) {
    printError(USAGE);
    return 2;
  }
  const teardown = createTeardown();
  try {
    const prisma = await openDatabase(readConfiguration(), teardown);
    const create = makeCreateIntegration({
      unitOfWork: prismaUnitOfWork(prisma),
      clock: systemClock,
      ids: uuidIds,
      secrets: bearerSecrets,
    });
    // Nothing else, so that it can go into a file as it is.
    print((await create({ ...input, actor: null })).key);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new CannotStartError(error.message, { cause: error });
  } finally {
    await teardown.stop((name, error) => printError(`could not stop: ${name}: ${String(error)}`));
  }
}

/** Null where the call is wrong. */
function readInput(args: readonly string[]): IntegrationInput | null {
  try {
    const options = { name: { type: 'string' }, service: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const name = values.name?.trim() ?? '';
    const service = values.service?.trim() || null;
    const fits = name !== '' && name.length <= 255 && (service?.length ?? 0) <= 255;
    return fits ? { name, service, teamId: null } : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

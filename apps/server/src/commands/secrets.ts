import { channelTypes, prismaUnitOfWork, secretBox, systemClock, uuidIds } from '@klaxon/adapters';
import { makeRotateSecrets } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { createTeardown, type Teardown } from '../composition/teardown.ts';
import { readConfiguration } from './configuration.ts';
import { openDatabase } from './open-database.ts';
import { allSecretKeys } from './secret-keys.ts';
import { CannotStartError, type Terminal } from './terminal.ts';

/** `secrets rotate`: seals the secrets of all channels with the first key of SECRET_KEY. */
export async function secrets(
  args: readonly string[],
  { print, printError }: Terminal,
): Promise<number> {
  if (args.length !== 1 || args[0] !== 'rotate') {
    printError('Usage: klaxon secrets rotate');
    return 2;
  }
  const teardown = createTeardown();
  try {
    const { count, keyId } = await rotate(teardown);
    print(
      `Sealed the secrets of ${count} ${count === 1 ? 'channel' : 'channels'} with the key "${keyId}". ` +
        'Keys after the first are no longer needed for them.',
    );
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new CannotStartError(error.message, { cause: error });
  } finally {
    await teardown.stop((name, error) => printError(`could not stop: ${name}: ${String(error)}`));
  }
}

async function rotate(teardown: Teardown): Promise<{ count: number; keyId: string }> {
  const { config, secrets: given } = readConfiguration();
  const keys = await allSecretKeys(config, given);
  const [first] = keys;
  if (!first)
    throw new CannotStartError(
      'Set SECRET_KEY to the new key and the old ones, separated by commas: SECRET_KEY=new,old.',
    );
  const prisma = await openDatabase({ config, secrets: given }, teardown);
  const rotateSecrets = makeRotateSecrets({
    unitOfWork: prismaUnitOfWork(prisma),
    clock: systemClock,
    ids: uuidIds,
    types: channelTypes,
    box: secretBox(keys),
  });
  return { count: await rotateSecrets(), keyId: first.id };
}

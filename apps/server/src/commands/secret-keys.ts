import { resolve } from 'node:path';
import {
  createSecretFile,
  newSecretKey,
  parseSecretKeys,
  readSecretFile,
  type SecretKey,
} from '@klaxon/adapters';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { CannotStartError } from './terminal.ts';

/**
 * The keys that SECRET_KEY names. With a database of its own Klaxon has a key of its own too: beside it,
 * made at the first start where SECRET_KEY is not set, and good for opening where it is set later.
 */
export async function allSecretKeys(
  { dataDir }: Pick<Config, 'dataDir'>,
  { databaseUrl, secretKeys }: Pick<Secrets, 'databaseUrl' | 'secretKeys'>,
): Promise<readonly SecretKey[]> {
  if (databaseUrl !== null) return secretKeys;
  const path = resolve(dataDir, 'secret.key');
  const kept = await readSecretFile(path);
  if (kept === null && secretKeys.length > 0) return secretKeys;
  const own = parseFile(path, kept ?? (await createSecretFile(path, newSecretKey())));
  const ids = new Set(secretKeys.map(({ id }) => id));
  return [...secretKeys, ...own.filter(({ id }) => !ids.has(id))];
}

function parseFile(path: string, text: string): readonly SecretKey[] {
  try {
    return parseSecretKeys(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CannotStartError(
      `${path} ${error.message}. Put it back from a backup; without it, the secrets of channels are lost.`,
      { cause: error },
    );
  }
}

import { resolve } from 'node:path';
import { createSecretFile, newLocalToken, readSecretFile } from '@klaxon/adapters';
import type { Config } from '../config/config.ts';
import { CannotStartError } from './terminal.ts';

/**
 * By which the one at the machine is known, where nobody signs in. Kept in the folder for data, also where
 * the database is elsewhere: whoever can read it could read everything else, and it outlasts a restart.
 */
export async function ownLocalToken({ dataDir }: Pick<Config, 'dataDir'>): Promise<string> {
  const path = resolve(dataDir, 'local-token');
  const kept = await fileOrReason(path, () => readSecretFile(path));
  if (kept === null) return fileOrReason(path, () => createSecretFile(path, newLocalToken()));
  if (/^klt_[\w-]{22,}$/.test(kept)) return kept;
  throw new CannotStartError(`${path} holds no token. Delete it: the next start makes a new one.`);
}

async function fileOrReason<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStartError(
      `Klaxon keeps the token that lets you in at ${path}, and cannot: ${reason}. ` +
        'Set DATA_DIR to a folder that this user may write to, or SIGN_IN=required to let people sign in.',
      { cause: error },
    );
  }
}

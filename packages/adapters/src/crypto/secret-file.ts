import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newSecretKey } from './secret-key.ts';

/** What the file holds, as SECRET_KEY would; null where there is none. */
export async function readSecretKeyFile(path: string): Promise<string | null> {
  return existsSync(path) ? (await readFile(path, 'utf8')).trim() : null;
}

/** Makes a key that only this user may read. Never half a file: a lost key means lost secrets. */
export async function createSecretKeyFile(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  const key = newSecretKey();
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${key}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(draft, 0o600);
  await rename(draft, path);
  return key;
}

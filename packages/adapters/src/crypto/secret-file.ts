import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the file holds; null where there is none. */
export async function readSecretFile(path: string): Promise<string | null> {
  return existsSync(path) ? (await readFile(path, 'utf8')).trim() : null;
}

/** Keeps a secret where only this user may read it. Never half a file: a lost key means lost secrets. */
export async function createSecretFile(path: string, secret: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  // Several processes on one database may share the folder.
  const draft = `${path}.${process.pid}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${secret}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(draft, 0o600);
  await rename(draft, path);
  return secret;
}

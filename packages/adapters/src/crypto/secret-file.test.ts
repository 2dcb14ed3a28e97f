import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseSecretKeys } from './secret-key.ts';
import { createSecretKeyFile, readSecretKeyFile } from './secret-key-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a key that is made is what is read ever after, and for its owner alone', async () => {
  const path = join(folder, 'data', 'secret.key');
  expect(await readSecretKeyFile(path)).toBeNull();
  const key = await createSecretKeyFile(path);
  expect(await readSecretKeyFile(path)).toBe(key);
  expect(parseSecretKeys(key)).toHaveLength(1);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['secret.key']);
});

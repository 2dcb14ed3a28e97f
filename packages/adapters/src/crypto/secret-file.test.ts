import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSecretFile, readSecretFile } from './secret-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is kept is what is read ever after, and for its owner alone', async () => {
  const path = join(folder, 'data', 'secret.key');
  expect(await readSecretFile(path)).toBeNull();
  expect(await createSecretFile(path, 'a secret')).toBe('a secret');
  expect(await readSecretFile(path)).toBe('a secret');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['secret.key']);
});

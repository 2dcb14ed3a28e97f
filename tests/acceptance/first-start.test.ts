import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const KEY = /^kli_[\w-]{43}\n$/;

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
  for (const name of ['bin', 'klaxon', 'alertmanager']) mkdirSync(join(folder, name));
  // Only root can give files away, as the container's script does.
  writeFileSync(join(folder, 'bin', 'chown'), '#!/bin/sh\n');
  chmodSync(join(folder, 'bin', 'chown'), 0o755);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

async function firstStart(): Promise<number | null> {
  const path = [join(folder, 'bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  const child = spawn('/bin/sh', ['docker/first-start.sh'], {
    cwd: root,
    env: {
      PATH: path.join(':'),
      KEYS: folder,
      DATABASE_URL: database.url,
      ADMIN_EMAIL: 'boss@example.org',
    },
    stdio: 'ignore',
  });
  await once(child, 'close');
  return child.exitCode;
}

const keyFile = () => join(folder, 'alertmanager', 'key');
const key = () => readFileSync(keyFile(), 'utf8');

describe('the first start of the containers', () => {
  test('makes the keys, and a later one leaves them as they are', async () => {
    expect(await firstStart()).toBe(0);
    const made = key();
    expect(made).toMatch(KEY);
    expect(await firstStart()).toBe(0);
    expect(key()).toBe(made);
  }, 60_000);

  test('goes on where it was broken off after the key was made and before it was written', async () => {
    expect(await firstStart()).toBe(0);
    const lost = key();
    rmSync(keyFile());
    expect(await firstStart()).toBe(0);
    expect(key()).toMatch(KEY);
    expect(key()).not.toBe(lost);
  }, 60_000);
});

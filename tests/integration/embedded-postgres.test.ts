import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedPostgres, FolderInUseError, startEmbeddedPostgres } from '@klaxon/adapters';
import pg from 'pg';
import { freePort } from '../support/free-port.ts';
import { throwAwayFlags } from '../support/test-server.ts';

const holdPostgres = fileURLToPath(new URL('../support/hold-postgres.ts', import.meta.url));

let folder: string;
let dataFolder: string;
let server: EmbeddedPostgres | undefined;
let holder: ChildProcess | undefined;

async function start(): Promise<string> {
  server = await startEmbeddedPostgres({
    dataFolder,
    database: 'klaxon_test',
    flags: throwAwayFlags,
  });
  return server.url;
}

async function stop(): Promise<void> {
  await server?.stop();
  server = undefined;
}

/** Another process that runs PostgreSQL on the folder, as leader of a process group of its own. */
async function hold(): Promise<{ pid: number; url: string; lines: Interface }> {
  holder = spawn(process.execPath, [holdPostgres, dataFolder], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid, stdout } = holder;
  if (pid === undefined || stdout === null) throw new Error('The other process did not start.');
  const lines = createInterface(stdout);
  const [url]: string[] = await once(lines, 'line');
  return { pid, url: url ?? '', lines };
}

async function kill(): Promise<void> {
  if (holder === undefined || holder.exitCode !== null || holder.signalCode !== null) return;
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klaxon-embedded-'));
  dataFolder = join(folder, 'data', 'postgres');
});
afterEach(async () => {
  await kill();
  await stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  test('makes its data folder, keeps its password to its owner and keeps the data over a restart', async () => {
    const url = await start();
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect(statSync(`${dataFolder}.password`).mode & 0o777).toBe(0o600);
    await stop();
    expect(await query(await start(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('is UTF-8, and sorts alike on every system', async () => {
    const rows = await query(
      await start(),
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocale AS locale
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(rows).toEqual([{ encoding: 'UTF8', locale: 'C.UTF-8' }]);
  });

  test('writes to the disk before it answers, unless it is told otherwise', async () => {
    server = await startEmbeddedPostgres({ dataFolder });
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });

  test('listens where it is told to', async () => {
    const port = await freePort();
    server = await startEmbeddedPostgres({ dataFolder, port });
    expect(new URL(server.url).port).toBe(String(port));
    expect(await query(server.url, 'SHOW port')).toEqual([{ port: String(port) }]);
  });

  test('keeps a second Klaxon off its data folder', async () => {
    const { pid } = await hold();
    const second = start();
    await expect(second).rejects.toBeInstanceOf(FolderInUseError);
    await expect(second).rejects.toThrow(`process ${pid}`);
  });

  test('outlives the Ctrl-C of its terminal, so that Klaxon can finish its work', async () => {
    const { pid, lines } = await hold();
    process.kill(-pid, 'SIGINT');
    expect(await once(lines, 'line')).toEqual(['answers']);
  });

  test('starts again after Klaxon was killed, with all data and without the server of before', async () => {
    const { url } = await hold();
    await query(url, 'CREATE TABLE paged AS SELECT 1 AS id');
    await kill();
    expect(await query(url, 'SELECT id FROM paged')).toEqual([{ id: 1 }]);

    expect(await query(await start(), 'SELECT id FROM paged')).toEqual([{ id: 1 }]);
    await expect(query(url, 'SELECT 1')).rejects.toThrow();
  });

  test.each([
    ['no process', () => 2 ** 22 + 1],
    ['a process that is no PostgreSQL', () => process.pid],
  ])('removes a postmaster.pid that names %s', async (_case, pid) => {
    writeFileSync(
      join(dataFolder, 'postmaster.pid'),
      `${pid()}\n${dataFolder}\n0\n5432\n\n127.0.0.1\n`,
    );
    expect(await query(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test.each([
    ['of a process that ended', () => `${2 ** 22 + 1} some-boot 1\n`],
    ['whose number another process has got', () => `${process.pid} some-boot 1\n`],
    ['that is empty', () => ''],
  ])('takes over a lock %s, and gives it back', async (_case, content) => {
    writeFileSync(`${dataFolder}.lock`, content());
    await start();
    expect(readFileSync(`${dataFolder}.lock`, 'utf8')).toContain(`${process.pid} `);
    await stop();
    expect(existsSync(`${dataFolder}.lock`)).toBe(false);
  });

  test('starts over where it was killed while it made the data folder', async () => {
    const half = join(folder, 'half', 'postgres');
    mkdirSync(join(`${half}.new`, 'base'), { recursive: true });
    writeFileSync(`${half}.password`, 'chosen-before\n', { mode: 0o600 });
    server = await startEmbeddedPostgres({ dataFolder: half, flags: throwAwayFlags });
    expect(await query(server.url, 'SELECT current_database() AS name')).toEqual([
      { name: 'klaxon' },
    ]);
  });

  test('says so where it may not write', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataFolder: join(file, 'postgres') })).rejects.toThrow(
      /data folder .*file\/postgres cannot be used: .*Give Klaxon a folder that it may write to/,
    );
  });

  test('leaves a folder alone that is not its own', async () => {
    const foreign = join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'dear');
    writeFileSync(`${foreign}.password`, 'x\n');
    await expect(startEmbeddedPostgres({ dataFolder: foreign })).rejects.toThrow(
      'is not a PostgreSQL data folder',
    );
    expect(existsSync(join(foreign, 'letter.txt'))).toBe(true);
  });

  test('does not touch the data of another major version', async () => {
    const old = join(folder, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'PG_VERSION'), '15\n');
    writeFileSync(`${old}.password`, 'x\n');
    await expect(startEmbeddedPostgres({ dataFolder: old })).rejects.toThrow(
      'was written by PostgreSQL 15',
    );
  });
});

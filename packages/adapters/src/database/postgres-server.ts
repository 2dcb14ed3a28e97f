import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresCommand } from './postgres-account.ts';
import { postgresProcesses } from './process-identity.ts';

const pollMilliseconds = 20;
const stopPolls = 60_000 / pollMilliseconds;
const logLimitBytes = 10 * 1024 * 1024;

/** Spawns PostgreSQL and waits until it answers. Its log is appended to `logFile`. */
export async function launchServer(
  { file, args, ids }: PostgresCommand,
  url: string,
  logFile: string,
): Promise<ChildProcess> {
  const log = openSync(logFile, 'a', 0o600);
  try {
    if (fstatSync(log).size > logLimitBytes) ftruncateSync(log);
    const logStart = fstatSync(log).size;
    // Detached means a session of its own: Ctrl-C in the terminal does not reach it, and Klaxon
    // can still write what it holds.
    const server = spawn(file, args, { ...ids, detached: true, stdio: ['ignore', log, log] });
    server.unref();
    if (await answers(server, url)) return server;
    throw new Error(
      `PostgreSQL did not start. It said:\n${readFileSync(logFile).toString('utf8', logStart).trim()}`,
    );
  } finally {
    closeSync(log);
  }
}

/** Shuts down in PostgreSQL's "fast" way: clients are disconnected, everything is written down. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.ref();
  server.kill('SIGINT');
  await ended;
}

/** Stops the PostgreSQL that a killed process left running in `dataFolder` (a real path), if any. */
export async function stopLeftBehind(dataFolder: string): Promise<void> {
  const pidFile = join(dataFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const server = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (postgresProcesses(dataFolder, server).includes(server)) process.kill(server, 'SIGINT');
  // A server that was killed leaves children which still write for an instant: a second server on
  // the same files while one of them lives would destroy them.
  for (let poll = 0; postgresProcesses(dataFolder, server).length > 0; poll += 1) {
    if (poll >= stopPolls) {
      throw new Error(
        `A PostgreSQL left over from before (process ${server}) does not stop; end it and start again.`,
      );
    }
    await delay(pollMilliseconds);
  }
  // Left in place, PostgreSQL would mistake a process that has got the old number for a server.
  rmSync(pidFile, { force: true });
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string')
    throw new Error('No free port on 127.0.0.1.');
  return address.port;
}

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  let failed = false;
  server.once('error', () => {
    failed = true;
  });
  // However long the recovery after a crash takes: it goes on for as long as the process lives.
  while (!failed && !hasEnded(server)) {
    if (await connects(url)) return true;
    await delay(pollMilliseconds);
  }
  return false;
}

async function connects(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

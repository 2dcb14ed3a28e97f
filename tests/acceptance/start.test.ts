import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import { type KlaxonProcess, runKlaxon, startKlaxon } from '../support/klaxon-process.ts';

const capture = readFileSync(new URL('../captures/alertmanager/0.25-firing.json', import.meta.url));

describe('klaxon start, with a PostgreSQL of its own', () => {
  let folder: string;
  let running: KlaxonProcess | null = null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
  });

  afterEach(async () => {
    await running?.end('SIGTERM');
    running = null;
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<KlaxonProcess> {
    running = await startKlaxon({ DATA_DIR: folder });
    return running;
  }

  test('loses nothing when it is killed, and needs no repair by hand', async () => {
    const first = await start();
    const answer = await post(first.url);
    expect(answer).toEqual({ status: 'ok' });
    await first.end('SIGKILL');

    const second = await start();
    const klaxon = createKlaxonClient({ baseUrl: second.url, headers: second.headers });
    const { data } = await klaxon.GET('/api/incidents', { params: { query: {} } });
    expect(data).toMatchObject({
      total: 1,
      incidents: [{ number: 1, status: 'open', firing_alert_count: 1 }],
    });
  });

  test('ends with 0 when it is told to stop, and its database with it', async () => {
    const server = await start();
    await post(server.url);
    running = null;
    expect(await server.end('SIGTERM')).toBe(0);
    await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  });

  test('tells that another Klaxon uses the folder', async () => {
    await start();
    const { exitCode, output } = await runKlaxon('start', { DATA_DIR: folder });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/another Klaxon/i);
  });
});

describe('what keeps Klaxon from starting is told in one message', () => {
  test('a port that is taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
    const taken = createServer().listen(0, '127.0.0.1');
    try {
      await new Promise((resolve) => taken.once('listening', resolve));
      const address = taken.address();
      const port = String(typeof address === 'object' ? address?.port : address);
      const { exitCode, output } = await runKlaxon('start', { DATA_DIR: folder, PORT: port });
      expect(exitCode).toBe(1);
      expect(output).toContain(`Port ${port} is taken.`);
      expect(output).not.toMatch(/\n\s+at /);
    } finally {
      taken.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('a database that cannot be reached, without its password', async () => {
    const { exitCode, output } = await runKlaxon('start', {
      DATABASE_URL: 'postgresql://klaxon:hunter2@127.0.0.1:1/klaxon_test',
    });
    expect(exitCode).toBe(1);
    expect(output).toContain('127.0.0.1');
    expect(output).not.toContain('hunter2');
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('variables that are broken, all of them at once', async () => {
    const { exitCode, output } = await runKlaxon('start', {
      PORT: 'eighty',
      FLAP_WINDOW: '5 minutes',
      SLACK_TOKEN: 'xoxb-secret',
      DATABASE_URL: 'mysql://root:hunter2@db/klaxon',
    });
    expect(exitCode).toBe(1);
    expect(output).toContain('PORT must be a whole number from 0 to 65535, not "eighty"');
    expect(output).toContain('FLAP_WINDOW must be a duration such as 30s, 5m or 1h30m');
    expect(output).toContain('SLACK_TOKEN and SLACK_CHANNEL must be set together');
    expect(output).toContain('DATABASE_URL must be an address that starts with postgres://');
    expect(output).not.toMatch(/xoxb-secret|hunter2/);
  });
});

async function post(url: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: capture };
  return (await fetch(`${url}/api/webhooks/alertmanager`, init)).json();
}

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, runKlaxon, startKlaxon } from '../support/klaxon-process.ts';

let folder: string;
let running: KlaxonProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klaxon-test-'));
});

afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(
  flags: string,
  env: Record<string, string> = {},
): Promise<{ readonly klaxon: KlaxonClient; readonly output: string }> {
  running = await startKlaxon({ DATA_DIR: folder, ...env }, `demo ${flags}`);
  const klaxon = createKlaxonClient({ baseUrl: running.url, headers: running.headers });
  return { klaxon, output: running.output() };
}

async function stop(): Promise<number | null> {
  const ended = await running?.end('SIGTERM');
  running = null;
  return ended ?? null;
}

async function incidents(klaxon: KlaxonClient) {
  const { data } = await klaxon.GET('/api/incidents', { params: { query: { limit: 200 } } });
  return data?.incidents ?? [];
}

async function deliveries(klaxon: KlaxonClient, status: 'sent' | 'failed' | 'superseded') {
  const { data } = await klaxon.GET('/api/notifications', { params: { query: { status } } });
  return data?.total ?? 0;
}

describe('klaxon demo', () => {
  test('shows something of everything at once, goes on, and is there at the next start', async () => {
    const { klaxon } = await start('--days 2');
    const seen = await incidents(klaxon);
    const shown = new Map(
      seen.toReversed().map((incident) => [incident.labels['service'], incident]),
    );
    expect(shown.get('checkout')).toMatchObject({ status: 'open', severity: 'critical' });
    expect(shown.get('payments')).toMatchObject({ status: 'acknowledged', assignee_id: 'grace' });
    expect(shown.get('catalogue')).toMatchObject({ snoozed_until: expect.any(String) });
    expect(shown.get('edge-probes')).toMatchObject({ firing_alert_count: 300 });
    expect(shown.get('search-gateway')).toMatchObject({
      status: 'resolved',
      merged_into_id: shown.get('search')?.id,
    });
    for (const status of ['sent', 'failed', 'superseded'] as const)
      expect(await deliveries(klaxon, status)).toBeGreaterThan(0);
    const { data: metrics } = await klaxon.GET('/api/metrics', { params: { query: {} } });
    expect(metrics).toMatchObject({ mtta_seconds: expect.any(Number) });
    const { data: alerts } = await klaxon.GET('/api/alerts', {
      params: { query: { status: 'firing' } },
    });
    expect(alerts?.total).toBeGreaterThan(300);
    const { data: rejected } = await klaxon.GET('/api/rejected-alerts', { params: { query: {} } });
    expect(rejected?.total).toBe(2);
    const { data: channels } = await klaxon.GET('/api/channels');
    expect(channels?.channels.map(({ type }) => type).sort()).toEqual(
      expect.arrayContaining(['email', 'slack', 'telegram', 'webhook']),
    );

    const known = new Set(seen.map(({ id }) => id));
    const fresh = async () =>
      (await incidents(klaxon)).find(({ id }) => !known.has(id))?.number ?? null;
    const number = await eventually(fresh);
    expect(await stop()).toBe(0);

    const again = await start('--days 2 --quiet');
    expect(again.output).not.toContain('Inventing');
    const numbers = (await incidents(again.klaxon)).map((incident) => incident.number);
    expect(numbers).toContain(number);
    expect(numbers.length).toBeGreaterThan(seen.length);
  });

  test('is the same to the letter for the same seed at the same time, and begins again where it was cut short', async () => {
    const flags = '--days 2 --seed 3 --at 2026-03-01T12:00:00Z --quiet';
    const first = await told(flags);
    expect(JSON.stringify(first)).toContain('2026-03-01T11:54:00.000Z');
    // What is left where it was killed while it invented the past.
    writeFileSync(join(folder, 'demo.json'), '{"playedUntil":null}');
    expect(await told(flags)).toEqual(first);
  });

  async function told(flags: string): Promise<unknown> {
    const { klaxon } = await start(flags);
    const list = await incidents(klaxon);
    const query = { limit: 200 };
    const { data } = await klaxon.GET('/api/notifications', { params: { query } });
    await stop();
    return { list, notifications: data };
  }
});

describe('the demo keeps away from what is real', () => {
  test('it fills no folder that holds a Klaxon', async () => {
    writeFileSync(join(folder, 'secret.key'), 'real');
    const { exitCode, output } = await runKlaxon('demo', { DATA_DIR: folder });
    expect(exitCode).toBe(1);
    expect(output).toContain('holds a Klaxon that is no demo');
    expect(existsSync(join(folder, 'demo.json'))).toBe(false);
  });

  test('it says how it is called', async () => {
    const { exitCode, output } = await runKlaxon('demo --fast', { DATA_DIR: folder });
    expect(exitCode).toBe(2);
    expect(output).toContain('Usage: klaxon demo');
  });

  test('it fills no database that DATABASE_URL names', async () => {
    const { exitCode, output } = await runKlaxon('demo', {
      DATA_DIR: folder,
      DATABASE_URL: 'postgresql://klaxon:hunter2@127.0.0.1:1/klaxon_test',
    });
    expect(exitCode).toBe(1);
    expect(output).toContain('unset DATABASE_URL');
    expect(output).not.toContain('hunter2');
  });

  test('it tells nobody whom the environment names, and lets nobody in from outside', async () => {
    const { klaxon } = await start('--days 1 --quiet', {
      SLACK_TOKEN: 'xoxb-real',
      SLACK_CHANNEL: '#real',
      HOST: '0.0.0.0',
    });
    const { data } = await klaxon.GET('/api/channels');
    expect(data?.channels.filter(({ source }) => source === 'environment')).toEqual([]);
    expect(running?.url).toContain('127.0.0.1');
  });
});

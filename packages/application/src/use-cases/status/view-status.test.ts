import { describe, expect, test } from '@jest/globals';
import { DomainError, MINUTE, SECOND } from '@klaxon/domain';
import { makeStage } from '@klaxon/testing';
import type { HealthCheck } from '../../ports/health.ts';
import type { ChannelSettingsView } from '../channels/view-channels.ts';
import { makeViewStatus } from './view-status.ts';

const channel = (change: Partial<ChannelSettingsView>): ChannelSettingsView => ({
  id: 'slack',
  name: 'Operations',
  type: 'slack',
  enabled: true,
  fallback: false,
  source: 'database',
  summary: '',
  config: {},
  secretsSet: [],
  fault: null,
  createdAt: 1,
  updatedAt: 1,
  ...change,
});
const ok: HealthCheck = { name: 'database', required: true, ok: true, detail: 'It answers.' };
const down = (name: string): HealthCheck => ({
  name,
  required: false,
  ok: false,
  detail: `${name} is away.`,
});

function stageWithStatus(channels: readonly ChannelSettingsView[] = [channel({})]) {
  const { database, clock } = makeStage();
  const health = { checks: [ok], asked: 0, error: null as DomainError | null };
  const asked: (readonly string[])[] = [];
  const viewStatus = makeViewStatus({
    status: {
      recorded: async (channelIds, from) => {
        asked.push(channelIds);
        return database.statusQueries.recorded(channelIds, from);
      },
    },
    channelSettings: async () => channels,
    metrics: {
      metrics: async () => ({
        total: 9,
        byStatus: { open: 4, acknowledged: 2, resolved: 3 },
        bySeverity: { critical: 9, high: 0, medium: 0, low: 0 },
        mttaSeconds: null,
        mttrSeconds: null,
      }),
    },
    health: {
      check: async () => {
        health.asked += 1;
        if (health.error) throw health.error;
        return health.checks;
      },
    },
    clock,
  });
  const kinds = async () => (await viewStatus()).problems.map(({ kind }) => kind);
  return { viewStatus, kinds, clock, health, asked };
}

describe('the status', () => {
  test('counts what is not resolved, and looks at the messages of enabled channels', async () => {
    const { viewStatus, asked } = stageWithStatus([
      channel({}),
      channel({ id: 'email', enabled: false }),
    ]);
    expect(await viewStatus()).toMatchObject({
      problems: [],
      openIncidents: 4,
      acknowledgedIncidents: 2,
    });
    expect(asked).toEqual([['slack']]);
  });

  test('tells what the probes tell, and nothing of what is well', async () => {
    const { viewStatus, health } = stageWithStatus();
    const since = 7;
    health.checks = [ok, { ...down('work'), since }, down('migrations'), down('alertmanager')];
    expect((await viewStatus()).problems).toMatchObject([
      { kind: 'work_not_taken', since, message: expect.stringContaining('work is away.') },
      { kind: 'migrations_unfinished', since: null },
      { kind: 'alertmanager_unreachable', since: null },
    ]);
  });

  test('asks what Klaxon depends on every 15 s at the most, however many people look', async () => {
    const { viewStatus, kinds, clock, health } = stageWithStatus();
    await Promise.all([viewStatus(), viewStatus()]);
    health.checks = [down('alertmanager')];
    clock.advance(15 * SECOND - 1);
    expect([await kinds(), health.asked]).toEqual([[], 1]);
    clock.advance(1);
    expect([await kinds(), health.asked]).toEqual([['alertmanager_unreachable'], 2]);
    clock.advance(-MINUTE);
    await viewStatus();
    expect(health.asked).toBe(3);
  });

  test('that could not be told is asked again at once', async () => {
    const { viewStatus, health } = stageWithStatus();
    health.error = new DomainError('unavailable', 'The database is away.');
    await expect(viewStatus()).rejects.toBe(health.error);
    health.error = null;
    await expect(viewStatus()).resolves.toMatchObject({ problems: [] });
  });
});

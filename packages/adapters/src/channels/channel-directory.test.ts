import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ChannelRecord, Notifier } from '@klaxon/application';
import { type ChannelSettings, invalid, SECOND } from '@klaxon/domain';
import { InMemoryChannels, MovableClock, plainSecretBox, START } from '@klaxon/testing';
import { CombinedChannelDirectory } from './channel-directory.ts';
import { channelTypes } from './channel-providers.ts';

const ID = '019b8d00-0000-7000-8000-000000000001';
const OTHER = '019b8d00-0000-7000-8000-000000000002';
const box = plainSecretBox('k1');

function record(overrides: Partial<ChannelRecord> = {}): ChannelRecord {
  const id = overrides.id ?? ID;
  return {
    id,
    name: 'Operations',
    type: 'slack',
    enabled: true,
    fallback: false,
    config: { channel: '#ops' },
    sealed: box.seal('{"token":"xoxb-canary"}', id),
    createdAt: START,
    updatedAt: START,
    ...overrides,
  };
}

/** A directory over rows that a test sets, which keeps what it did. */
class Setting {
  readonly clock = new MovableClock();
  readonly environment = new InMemoryChannels();
  rows: readonly ChannelRecord[] = [];
  outage: Error | null = null;
  reads = 0;
  readonly built: ChannelSettings[] = [];
  readonly closed: ChannelSettings[] = [];
  readonly directory = new CombinedChannelDirectory({
    environment: this.environment,
    clock: this.clock,
    types: channelTypes,
    box,
    queries: {
      channels: async () => {
        this.reads += 1;
        if (this.outage) throw this.outage;
        return this.rows;
      },
      rules: async () => [],
    },
    build: (settings) => {
      this.built.push(settings);
      const sent = async () => ({ result: 'sent', providerId: null }) as const;
      const close = async () => {
        this.closed.push(settings);
      };
      return { send: sent, sendBundle: sent, close };
    },
  });

  /** Sets the rows and lets the time pass after which they are read again. */
  change(...rows: readonly ChannelRecord[]): void {
    this.rows = rows;
    this.clock.advance(5 * SECOND);
  }
}

const BUNDLE = { headline: '', lines: [], more: 0, url: null };
const attempt = (notifier: Notifier | null) => notifier?.sendBundle(BUNDLE, 'delivery');

let setting: Setting;

beforeEach(() => {
  setting = new Setting();
});

describe('the channels there are', () => {
  test("are the environment's and the database's, without anything of their settings", async () => {
    setting.environment.set('env:email', { name: 'E-mail', type: 'email' });
    setting.rows = [record({ enabled: false, fallback: true })];
    expect(await setting.directory.channels()).toEqual([
      { id: 'env:email', name: 'E-mail', type: 'email', enabled: true, fallback: false },
      { id: ID, name: 'Operations', type: 'slack', enabled: false, fallback: true },
    ]);
  });

  test('are read once for a storm of messages, and again after a few seconds', async () => {
    setting.rows = [record()];
    await Promise.all(Array.from({ length: 500 }, () => setting.directory.notifier(ID)));
    expect(setting.reads).toBe(1);
    setting.clock.advance(5 * SECOND);
    await setting.directory.notifier(ID);
    expect(setting.reads).toBe(2);
  });

  test('are read again at once by whoever asks for that', async () => {
    expect(await setting.directory.notifier(ID)).toBeNull();
    setting.rows = [record()];
    expect(await setting.directory.notifier(ID)).toBeNull();
    setting.directory.forget();
    expect(await setting.directory.notifier(ID)).not.toBeNull();
  });

  test('are asked for again at once where the database was away', async () => {
    setting.rows = [record()];
    setting.outage = new Error('away');
    await expect(setting.directory.notifier(ID)).rejects.toThrow('away');
    setting.outage = null;
    expect(await setting.directory.notifier(ID)).not.toBeNull();
  });
});

describe('the notifier of a channel', () => {
  test('is built from its settings and its opened secrets', async () => {
    setting.rows = [record()];
    expect(await attempt(await setting.directory.notifier(ID))).toMatchObject({ result: 'sent' });
    expect(setting.built).toEqual([
      {
        type: 'slack',
        config: { channel: '#ops' },
        secrets: { token: 'xoxb-canary', webhook_url: null },
      },
    ]);
  });

  test("of the environment is the environment's", async () => {
    const own = setting.environment.set('env:slack');
    expect(await setting.directory.notifier('env:slack')).toBe(own);
    expect(setting.built).toEqual([]);
  });

  test('is the same until the channel is edited; the one before is closed then', async () => {
    setting.rows = [record(), record({ id: OTHER, name: 'Other' })];
    const [first, other] = [
      await setting.directory.notifier(ID),
      await setting.directory.notifier(OTHER),
    ];
    setting.change(...setting.rows);
    expect(await setting.directory.notifier(ID)).toBe(first);
    setting.change(
      record({ updatedAt: START + 1, config: { channel: '#night' } }),
      record({ id: OTHER, name: 'Other' }),
    );
    const second = await setting.directory.notifier(ID);
    expect(second).not.toBe(first);
    expect(await setting.directory.notifier(OTHER)).toBe(other);
    expect(setting.closed).toMatchObject([{ config: { channel: '#ops' } }]);
  });

  test('is closed and gone when its channel is deleted or disabled', async () => {
    setting.rows = [record(), record({ id: OTHER, name: 'Other' })];
    await setting.directory.notifier(ID);
    await setting.directory.notifier(OTHER);
    setting.change(record({ enabled: false, updatedAt: START + 1 }));
    expect(await setting.directory.notifier(ID)).toBeNull();
    expect(await setting.directory.notifier(OTHER)).toBeNull();
    expect(setting.closed).toHaveLength(2);
  });

  test('whose secrets cannot be opened fails and says why, each time it is tried', async () => {
    const sealed = plainSecretBox('lost').seal('{"token":"xoxb-canary"}', ID);
    setting.rows = [record({ sealed })];
    const notifier = await setting.directory.notifier(ID);
    for (const _ of [1, 2])
      expect(await attempt(notifier)).toEqual({
        result: 'failed',
        error: 'The key "lost" is not at hand.',
      });
  });

  test('of settings that are no good any more fails and says why', async () => {
    setting.rows = [record({ config: {} })];
    expect(await attempt(await setting.directory.notifier(ID))).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('config.channel'),
    });
  });

  test('of a type that only a newer Klaxon knows is left to that one', async () => {
    setting.rows = [record({ type: 'pager' })];
    expect(await setting.directory.channels()).toMatchObject([{ id: ID, type: 'pager' }]);
    expect(await attempt(await setting.directory.notifier(ID))).toMatchObject({
      result: 'retry',
      error: expect.stringContaining('"pager"'),
    });
    expect(setting.built).toEqual([]);
  });

  test('that cannot be built fails and says why', async () => {
    const directory = new CombinedChannelDirectory({
      environment: setting.environment,
      clock: setting.clock,
      types: channelTypes,
      box,
      queries: { channels: async () => [record()], rules: async () => [] },
      build: () => {
        throw invalid('token', 'must be another');
      },
    });
    expect(await attempt(await directory.notifier(ID))).toEqual({
      result: 'failed',
      error: 'token: must be another',
    });
  });

  test('is closed with the directory', async () => {
    setting.rows = [record()];
    await setting.directory.notifier(ID);
    await setting.directory.close();
    expect(setting.closed).toHaveLength(1);
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ChannelInput, RuleInput } from '@klaxon/application';
import { SAMPLE_CHANNEL_TYPES } from '@klaxon/testing';
import type { FastifyInstance } from 'fastify';
import { channelView, recording, ruleRecord, stubApp } from './testing/stub-app.ts';

const CHANNEL = `/api/channels/${channelView.id}`;
const RULE = `/api/notification-rules/${ruleRecord.id}`;
const saved = { channelId: channelView.id, generatedSecret: null };

const wire = {
  id: channelView.id,
  name: 'Operations',
  type: 'slack',
  source: 'database',
  enabled: true,
  fallback: false,
  summary: 'Posts to #operations.',
  config: { channel: '#operations' },
  secrets: { token: 'set' },
  fault: null,
  health: {
    last_sent_at: '2026-11-23T12:00:00.000Z',
    last_failed_at: null,
    last_error: null,
    queued: 2,
  },
  created_at: '2026-11-23T12:00:00.000Z',
  updated_at: '2026-11-23T12:00:00.000Z',
};

let app: FastifyInstance;

beforeAll(async () => {
  app = await stubApp();
});

describe('channels', () => {
  test('are shown with their health, and of their secrets only the names', async () => {
    const list = await app.inject('/api/channels');
    expect(list.json()).toEqual({ channels: [wire], total: 1 });
    expect((await app.inject(CHANNEL)).json()).toEqual(wire);
  });

  test('show settings of every kind as they are', async () => {
    const config = { port: 587, username: null, tls: false, to: ['a@x.org', 'b@x.org'] };
    const view = { ...channelView, type: 'email', config } as const;
    const own = await stubApp({
      channels: { views: { types: () => [], list: async () => [view], get: async () => view } },
    });
    expect((await own.inject(CHANNEL)).json().config).toEqual(config);
  });

  test('are set up enabled and as no fallback unless that is said', async () => {
    const { requests, ask } = recording<ChannelInput, typeof saved>(saved);
    const own = await stubApp({
      channels: { createChannel: ({ actor: _, ...asked }) => ask(asked) },
    });
    const body = { name: 'Operations', type: 'slack', config: { channel: '#operations' } };
    const answer = await own.inject({ method: 'POST', url: '/api/channels', payload: body });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['location']).toBe(CHANNEL);
    expect(answer.json()).toEqual({ ...wire, generated_secret: null });
    expect(requests).toEqual([{ ...body, enabled: true, fallback: false, secrets: {} }]);
  });

  test('tell a signing secret that was made up', async () => {
    const own = await stubApp({
      channels: { createChannel: async () => ({ ...saved, generatedSecret: 'whsec_x' }) },
    });
    const payload = { name: 'Receiver', type: 'webhook', config: { url: 'https://x.org' } };
    const answer = await own.inject({ method: 'POST', url: '/api/channels', payload });
    expect(answer.json()).toMatchObject({ generated_secret: 'whsec_x' });
  });

  test('are edited in what is given alone', async () => {
    const { requests, ask } = recording<unknown, typeof saved>(saved);
    const own = await stubApp({
      channels: { editChannel: ({ actor: _, ...asked }) => ask(asked) },
    });
    const payload = { enabled: false, secrets: { token: null } };
    const url = CHANNEL.toUpperCase().replace('/API/CHANNELS', '/api/channels');
    const answer = await own.inject({ method: 'PATCH', url, payload });
    expect(answer.statusCode).toBe(200);
    expect(requests).toEqual([{ ...payload, channelId: channelView.id }]);
  });

  test('are deleted without an answer', async () => {
    const { requests, ask } = recording<string, void>(undefined);
    const own = await stubApp({ channels: { deleteChannel: ({ channelId }) => ask(channelId) } });
    const answer = await own.inject({ method: 'DELETE', url: '/api/channels/env:slack' });
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(requests).toEqual(['env:slack']);
  });

  test('answer a test with what the provider said, a refusal too', async () => {
    const sent = await stubApp({
      channels: { testChannel: async () => ({ result: 'sent', providerId: 'C1:2' }) },
    });
    const url = `${CHANNEL}/test`;
    expect((await sent.inject({ method: 'POST', url })).json()).toEqual({
      result: 'sent',
      error: null,
      provider_id: 'C1:2',
    });
    const refused = await stubApp({
      channels: {
        testChannel: async () => ({ result: 'retry', error: 'a pause', retryAfter: 1_000 }),
      },
    });
    const answer = await refused.inject({ method: 'POST', url });
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { result: 'retry', error: 'a pause', provider_id: null },
    ]);
  });

  test.each([
    [{ type: 'slack' }, 'name', 'is missing'],
    [{ name: ' ', type: 'slack' }, 'name', 'must not be blank'],
    [{ name: 'x', type: 1 }, 'type', 'must be text'],
    [{ name: 'x', type: 'slack', token: 'xoxb-canary' }, 'token', 'is not a field here'],
    [{ name: 'x', type: 'slack', secrets: 'xoxb-canary' }, 'secrets', 'must be a JSON object'],
  ])('refuse %j, and repeat no secret', async (payload, path, message) => {
    const answer = await app.inject({ method: 'POST', url: '/api/channels', payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toContainEqual({ path, message });
    expect(answer.body).not.toContain('canary');
  });

  test.each(['env:', 'slack', '1', 'ENV:slack'])('have no id such as %s', async (id) => {
    const answer = await app.inject(`/api/channels/${id}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([
      { path: 'id', message: 'must be the id of a channel: a UUID, or env:slack and the like' },
    ]);
  });

  test('are listed where only a newer Klaxon knows their type', async () => {
    const view = { ...channelView, type: 'pager' };
    const views = { types: () => [], list: async () => [view], get: async () => view };
    const own = await stubApp({ channels: { views } });
    expect((await own.inject('/api/channels')).json().channels).toMatchObject([{ type: 'pager' }]);
  });

  test('come in types, each with the fields that it is set up with', async () => {
    const get = async () => channelView;
    const known = () => [...SAMPLE_CHANNEL_TYPES.values()];
    const own = await stubApp({ channels: { views: { types: known, list: async () => [], get } } });
    const { channel_types: types } = (await own.inject('/api/channel-types')).json();
    expect(types.map(({ type }: { type: string }) => type)).toEqual(['slack', 'email', 'webhook']);
    expect(types[1].fields).toContainEqual({
      name: 'port',
      part: 'config',
      kind: 'number',
      label: 'port',
      help: '',
      placeholder: null,
      required: false,
      made_up: false,
      shortened: false,
      destination: true,
      goes_with: null,
      way: null,
      pattern: null,
      pattern_message: null,
      minimum: 1,
      maximum: 65_535,
      fallback: 587,
      variable: null,
    });
    expect(types[2].fields).toMatchObject([
      { name: 'url', part: 'config', kind: 'address', required: true, shortened: true },
      { name: 'secret', part: 'secrets', required: false, made_up: true },
    ]);
  });

  test('do not change their type', async () => {
    const answer = await app.inject({ method: 'PATCH', url: CHANNEL, payload: { type: 'email' } });
    expect(answer.json().errors).toContainEqual({ path: 'type', message: 'is not a field here' });
  });
});

describe('notification rules', () => {
  const wireRule = {
    id: ruleRecord.id,
    name: 'Only the bad ones',
    channel_id: channelView.id,
    enabled: true,
    severities: ['critical'],
    services: null,
    kinds: null,
    matchers: null,
    created_at: '2026-11-23T12:00:00.000Z',
    updated_at: '2026-11-23T12:00:00.000Z',
  };
  const matchers = [{ name: 'team', value: '', negated: true }];

  test('are shown, null standing for any', async () => {
    expect((await app.inject(RULE)).json()).toEqual(wireRule);
    const list = await app.inject('/api/notification-rules');
    expect(list.json()).toEqual({ notification_rules: [wireRule], total: 1 });
  });

  test('are listed for one channel', async () => {
    const of = (id: string) => app.inject(`/api/notification-rules?channel_id=${id}`);
    expect((await of(channelView.id.toUpperCase())).json().total).toBe(1);
    expect((await of('env:slack')).json().total).toBe(0);
  });

  test('show their matchers', async () => {
    const rule = { ...ruleRecord, matchers, kinds: ['created'] as const };
    const own = await stubApp({
      rules: { views: { list: async () => [rule], get: async () => rule } },
    });
    expect((await own.inject(RULE)).json()).toMatchObject({ matchers, kinds: ['created'] });
  });

  test('are made for any of what is left out', async () => {
    const { requests, ask } = recording<RuleInput, typeof ruleRecord>(ruleRecord);
    const own = await stubApp({ rules: { createRule: ({ actor: _, ...asked }) => ask(asked) } });
    const payload = {
      name: 'x',
      channel_id: 'env:slack',
      matchers: [{ name: 'team', value: 'pay' }],
      severities: null,
    };
    const url = '/api/notification-rules';
    const answer = await own.inject({ method: 'POST', url, payload });
    expect([answer.statusCode, answer.headers['location']]).toEqual([201, RULE]);
    expect(requests).toEqual([
      {
        name: 'x',
        channelId: 'env:slack',
        enabled: true,
        severities: null,
        services: null,
        kinds: null,
        matchers: [{ name: 'team', value: 'pay', negated: false }],
      },
    ]);
  });

  test('are edited in what is given alone', async () => {
    const requests: unknown[] = [];
    const own = await stubApp({
      rules: {
        editRule: async ({ ruleId, edit }) => {
          requests.push([ruleId, edit]);
          return ruleRecord;
        },
      },
    });
    for (const payload of [{ severities: null }, { matchers: null }, { channel_id: 'env:slack' }])
      await own.inject({ method: 'PATCH', url: RULE, payload });
    expect(requests).toEqual([
      [ruleRecord.id, { severities: null }],
      [ruleRecord.id, { matchers: [] }],
      [ruleRecord.id, { channelId: 'env:slack' }],
    ]);
  });

  test.each(['severities', 'services', 'kinds', 'matchers'])(
    'refuse an empty list of %s',
    async (name) => {
      for (const request of [
        { method: 'POST', url: '/api/notification-rules' },
        { method: 'PATCH', url: RULE },
      ] as const) {
        const payload = { name: 'x', channel_id: 'env:slack', [name]: [] };
        const answer = await app.inject({ ...request, payload });
        expect(answer.statusCode).toBe(400);
        expect(answer.json().errors).toContainEqual({
          path: name,
          message: 'must not be empty; leave it out for any',
        });
      }
    },
  );

  test('are deleted without an answer', async () => {
    const answer = await app.inject({ method: 'DELETE', url: RULE });
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
  });
});

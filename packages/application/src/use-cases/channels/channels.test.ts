import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  asLocal,
  InMemoryChannels,
  makeStage,
  plainSecretBox,
  SAMPLE_CHANNEL_TYPES,
  type Stage,
} from '@klaxon/testing';
import type { ChannelDeps } from './channel-tools.ts';
import { type ChannelInput, makeCreateChannel } from './create-channel.ts';
import { makeDeleteChannel } from './delete-channel.ts';
import { makeEditChannel } from './edit-channel.ts';
import { makeRotateSecrets } from './rotate-secrets.ts';
import { makeChannelViews } from './view-channels.ts';

const SLACK: ChannelInput = {
  name: 'Operations',
  type: 'slack',
  enabled: true,
  fallback: false,
  config: { channel: '#ops' },
  secrets: { token: 'xoxb-canary' },
};
const ADDRESS = { url: 'https://receiver.example.org/in?canary=of-the-receiver-1a2b' };
const SHOWN = 'https://receiver.example.org/…1a2b';
const WEBHOOK: ChannelInput = {
  ...SLACK,
  name: 'Receiver',
  type: 'webhook',
  config: ADDRESS,
  secrets: {},
};
const EMAIL: ChannelInput = {
  ...SLACK,
  name: 'Mail',
  type: 'email',
  config: { host: 'localhost', from: 'klaxon@example.org', to: ['ops@example.org'] },
  secrets: {},
};

let stage: Stage;
let environment: InMemoryChannels;

beforeEach(() => {
  stage = makeStage();
  environment = new InMemoryChannels();
});

/** The use cases, with these keys at hand. */
function withKeys(...keys: readonly string[]) {
  let secrets = 0;
  const box = plainSecretBox(...keys);
  const newWebhookSecret = () => {
    secrets += 1;
    return `whsec_${Buffer.alloc(32, secrets).toString('base64')}`;
  };
  const types = SAMPLE_CHANNEL_TYPES;
  const tools: ChannelDeps = { ...stage.tools, types, box, environment, newWebhookSecret };
  const queries = stage.database.channelQueries;
  const deliveries = { health: async () => [] };
  return {
    create: asLocal(makeCreateChannel(tools)),
    edit: asLocal(makeEditChannel(tools)),
    remove: asLocal(makeDeleteChannel(tools)),
    rotate: makeRotateSecrets(tools),
    views: makeChannelViews({ environment, queries, deliveries, types, box }),
    /** What is sealed for a channel, opened. */
    async secretsOf(id: string): Promise<unknown> {
      const found = (await queries.channels()).find((channel) => channel.id === id);
      return found?.sealed ? JSON.parse(box.open(found.sealed, id)) : null;
    },
  };
}

type Ways = Pick<ReturnType<typeof withKeys>, 'edit' | 'rotate'> & { readonly channelId: string };

describe('setting up a channel', () => {
  test('keeps its settings in the open and its secrets sealed', async () => {
    const { create, views, secretsOf } = withKeys('k1');
    const { channelId, generatedSecret } = await create(SLACK);
    expect(generatedSecret).toBeNull();
    expect(await views.get(channelId)).toMatchObject({
      name: 'Operations',
      type: 'slack',
      source: 'database',
      enabled: true,
      fallback: false,
      config: { channel: '#ops' },
      secretsSet: ['token'],
      fault: null,
    });
    expect(await secretsOf(channelId)).toEqual({ token: 'xoxb-canary' });
    const [record] = await stage.database.channelQueries.channels();
    expect(JSON.stringify(record?.config)).not.toContain('canary');
  });

  test('makes up a signing secret for a webhook that comes without, and tells it once', async () => {
    const { create, views, secretsOf } = withKeys('k1');
    const { channelId, generatedSecret } = await create(WEBHOOK);
    expect(generatedSecret).toMatch(/^whsec_/);
    expect(await secretsOf(channelId)).toEqual({ ...ADDRESS, secret: generatedSecret });
    expect(JSON.stringify(await views.get(channelId))).not.toContain('whsec_');
  });

  test('leaves alone a signing secret that was given', async () => {
    const { create, secretsOf } = withKeys('k1');
    const secret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
    const { channelId, generatedSecret } = await create({ ...WEBHOOK, secrets: { secret } });
    expect(generatedSecret).toBeNull();
    expect(await secretsOf(channelId)).toEqual({ ...ADDRESS, secret });
  });

  test('without a key fails where there are secrets, and only there', async () => {
    const { create, views } = withKeys();
    await expect(create(SLACK)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(create(WEBHOOK)).rejects.toMatchObject({ kind: 'conflict' });
    await create(EMAIL);
    expect((await views.list()).map((one) => one.name)).toEqual(['Mail']);
  });

  test('refuses a type that it does not know', async () => {
    const { create } = withKeys('k1');
    await expect(create({ ...SLACK, type: 'pager' })).rejects.toMatchObject({
      kind: 'invalid',
      faults: [{ path: 'type', message: 'must be one of slack, email, webhook' }],
    });
  });

  test('refuses settings that could never work, and a name that is taken', async () => {
    const { create, views } = withKeys('k1');
    await expect(create({ ...SLACK, config: {} })).rejects.toMatchObject({
      kind: 'invalid',
      faults: [{ path: 'config.channel' }],
    });
    await create(SLACK);
    await expect(create({ ...EMAIL, name: SLACK.name })).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await views.list()).toHaveLength(1);
  });
});

describe('editing a channel', () => {
  test('changes what is given and leaves the rest, secrets too', async () => {
    const { create, edit, views, secretsOf } = withKeys('k1');
    const { channelId } = await create(SLACK);
    await edit({ channelId, name: 'Night shift', enabled: false, config: { channel: '#night' } });
    expect(await views.get(channelId)).toMatchObject({
      name: 'Night shift',
      enabled: false,
      fallback: false,
      config: { channel: '#night' },
      secretsSet: ['token'],
    });
    expect(await secretsOf(channelId)).toEqual({ token: 'xoxb-canary' });
    await edit({ channelId, secrets: { token: 'xoxb-2' }, fallback: true });
    expect(await secretsOf(channelId)).toEqual({ token: 'xoxb-2' });
    expect(await views.get(channelId)).toMatchObject({ config: { channel: '#night' } });
  });

  test('takes fields away with null', async () => {
    const { create, edit, views, secretsOf } = withKeys('k1');
    const hook = 'https://hooks.slack.com/services/T/B/x';
    const { channelId } = await create(SLACK);
    await edit({
      channelId,
      config: { channel: null },
      secrets: { token: null, webhook_url: hook },
    });
    expect(await views.get(channelId)).toMatchObject({ secretsSet: ['webhook_url'] });
    expect(await secretsOf(channelId)).toEqual({ webhook_url: hook });
  });

  test('looks at settings and secrets together', async () => {
    const { create, edit } = withKeys('k1');
    const { channelId } = await create(SLACK);
    await expect(edit({ channelId, secrets: { token: null } })).rejects.toMatchObject({
      kind: 'invalid',
      faults: [{ path: 'secrets.token' }],
    });
  });

  test('gives a webhook a new signing secret when the old one is taken away', async () => {
    const { create, edit, secretsOf } = withKeys('k1');
    const first = await create(WEBHOOK);
    const untouched = await edit({ channelId: first.channelId, name: 'Other' });
    expect(untouched.generatedSecret).toBeNull();
    const again = await edit({ channelId: first.channelId, secrets: { secret: null } });
    expect(again.generatedSecret).not.toBe(first.generatedSecret);
    expect(await secretsOf(first.channelId)).toEqual({ ...ADDRESS, secret: again.generatedSecret });
  });

  test('sends what was saved for one mail server to no other', async () => {
    const { create, edit, secretsOf } = withKeys('k1');
    const config = { ...EMAIL.config, username: 'klaxon' };
    const { channelId } = await create({ ...EMAIL, config, secrets: { password: 'saved' } });
    for (const moved of [{ host: 'smtp.evil.example' }, { port: 2525 }, { username: 'other' }])
      await expect(edit({ channelId, config: moved })).rejects.toMatchObject({
        kind: 'invalid',
        faults: [{ path: 'secrets.password' }],
      });
    await edit({ channelId, config: { to: ['boss@example.org'] } });
    expect(await secretsOf(channelId)).toEqual({ password: 'saved' });
    await edit({ channelId, config: { host: 'smtp.example.org' }, secrets: { password: 'new' } });
    expect(await secretsOf(channelId)).toEqual({ password: 'new' });
  });

  test('of a webhook shows a part of its address, and takes that part for no change', async () => {
    const { create, edit, views, secretsOf } = withKeys('k1');
    const { channelId, generatedSecret } = await create(WEBHOOK);
    expect(await views.get(channelId)).toMatchObject({
      config: { url: SHOWN },
      secretsSet: ['secret'],
    });
    await edit({ channelId, config: { url: SHOWN } });
    expect(await secretsOf(channelId)).toEqual({ ...ADDRESS, secret: generatedSecret });
    const url = 'https://evil.example/in';
    await expect(edit({ channelId, config: { url } })).rejects.toMatchObject({
      faults: [{ path: 'secrets.secret' }],
    });
    const moved = await edit({ channelId, config: { url }, secrets: { secret: null } });
    expect(await secretsOf(channelId)).toEqual({ url, secret: moved.generatedSecret });
    const log = JSON.stringify(await stage.database.auditQueries.older({}, null, 100));
    expect(log).toContain(SHOWN);
    expect(log).toContain('"secrets_changed":["secret","url"]');
    expect(log).not.toContain('canary');
  });

  test.each([
    ['by an edit that leaves it', ({ edit, channelId }) => edit({ channelId, config: {} })],
    [
      'by an edit that sends back what is shown of it',
      ({ edit, channelId }) => edit({ channelId, config: { url: SHOWN } }),
    ],
    ['when the secrets are rotated', ({ rotate }) => rotate()],
  ] as readonly [string, (ways: Ways) => Promise<unknown>][])(
    'of a webhook whose address was kept in the open seals it %s',
    async (_when, seal) => {
      const { views, secretsOf, ...tools } = withKeys('k1');
      const { channelId, generatedSecret } = await tools.create(WEBHOOK);
      const old = JSON.stringify({ secret: generatedSecret });
      const sealed = plainSecretBox('k1').seal(old, channelId);
      await stage.tools.unitOfWork.run(async (tx) =>
        tx.channels.update({ ...(await tx.channels.get(channelId)), config: ADDRESS, sealed }),
      );
      expect(await views.get(channelId)).toMatchObject({ config: { url: SHOWN }, fault: null });
      const withoutKey = await withKeys('k2').views.get(channelId);
      expect(withoutKey).toMatchObject({ config: { url: SHOWN } });
      await seal({ ...tools, channelId });
      const [record] = await stage.database.channelQueries.channels();
      expect(record?.config).toEqual({ url: SHOWN });
      const log = JSON.stringify(await stage.database.auditQueries.older({}, null, 100));
      expect(log).not.toContain('canary');
      expect(await secretsOf(channelId)).toEqual({ ...ADDRESS, secret: generatedSecret });
    },
  );

  test('makes each state of the channel later than the one before, even with a clock that stands', async () => {
    const { create, edit, views } = withKeys('k1');
    const { channelId } = await create(SLACK);
    const ages = [(await views.get(channelId)).updatedAt ?? 0];
    for (const name of ['a', 'b']) {
      await edit({ channelId, name });
      ages.push((await views.get(channelId)).updatedAt ?? 0);
    }
    expect(new Set(ages).size).toBe(3);
    expect(ages).toEqual([...ages].sort((a, b) => a - b));
  });

  test('can switch off and rename a channel whose key is lost, and give it new secrets', async () => {
    const { channelId } = await withKeys('lost').create(SLACK);
    const { edit, views, secretsOf } = withKeys('new');
    expect(await views.get(channelId)).toMatchObject({
      secretsSet: [],
      fault: expect.stringContaining('"lost"'),
    });
    await edit({ channelId, enabled: false, name: 'Broken' });
    await expect(edit({ channelId, config: { channel: '#x' } })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await edit({ channelId, secrets: { token: 'xoxb-2' } });
    expect(await views.get(channelId)).toMatchObject({ name: 'Broken', fault: null });
    expect(await secretsOf(channelId)).toEqual({ token: 'xoxb-2' });
  });

  test('is not found where there is none, and refused for what the environment configures', async () => {
    const { edit, remove } = withKeys('k1');
    environment.set('env:slack', { name: 'Slack' });
    for (const attempt of [
      edit({ channelId: 'env:slack', name: 'x' }),
      remove({ channelId: 'env:slack' }),
    ])
      await expect(attempt).rejects.toMatchObject({ kind: 'conflict' });
    const nobody = stage.ids.next();
    for (const channelId of ['env:telegram', nobody]) {
      await expect(edit({ channelId, name: 'x' })).rejects.toMatchObject({ kind: 'not-found' });
      await expect(remove({ channelId })).rejects.toMatchObject({ kind: 'not-found' });
    }
  });
});

describe('a channel of a type that only a newer Klaxon knows', () => {
  const SEALED = '{"key":"canary"}';

  async function setUpByNewer(): Promise<string> {
    const id = stage.ids.next();
    const { name, enabled, fallback } = SLACK;
    const sealed = plainSecretBox('k1').seal(SEALED, id);
    const config = { region: 'eu' };
    const times = { createdAt: 0, updatedAt: 0 };
    await stage.tools.unitOfWork.run((tx) =>
      tx.channels.insert({ id, name, type: 'pager', enabled, fallback, config, sealed, ...times }),
    );
    return id;
  }

  test('is listed with what is wrong with it, beside the others', async () => {
    const { create, views } = withKeys('k1');
    const id = await setUpByNewer();
    const { channelId } = await create(EMAIL);
    expect(await views.list()).toMatchObject([
      { id, type: 'pager', config: { region: 'eu' }, fault: expect.stringContaining('"pager"') },
      { id: channelId, fault: null },
    ]);
  });

  test('can be renamed, switched off and deleted, and its settings stay as they are', async () => {
    const { edit, remove, rotate, secretsOf, views } = withKeys('k1');
    const channelId = await setUpByNewer();
    await edit({ channelId, name: 'Pager', enabled: false });
    expect(await views.get(channelId)).toMatchObject({ name: 'Pager', enabled: false });
    await expect(edit({ channelId, config: { region: 'us' } })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('"pager"'),
    });
    expect(await rotate()).toBe(1);
    expect(await secretsOf(channelId)).toEqual(JSON.parse(SEALED));
    await remove({ channelId });
    expect(await views.list()).toEqual([]);
  });
});

describe('looking at channels', () => {
  test("shows the environment's first, and how each has done", async () => {
    const { create } = withKeys('k1');
    const { channelId } = await create(EMAIL);
    environment.set('env:slack', { name: 'Slack', type: 'slack' });
    const health = { lastSentAt: 1, lastFailedAt: 2, lastError: 'no', queued: 3 };
    const views = makeChannelViews({
      environment,
      queries: stage.database.channelQueries,
      deliveries: { health: async () => [{ channelId, ...health }] },
      types: SAMPLE_CHANNEL_TYPES,
      box: plainSecretBox(),
    });
    expect(await views.list()).toMatchObject([
      { id: 'env:slack', source: 'environment', createdAt: null, health: { queued: 0 } },
      { id: channelId, source: 'database', secretsSet: [], health },
    ]);
  });
});

describe('deleting a channel', () => {
  test('takes its rules with it, and no others', async () => {
    const { create, remove, views } = withKeys('k1');
    const [one, other] = [await create(SLACK), await create(EMAIL)];
    const rule = {
      name: 'All',
      enabled: true,
      severities: null,
      services: null,
      kinds: null,
      matchers: [],
      createdAt: 0,
      updatedAt: 0,
    };
    await stage.tools.unitOfWork.run(async (tx) => {
      for (const { channelId } of [one, other])
        await tx.rules.insert({ ...rule, id: stage.ids.next(), channelId });
    });
    await remove({ channelId: one.channelId });
    expect((await views.list()).map(({ id }) => id)).toEqual([other.channelId]);
    const rules = await stage.database.channelQueries.rules();
    expect(rules.map(({ channelId }) => channelId)).toEqual([other.channelId]);
  });
});

describe('rotating the secrets', () => {
  test('seals all of them with the first key, so that the old one can go', async () => {
    const old = withKeys('old');
    const slack = await old.create(SLACK);
    await old.create(WEBHOOK);
    await old.create(EMAIL);
    expect(await withKeys('new', 'old').rotate()).toBe(2);
    const { secretsOf, views } = withKeys('new');
    expect(await secretsOf(slack.channelId)).toEqual({ token: 'xoxb-canary' });
    expect((await views.list()).map(({ fault }) => fault)).toEqual([null, null, null]);
  });

  test('changes nothing where one cannot be opened, and names it', async () => {
    const old = withKeys('old');
    const { channelId } = await old.create(SLACK);
    await withKeys('lost').create(WEBHOOK);
    await expect(withKeys('new', 'old').rotate()).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/^Nothing was changed\. Channel "Receiver": .*"lost"/),
    });
    expect(await old.secretsOf(channelId)).toEqual({ token: 'xoxb-canary' });
  });
});

import { expect, test } from '@jest/globals';
import { type ChannelSettings, shortAddress } from '@klaxon/domain';
import { telegramDouble } from '@klaxon/testing';
import { buildNotifier } from './build-notifier.ts';
import { sampleMessage } from './test-support/sample-message.ts';

const SLACK = {
  type: 'slack',
  config: { channel: '#ops' },
  secrets: { token: 'xoxb-1', webhook_url: null },
} as const;
const SLACK_WEBHOOK = {
  type: 'slack',
  config: { channel: null },
  secrets: { token: null, webhook_url: 'https://hooks.slack.com/services/T/B/x' },
} as const;
const EMAIL = {
  type: 'email',
  config: {
    host: 'localhost',
    port: 2525,
    username: null,
    from: 'klaxon@example.org',
    to: ['ops@example.org'],
    tls: false,
  },
  secrets: { password: null },
} as const;
const TELEGRAM = {
  type: 'telegram',
  config: { chat_id: '-100123', message_thread_id: 7 },
  secrets: { bot_token: '123456:ABC' },
} as const;

const webhook = (url: string): ChannelSettings => ({
  type: 'webhook',
  config: { url: shortAddress(url) },
  secrets: { url, secret: `whsec_${Buffer.alloc(24, 1).toString('base64')}` },
});
const OPTIONS = {
  allowPrivate: { webhooks: false, smtp: false },
  heard: ['123456:ABC'],
  apiUrls: {},
  clock: { now: () => Date.now() },
};
const build = (settings: ChannelSettings) => buildNotifier(settings, OPTIONS);
const BUNDLE = { headline: 'x', lines: [], more: 0, url: null };

test('Slack can edit its messages with a bot token, and not through an incoming webhook', () => {
  expect(build(SLACK).update).toBeDefined();
  expect(build(SLACK_WEBHOOK).update).toBeUndefined();
});

test('e-mail holds connections that can be closed', async () => {
  const notifier = build(EMAIL);
  expect(notifier.close).toBeDefined();
  await notifier.close?.();
});

test('Telegram can edit its messages', () => {
  expect(build(TELEGRAM).update).toBeDefined();
});

test('a webhook leads to no private address unless that is allowed', async () => {
  const outcome = await build(webhook('http://127.0.0.1:9/in')).sendBundle(BUNDLE, 'delivery');
  expect(outcome).toMatchObject({ result: 'failed' });
  const allowed = buildNotifier(webhook('http://127.0.0.1:9/in'), {
    ...OPTIONS,
    allowPrivate: { webhooks: true, smtp: false },
  });
  expect(await allowed.sendBundle(BUNDLE, 'delivery')).toMatchObject({ result: 'retry' });
});

test('a mail server has no private address unless that is allowed, which webhooks have no part in', async () => {
  const local = { ...EMAIL, config: { ...EMAIL.config, host: 'localhost', port: 9 } };
  for (const [smtp, outcome] of [
    [false, { result: 'failed', error: expect.stringContaining('ALLOW_PRIVATE_SMTP') }],
    [['localhost'], { result: 'retry', error: expect.stringContaining('ECONNREFUSED') }],
  ] as const) {
    const notifier = buildNotifier(local, { ...OPTIONS, allowPrivate: { webhooks: true, smtp } });
    expect(await notifier.sendBundle(BUNDLE, 'delivery')).toMatchObject(outcome);
    await notifier.close?.();
  }
});

test('settings that could never work are refused', () => {
  const noToken = { ...SLACK, secrets: { token: null, webhook_url: null } };
  expect(() => build(noToken)).toThrow(/token/);
});

test.each([
  [TELEGRAM.secrets.bot_token, true],
  ['654321:XYZ', false],
])('the bot %s has buttons if Klaxon listens to it: %s', async (bot_token, hasButtons) => {
  const telegram = await telegramDouble();
  const settings = { ...TELEGRAM, secrets: { bot_token } };
  const notifier = buildNotifier(settings, { ...OPTIONS, apiUrls: { telegram: telegram.url } });
  const token = 'a.token';
  const actions = [{ kind: 'acknowledge', label: 'Acknowledge', token, url: null }] as const;
  await notifier.send(sampleMessage({ actions }), { deliveryId: 'd', firstProviderId: null });
  expect(telegram.requests[0]?.raw.includes(token)).toBe(hasButtons);
  await telegram.close();
});

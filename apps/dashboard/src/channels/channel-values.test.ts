import { describe, expect, test } from '@jest/globals';
import { allChannelFields, type Channel } from './channel-fields.ts';
import {
  changedChannelSettings,
  isAskedAnew,
  newChannelSettings,
  slackWayOf,
  valuesOf,
} from './channel-values.ts';

const channel = (more: Pick<Channel, 'type' | 'config' | 'secrets'>): Channel => ({
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  name: 'Operations',
  source: 'database',
  enabled: true,
  fallback: false,
  fault: null,
  health: { last_sent_at: null, last_failed_at: null, last_error: null, queued: 0 },
  created_at: null,
  updated_at: null,
  ...more,
});

const mail = channel({
  type: 'email',
  config: {
    host: 'smtp.example.com',
    port: 587,
    username: 'klaxon',
    from: 'klaxon@example.com',
    to: ['a@example.com', 'b@example.com'],
    tls: false,
  },
  secrets: { password: 'set' },
});
const bot = channel({ type: 'slack', config: { channel: '#ops' }, secrets: { token: 'set' } });
const hook = channel({
  type: 'slack',
  config: { channel: null },
  secrets: { webhook_url: 'set' },
});
const webhook = channel({
  type: 'webhook',
  config: { url: 'https://x.org/…' },
  secrets: { secret: 'set' },
});
const KEEP = { newSecret: false };

describe('a new channel', () => {
  test('is sent with what was filled in, each value as the API wants it', () => {
    const values = {
      'config.host': ' smtp.example.com ',
      'config.port': '2525',
      'config.to': 'a@example.com, b@example.com\nc@example.com',
      'config.tls': 'true',
      'config.username': '',
    };
    expect(newChannelSettings('email', 'bot', values)).toEqual({
      config: {
        host: 'smtp.example.com',
        port: 2525,
        to: ['a@example.com', 'b@example.com', 'c@example.com'],
        tls: true,
      },
      secrets: {},
    });
  });

  test('of Slack is sent with the fields of the chosen way alone', () => {
    const values = {
      'config.channel': '#ops',
      'secrets.token': 'xoxb-1',
      'secrets.webhook_url': 'https://hooks.slack.com/x',
    };
    expect(newChannelSettings('slack', 'webhook', values)).toEqual({
      config: {},
      secrets: { webhook_url: 'https://hooks.slack.com/x' },
    });
  });

  test('is sent with what is no number as it is, for the answer to say so', () => {
    const { config } = newChannelSettings('email', 'bot', { 'config.port': 'smtp' });
    expect(config).toEqual({ port: 'smtp' });
  });
});

describe('an edited channel', () => {
  test('is sent without what stays, secrets above all', () => {
    expect(changedChannelSettings(mail, 'bot', valuesOf(mail), KEEP)).toEqual({});
  });

  test('is sent with what changes, null for what is taken away', () => {
    const values = { ...valuesOf(mail), 'config.port': '', 'config.tls': 'true' };
    expect(changedChannelSettings(mail, 'bot', values, KEEP)).toEqual({
      config: { port: null, tls: true },
    });
  });

  test('loses the password with the user name', () => {
    const values = { ...valuesOf(mail), 'config.username': '' };
    expect(changedChannelSettings(mail, 'bot', values, KEEP)).toEqual({
      config: { username: null },
      secrets: { password: null },
    });
  });

  test('of Slack that goes the other way loses what belongs to the one before', () => {
    const url = { 'secrets.webhook_url': 'https://hooks.slack.com/x' };
    expect(changedChannelSettings(bot, 'webhook', { ...valuesOf(bot), ...url }, KEEP)).toEqual({
      config: { channel: null },
      secrets: { webhook_url: 'https://hooks.slack.com/x', token: null },
    });
    const values = { 'config.channel': '#ops', 'secrets.token': 'xoxb-1' };
    expect(changedChannelSettings(hook, 'bot', values, KEEP)).toEqual({
      config: { channel: '#ops' },
      secrets: { token: 'xoxb-1', webhook_url: null },
    });
  });

  test('keeps its address where none is entered, and is never sent what is shown of it', () => {
    expect(valuesOf(webhook)).toEqual({});
    expect(changedChannelSettings(webhook, 'bot', {}, KEEP)).toEqual({});
    const values = { 'config.url': 'https://y.org/in' };
    expect(changedChannelSettings(webhook, 'bot', values, KEEP)).toEqual({
      config: { url: 'https://y.org/in' },
    });
  });

  test.each([
    ['nothing', mail, {}, false],
    ['the recipients', mail, { 'config.to': 'c@example.com' }, false],
    ['the server', mail, { 'config.host': 'smtp.example.org' }, true],
    ['the port', mail, { 'config.port': '465' }, true],
    ['the account', mail, { 'config.username': 'other' }, true],
    ['the account, which goes,', mail, { 'config.username': '' }, false],
    ['TLS, which is asked for now,', mail, { 'config.tls': 'true' }, false],
    ['the address', webhook, { 'config.url': 'https://y.org/in' }, true],
    ['the channel', bot, { 'config.channel': '#other' }, false],
  ] as const)('of which %s changed asks for its secret anew: %#', (_what, one, values, asked) => {
    const secrets = allChannelFields(one.type).filter(({ part }) => part === 'secrets');
    const now = { ...valuesOf(one), ...values };
    expect(secrets.some((field) => isAskedAnew(one, field, now, KEEP))).toBe(asked);
    expect(secrets.some((field) => isAskedAnew(one, field, now, { newSecret: true }))).toBe(false);
    expect(secrets.some((field) => isAskedAnew(null, field, now, KEEP))).toBe(false);
  });

  test('gets a new signing secret where one is asked for', () => {
    expect(changedChannelSettings(webhook, 'bot', valuesOf(webhook), { newSecret: true })).toEqual({
      secrets: { secret: null },
    });
  });

  test.each([
    ['a bot', bot, 'bot'],
    ['an incoming webhook', hook, 'webhook'],
    ['nothing yet', null, 'bot'],
  ])('of Slack with %s is reached by the %#. way', (_, one, way) => {
    expect(slackWayOf(one)).toBe(way);
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Channel, type ChannelField, type ChannelType, wayOf } from './channel-types.ts';
import {
  type ChannelValues,
  changedChannelSettings,
  isAskedAgain,
  newChannelSettings,
  valuesOf,
} from './channel-values.ts';

function field(path: string, more: Partial<ChannelField> = {}): ChannelField {
  const [part, name = ''] = path.split('.');
  return {
    name,
    part: part === 'secrets' ? 'secrets' : 'config',
    kind: 'text',
    label: name,
    help: '',
    placeholder: null,
    required: false,
    made_up: false,
    shortened: false,
    destination: false,
    goes_with: null,
    way: null,
    pattern: null,
    pattern_message: null,
    minimum: null,
    maximum: null,
    fallback: null,
    variable: null,
    ...more,
  };
}

const email: ChannelType = {
  type: 'email',
  label: 'E-mail',
  ways: [],
  fields: [
    field('config.host', { destination: true }),
    field('config.port', { kind: 'number', destination: true }),
    field('config.from', { kind: 'email' }),
    field('config.to', { kind: 'emails' }),
    field('config.username', { destination: true }),
    field('secrets.password', { goes_with: 'username' }),
    field('config.tls', { kind: 'switch', destination: true }),
  ],
};
const way = (value: string) => ({ value, label: value, help: '' });
const slack: ChannelType = {
  type: 'slack',
  label: 'Slack',
  ways: [way('bot'), way('webhook')],
  fields: [
    field('config.channel', { way: 'bot' }),
    field('secrets.token', { way: 'bot' }),
    field('secrets.webhook_url', { kind: 'address', way: 'webhook' }),
  ],
};
const signed: ChannelType = {
  type: 'webhook',
  label: 'Webhook',
  ways: [],
  fields: [
    field('config.url', { kind: 'address', shortened: true, destination: true }),
    field('secrets.secret', { made_up: true }),
  ],
};

/** What stands in the inputs, with some of it typed over. */
function typed(values: ChannelValues, changes: Readonly<Record<string, string>> = {}) {
  const part = (which: 'config' | 'secrets') => ({
    ...values[which],
    ...Object.fromEntries(
      Object.entries(changes).flatMap(([path, value]) =>
        path.startsWith(`${which}.`) ? [[path.slice(which.length + 1), value]] : [],
      ),
    ),
  });
  return { config: part('config'), secrets: part('secrets') };
}

const NOTHING = { config: {}, secrets: {} };

const channel = (more: Pick<Channel, 'type' | 'config' | 'secrets'>): Channel => ({
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  name: 'Operations',
  source: 'database',
  enabled: true,
  fallback: false,
  summary: '',
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
    expect(newChannelSettings(email, null, typed(NOTHING, values))).toEqual({
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
    expect(newChannelSettings(slack, 'webhook', typed(NOTHING, values))).toEqual({
      config: {},
      secrets: { webhook_url: 'https://hooks.slack.com/x' },
    });
  });

  test('is sent with what is no number as it is, for the answer to say so', () => {
    const { config } = newChannelSettings(email, null, typed(NOTHING, { 'config.port': 'smtp' }));
    expect(config).toEqual({ port: 'smtp' });
  });
});

describe('an edited channel', () => {
  test('is sent without what stays, secrets above all', () => {
    expect(changedChannelSettings(email, mail, null, valuesOf(email, mail), KEEP)).toEqual({});
  });

  test('is sent with what changes, null for what is taken away', () => {
    const values = typed(valuesOf(email, mail), { 'config.port': '', 'config.tls': 'true' });
    expect(changedChannelSettings(email, mail, null, values, KEEP)).toEqual({
      config: { port: null, tls: true },
    });
  });

  test('loses the password with the user name', () => {
    const values = typed(valuesOf(email, mail), { 'config.username': '' });
    expect(changedChannelSettings(email, mail, null, values, KEEP)).toEqual({
      config: { username: null },
      secrets: { password: null },
    });
  });

  test('of Slack that goes the other way loses what belongs to the one before', () => {
    const url = { 'secrets.webhook_url': 'https://hooks.slack.com/x' };
    expect(
      changedChannelSettings(slack, bot, 'webhook', typed(valuesOf(slack, bot), url), KEEP),
    ).toEqual({
      config: { channel: null },
      secrets: { webhook_url: 'https://hooks.slack.com/x', token: null },
    });
    const values = typed(NOTHING, { 'config.channel': '#ops', 'secrets.token': 'xoxb-1' });
    expect(changedChannelSettings(slack, hook, 'bot', values, KEEP)).toEqual({
      config: { channel: '#ops' },
      secrets: { token: 'xoxb-1', webhook_url: null },
    });
  });

  test('keeps its address where none is entered, and is never sent what is shown of it', () => {
    expect(valuesOf(signed, webhook)).toEqual({ config: { url: '' }, secrets: { secret: '' } });
    expect(changedChannelSettings(signed, webhook, null, NOTHING, KEEP)).toEqual({});
    const values = typed(NOTHING, { 'config.url': 'https://y.org/in' });
    expect(changedChannelSettings(signed, webhook, null, values, KEEP)).toEqual({
      config: { url: 'https://y.org/in' },
    });
  });

  test.each([
    ['nothing', email, mail, {}, false],
    ['the recipients', email, mail, { 'config.to': 'c@example.com' }, false],
    ['the server', email, mail, { 'config.host': 'smtp.example.org' }, true],
    ['the port', email, mail, { 'config.port': '465' }, true],
    ['the account', email, mail, { 'config.username': 'other' }, true],
    ['the account, which goes,', email, mail, { 'config.username': '' }, false],
    ['TLS, which is asked for now,', email, mail, { 'config.tls': 'true' }, false],
    ['the address', signed, webhook, { 'config.url': 'https://y.org/in' }, true],
    ['the channel', slack, bot, { 'config.channel': '#other' }, false],
  ] as const)(
    'of which %s changed asks for its secret again: %#',
    (_what, type, one, values, asked) => {
      const now = typed(valuesOf(type, one), values);
      const isAsked = (of: Channel | null, newSecret: boolean) =>
        type.fields.some((secret) => isAskedAgain(type, of, secret, now, { newSecret }));
      expect(isAsked(one, false)).toBe(asked);
      expect(isAsked(one, true)).toBe(false);
      expect(isAsked(null, false)).toBe(false);
    },
  );

  test('gets a new signing secret where one is asked for', () => {
    expect(
      changedChannelSettings(signed, webhook, null, valuesOf(signed, webhook), { newSecret: true }),
    ).toEqual({
      secrets: { secret: null },
    });
  });

  test.each([
    ['a bot', bot, 'bot'],
    ['an incoming webhook', hook, 'webhook'],
    ['nothing yet', null, 'bot'],
  ])('of Slack with %s is reached by the %#. way', (_, one, expected) => {
    expect(wayOf(slack, one)).toBe(expected);
  });
});

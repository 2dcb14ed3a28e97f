import { describe, expect, test } from '@jest/globals';
import {
  type ChannelFields,
  DomainError,
  fieldsToKeep,
  type GivenFields,
  readChannelSettings,
} from '@klaxon/domain';
import { channelTypes } from './channel-providers.ts';

const WHSEC = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const MAIL = { host: 'smtp.example.org', from: 'klaxon@example.org', to: ['ops@example.org'] };

function providerOf(type: string) {
  const provider = channelTypes.get(type);
  if (!provider) throw new Error(`there is no ${type}`);
  return provider;
}

const readSettings = (type: string, given: ChannelFields) =>
  readChannelSettings(providerOf(type), given);
const toKeep = (type: string, given: ChannelFields) => fieldsToKeep(providerOf(type), given);

/** The faults, as `path: message`. */
function faults(type: string, config: GivenFields, secrets: GivenFields = {}) {
  try {
    readSettings(type, { config, secrets });
  } catch (error) {
    if (error instanceof DomainError)
      return error.faults.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe('the settings of a channel', () => {
  test.each<[string, GivenFields, GivenFields]>([
    ['slack', { channel: '#ops' }, { token: 'xoxb-1' }],
    ['slack', {}, { webhook_url: 'https://hooks.slack.com/services/T/B/x' }],
    ['email', MAIL, {}],
    ['email', { ...MAIL, port: 465, tls: true, username: 'klaxon' }, { password: 'secret' }],
    ['telegram', { chat_id: '-1001234567890', message_thread_id: 7 }, { bot_token: '1:A-b_c' }],
    ['telegram', { chat_id: '@operations' }, { bot_token: '1:A' }],
  ])('of %s: %j are taken', (type, config, secrets) => {
    expect(readSettings(type, { config, secrets })).toMatchObject({ type, config, secrets });
  });

  test('of a webhook have its address among the secrets, and show where it leads', () => {
    const url = 'https://receiver.example.org/in?token=of-the-receiver-1a2b';
    const shown = 'https://receiver.example.org/…1a2b';
    const settings = {
      type: 'webhook',
      config: { url: shown },
      secrets: { url, secret: WHSEC },
    } as const;
    const read = (config: GivenFields, secrets: GivenFields) =>
      readSettings('webhook', { config, secrets });
    expect(read({ url }, { secret: WHSEC })).toEqual(settings);
    expect(read(settings.config, settings.secrets)).toEqual(settings);
    const moved = read({ url: 'https://other.example.org/' }, settings.secrets);
    expect(moved.secrets).toEqual({ url: 'https://other.example.org/', secret: WHSEC });
  });

  test('of a webhook that were kept before addresses were sealed are kept sealed from now on', () => {
    const url = 'https://receiver.example.org/in?token=of-the-receiver-1a2b';
    const kept = toKeep('webhook', { config: { url }, secrets: { secret: WHSEC } });
    expect(kept).toEqual({
      config: { url: 'https://receiver.example.org/…1a2b' },
      secrets: { secret: WHSEC, url },
    });
    expect(toKeep('webhook', kept)).toEqual(kept);
    const mail = { config: MAIL, secrets: { password: 'x' } };
    expect(toKeep('email', mail)).toEqual(mail);
  });

  test('of a webhook do not take for an address what is shown of one', () => {
    expect(faults('webhook', { url: 'https://x.org/…1a2b' }, { secret: WHSEC })).toEqual([
      'config.url: must be the whole address: this is what is shown of one',
    ]);
    expect(faults('webhook', {}, { secret: WHSEC })).toEqual(['config.url: is missing']);
    const kept = { url: 'https://x.org/', secret: WHSEC };
    expect(faults('webhook', { url: null }, kept)).toEqual(['config.url: is missing']);
  });

  test('have their defaults, and null for what is not set', () => {
    expect(readSettings('email', { config: MAIL, secrets: {} })).toEqual({
      type: 'email',
      config: { ...MAIL, port: 587, username: null, tls: false },
      secrets: { password: null },
    });
  });

  test('that were read can be read again', () => {
    const first = readSettings('slack', {
      config: { channel: '#ops' },
      secrets: { token: 'xoxb-1' },
    });
    expect(readSettings('slack', first)).toEqual(first);
  });

  test('of Slack need a token and a channel, or a webhook, and not both', () => {
    const hook = 'https://hooks.slack.com/services/T/B/x';
    expect(faults('slack', {})).toEqual(['secrets.token: is missing; or give webhook_url instead']);
    expect(faults('slack', {}, { token: 'xoxb-1' })).toEqual([
      'config.channel: is missing: a bot token needs to know where to post',
    ]);
    expect(faults('slack', { channel: '#ops' }, { token: 'x', webhook_url: hook })).toEqual([
      'secrets.webhook_url: must not be given together with token',
    ]);
    expect(faults('slack', { channel: '#ops' }, { webhook_url: hook })).toEqual([
      'config.channel: must not be given with webhook_url, which has its own channel',
    ]);
    expect(faults('slack', {}, { webhook_url: 'http://hooks.slack.com/x' })).toEqual([
      'secrets.webhook_url: must be an address that starts with https://',
    ]);
  });

  test('of e-mail name every field that is wrong', () => {
    const config = {
      host: 'smtp example',
      port: 70_000,
      from: 'Klaxon <klaxon@example.org>',
      to: ['ops@example.org', 'a@x.org, b@x.org', 'a@x.org\r\nRCPT TO:<b@x.org>'],
      tls: 'yes',
    };
    expect(faults('email', config)).toEqual([
      'config.host: must be the name or the address of a mail server',
      'config.port: must be a whole number from 1 to 65535',
      'config.from: must be one bare e-mail address such as ops@example.com',
      'config.to.1: must be one bare e-mail address such as ops@example.com',
      'config.to.2: must be one bare e-mail address such as ops@example.com',
      'config.tls: must be true or false',
    ]);
    expect(faults('email', { ...MAIL, to: [] })).toEqual([
      'config.to: must be a list of at least one e-mail address',
    ]);
    expect(faults('email', {})).toHaveLength(3);
  });

  test('of e-mail have a user name and a password together or not at all', () => {
    expect(faults('email', { ...MAIL, username: 'klaxon' })).toEqual([
      'secrets.password: is missing: username and password go together',
    ]);
    expect(faults('email', MAIL, { password: 'x' })).toEqual([
      'config.username: is missing: username and password go together',
    ]);
  });

  test.each(['1:A/../../x', '1:A?x', 'A:1', '1:', '1:A B'])(
    'of Telegram refuse the token %j, which could lead elsewhere',
    (token) => {
      expect(faults('telegram', { chat_id: '1' }, { bot_token: token })).toEqual([
        'secrets.bot_token: must be a Telegram bot token such as 123456:ABC…',
      ]);
    },
  );

  test.each(['ftp://x', 'javascript:alert(1)', '/relative', 'https://user:pw@example.org'])(
    'of a webhook refuse the address %j',
    (url) => {
      const [fault] = faults('webhook', { url }, { secret: WHSEC });
      expect(fault).toMatch(/^config\.url: must (be an address|not hold a user name)/);
    },
  );

  test.each([
    ['whsec_', 'nothing'],
    [`whsec_${Buffer.alloc(23).toString('base64')}`, '23 bytes'],
    [`whsec_${Buffer.alloc(65).toString('base64')}`, '65 bytes'],
    [Buffer.alloc(24).toString('base64'), 'no prefix'],
  ])('of a webhook refuse the secret %s (%s)', (secret) => {
    expect(faults('webhook', { url: 'https://x.org' }, { secret })).toEqual([
      'secrets.secret: must be whsec_ and 24 to 64 random bytes in base64',
    ]);
  });

  test('refuse fields they do not have, among them those of Object.prototype', () => {
    expect(faults('webhook', { url: 'https://x.org', token: 'x' }, { secret: WHSEC })).toEqual([
      'config.token: is not a field here',
    ]);
    expect(faults('telegram', { chat_id: '1', constructor: 1 }, { bot_token: '1:A' })).toEqual([
      'config.constructor: is not a field here',
    ]);
  });

  test('never repeat a value that was refused', () => {
    const canary = 'c4n4ry c4n4ry';
    for (const type of ['slack', 'email', 'telegram', 'webhook'] as const) {
      const config = { channel: [canary], host: canary, from: canary, to: [canary], url: canary };
      const secrets = { token: canary, bot_token: canary, secret: canary, webhook_url: canary };
      const said = faults(type, config, secrets);
      expect(said.length).toBeGreaterThan(0);
      expect(said.join()).not.toContain('c4n4ry');
    }
  });
});

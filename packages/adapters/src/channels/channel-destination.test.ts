import { describe, expect, test } from '@jest/globals';
import {
  type ChannelFields,
  type ChannelType,
  DomainError,
  expectSecretsAnew,
  type GivenFields,
} from '@klaxon/domain';
import { emailChannel } from './email/email-channel.ts';
import { slackChannel } from './slack/slack-channel.ts';
import { telegramChannel } from './telegram/telegram-channel.ts';
import { webhookChannel } from './webhook/webhook-channel.ts';

const MAIL: ChannelFields = {
  config: { host: 'smtp.example.org', port: 587, username: 'klaxon', tls: true },
  secrets: { password: 'saved' },
};
const HOOK: ChannelFields = {
  config: { url: 'https://a.example.org/…' },
  secrets: { url: 'https://a.example.org/in', secret: 'whsec_saved' },
};

/** Which secrets an edit must bring. */
function askedFor(
  type: ChannelType,
  before: ChannelFields,
  { config = {}, secrets = {} }: Partial<ChannelFields>,
  given: GivenFields = {},
): readonly string[] {
  const after = {
    config: { ...before.config, ...config },
    secrets: { ...before.secrets, ...secrets, ...given },
  };
  try {
    expectSecretsAnew(type, before, after, given);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.faults.map(({ path }) => path);
    throw error;
  }
}

describe('the saved password of a mail server', () => {
  test.each([
    ['another host', { host: 'smtp.evil.example' }],
    ['another port, where something else may listen', { port: 465 }],
    ['another account', { username: 'other' }],
    ['no TLS any more, so that others on the way read it', { tls: false }],
  ])('is to be given again for %s', (_what, config) => {
    expect(askedFor(emailChannel, MAIL, { config })).toEqual(['secrets.password']);
    expect(askedFor(emailChannel, MAIL, { config }, { password: 'given' })).toEqual([]);
    expect(askedFor(emailChannel, MAIL, { config }, { password: null })).toEqual([]);
  });

  test.each([
    ['the recipients', { to: ['other@example.org'] }],
    ['the sender', { from: 'other@example.org' }],
    ['nothing', {}],
  ])('stays where %s changed', (_what, config) => {
    expect(askedFor(emailChannel, MAIL, { config })).toEqual([]);
  });

  test('stays where TLS is asked for from now on, and where the usual port is now written out', () => {
    const before = {
      ...MAIL,
      config: { host: 'smtp.example.org', username: 'klaxon', tls: false },
    };
    expect(askedFor(emailChannel, before, { config: { tls: true, port: 587 } })).toEqual([]);
  });

  test('is not asked for where there is none', () => {
    const before = { config: { host: 'a', port: 25, username: null }, secrets: {} };
    expect(askedFor(emailChannel, before, { config: { host: 'b' } })).toEqual([]);
  });
});

describe('the signing secret of a webhook', () => {
  const moved = { secrets: { url: 'https://b.example.org/in' } };

  test('is to be given again, or made again, for another address', () => {
    expect(askedFor(webhookChannel, HOOK, moved)).toEqual(['secrets.secret']);
    expect(askedFor(webhookChannel, HOOK, moved, { secret: 'whsec_given' })).toEqual([]);
    expect(askedFor(webhookChannel, HOOK, moved, { secret: null })).toEqual([]);
    expect(askedFor(webhookChannel, HOOK, {})).toEqual([]);
  });

  test('stays where the address was kept in the open and is sealed now', () => {
    const before = {
      config: { url: 'https://a.example.org/in' },
      secrets: { secret: 'whsec_saved' },
    };
    expect(askedFor(webhookChannel, before, { secrets: { url: before.config.url } })).toEqual([]);
    expect(askedFor(webhookChannel, before, moved)).toEqual(['secrets.secret']);
  });
});

test('what goes to Slack or Telegram goes there whatever the chat', () => {
  const slack = { config: { channel: '#a' }, secrets: { token: 'xoxb-1' } };
  expect(askedFor(slackChannel, slack, { config: { channel: '#b' } })).toEqual([]);
  const telegram = { config: { chat_id: '1' }, secrets: { bot_token: '1:A' } };
  expect(askedFor(telegramChannel, telegram, { config: { chat_id: '2' } })).toEqual([]);
});

test('an edit that would send secrets elsewhere is told what to do, without them', () => {
  const after = { ...MAIL, config: { ...MAIL.config, host: 'smtp.evil.example', tls: false } };
  expect(() => expectSecretsAnew(emailChannel, MAIL, after, {})).toThrow(
    expect.objectContaining({
      kind: 'invalid',
      faults: [
        {
          path: 'secrets.password',
          message:
            'must be given again, since config.host, config.tls changed: what was saved for one place goes to no other',
        },
      ],
    }),
  );
});

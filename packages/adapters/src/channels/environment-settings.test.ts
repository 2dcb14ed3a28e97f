import { describe, expect, test } from '@jest/globals';
import { CHANNEL_VARIABLES, readEnvironmentChannels } from './environment-settings.ts';

const MAIL = {
  EMAIL_SMTP_HOST: 'smtp.example.org',
  EMAIL_FROM: 'klaxon@example.org',
  EMAIL_TO: 'ops@example.org, night@example.org',
};

describe('the channels of the environment', () => {
  test('are none where nothing is set', () => {
    expect(readEnvironmentChannels({})).toEqual({ channels: [], faults: [] });
  });

  test('are read as those that people set up', () => {
    const { channels, faults } = readEnvironmentChannels({
      ...MAIL,
      EMAIL_SMTP_PORT: '465',
      EMAIL_TLS: 'yes',
      SLACK_TOKEN: 'xoxb-1',
      SLACK_CHANNEL: '#ops',
      TELEGRAM_BOT_TOKEN: '1:A',
      TELEGRAM_CHAT_ID: '-100',
    });
    expect(faults).toEqual([]);
    expect(channels).toEqual([
      {
        type: 'slack',
        config: { channel: '#ops' },
        secrets: { token: 'xoxb-1', webhook_url: null },
      },
      {
        type: 'email',
        config: {
          host: 'smtp.example.org',
          port: 465,
          username: null,
          from: 'klaxon@example.org',
          to: ['ops@example.org', 'night@example.org'],
          tls: true,
        },
        secrets: { password: null },
      },
      {
        type: 'telegram',
        config: { chat_id: '-100', message_thread_id: null },
        secrets: { bot_token: '1:A' },
      },
    ]);
  });

  test('send mail from the user name where that is an address', () => {
    const { EMAIL_FROM: _, ...rest } = MAIL;
    const account = { EMAIL_USERNAME: 'mail@example.org', EMAIL_PASSWORD: 'x' };
    const { channels } = readEnvironmentChannels({ ...rest, ...account });
    expect(channels).toMatchObject([{ config: { from: 'mail@example.org' } }]);
  });

  test.each([
    [{ SLACK_TOKEN: 'xoxb-1' }, 'SLACK_TOKEN and SLACK_CHANNEL must be set together'],
    [{ TELEGRAM_CHAT_ID: '1' }, 'TELEGRAM_BOT_TOKEN and TELEGRAM_CHAT_ID must be set together'],
    [{ ...MAIL, EMAIL_PASSWORD: 'x' }, 'EMAIL_USERNAME and EMAIL_PASSWORD must be set together'],
    [
      { ...MAIL, EMAIL_TO: 'canary' },
      'EMAIL_TO must be one bare e-mail address such as ops@example.com',
    ],
    [
      { ...MAIL, EMAIL_SMTP_PORT: 'canary' },
      'EMAIL_SMTP_PORT must be a whole number from 1 to 65535',
    ],
    [{ ...MAIL, EMAIL_TLS: 'canary' }, 'EMAIL_TLS must be true or false'],
  ])(
    'that are set to %j are refused, and what is wrong is said without the value',
    (env, fault) => {
      expect(readEnvironmentChannels(env)).toEqual({ channels: [], faults: [fault] });
    },
  );

  test('need all that is required once they are set up', () => {
    expect(readEnvironmentChannels({ EMAIL_SMTP_HOST: 'smtp.example.org' }).faults).toEqual([
      'EMAIL_FROM must be set, since EMAIL_SMTP_HOST is',
      'EMAIL_TO must be set, since EMAIL_SMTP_HOST is',
    ]);
    expect(readEnvironmentChannels({ EMAIL_TO: 'ops@example.org' }).faults).toEqual([]);
  });

  test('have variables of their own, no two of them the same', () => {
    expect(new Set(CHANNEL_VARIABLES).size).toBe(CHANNEL_VARIABLES.length);
    expect(CHANNEL_VARIABLES).toContain('TELEGRAM_API_URL');
  });
});

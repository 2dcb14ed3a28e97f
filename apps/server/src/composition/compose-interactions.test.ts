import { describe, expect, test } from '@jest/globals';
import type { MessageActions } from '@klaxon/application';
import { START } from '@klaxon/testing';
import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import type { Env } from '../config/env.ts';
import { readSecrets } from '../config/secrets.ts';
import { composeInteractions } from './compose-interactions.ts';

const actions: MessageActions = { preview: async () => null, act: async () => null };
const telegram = { TELEGRAM_BOT_TOKEN: '123456:token', TELEGRAM_CHAT_ID: '-100' };
const WEBHOOK_SECRET = 'a-webhook-secret_';

function composed(env: Env, offered: MessageActions | null = actions) {
  const warnings: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
  const config = readConfig(env);
  const parts = composeInteractions(offered, config, readSecrets(env), {
    databaseUrl: 'postgres://db',
    clock: { now: () => 0 },
    logger,
  });
  return {
    ...parts,
    warnings,
    listensTo: parts.listeners.map(({ name }) => name),
    isOpen: [parts.slackInteractions !== null, parts.telegramInteractions !== null],
  };
}

describe('pressed buttons', () => {
  test('reach Klaxon no way that was not configured', () => {
    expect(composed({})).toMatchObject({ listensTo: [], isOpen: [false, false], warnings: [] });
  });

  test('in Slack come by request where there is a signing secret', () => {
    const { slackInteractions, listensTo } = composed({ SLACK_SIGNING_SECRET: 'secret' });
    expect(listensTo).toEqual([]);
    const unsigned = { body: Buffer.from('{}'), timestamp: String(START), signature: 'v0=' };
    expect(slackInteractions?.isGenuine(unsigned)).toBe(false);
  });

  test('in Slack come over a connection of Klaxon where there is an app-level token', () => {
    const { listensTo, isOpen } = composed({ SLACK_APP_TOKEN: 'xapp-1-token' });
    expect(listensTo).toEqual(['Slack connection']);
    expect(isOpen).toEqual([false, false]);
  });

  test('in Telegram are asked for, unless Telegram was given a secret for its requests', () => {
    expect(composed(telegram)).toMatchObject({
      listensTo: ['Telegram polling'],
      isOpen: [false, false],
    });
    const { listensTo, telegramInteractions } = composed({
      ...telegram,
      TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    });
    expect(listensTo).toEqual([]);
    expect(telegramInteractions?.isGenuine({ secretToken: WEBHOOK_SECRET })).toBe(true);
    expect(telegramInteractions?.isGenuine({ secretToken: `${WEBHOOK_SECRET}!` })).toBe(false);
  });

  test('in Telegram are left alone where another program reads them', () => {
    expect(composed({ ...telegram, TELEGRAM_UPDATES: 'off' })).toMatchObject({
      listensTo: [],
      isOpen: [false, false],
    });
  });

  test('never exist without a key to sign them, and that is said', () => {
    const env = { ...telegram, SLACK_SIGNING_SECRET: 'secret', SLACK_APP_TOKEN: 'xapp-1-token' };
    const { listensTo, isOpen, warnings } = composed(env, null);
    expect([listensTo, isOpen]).toEqual([[], [false, false]]);
    expect(warnings).toEqual([expect.stringContaining('SECRET_KEY')]);
  });

  test.each([
    [{ TELEGRAM_UPDATES: 'webhook' }, 'TELEGRAM_WEBHOOK_SECRET must be set'],
    [{ TELEGRAM_WEBHOOK_SECRET: 'hunter2!' }, 'TELEGRAM_WEBHOOK_SECRET must be 16 to 256'],
    [{ SLACK_APP_TOKEN: 'xoxb-hunter2' }, 'SLACK_APP_TOKEN must be an app-level token'],
  ])('are configured by %j: that is refused, without repeating a secret', (env, fault) => {
    const attempt = () => composed(env);
    expect(attempt).toThrow(fault);
    expect(attempt).not.toThrow('hunter2');
  });
});

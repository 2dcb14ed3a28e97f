import { afterEach, describe, expect, test } from '@jest/globals';
import type { HttpDouble } from './http-double.ts';
import { SLACK_CHANNEL, SLACK_CHANNEL_ID, SLACK_TOKEN, slackDouble } from './slack-double.ts';
import { TELEGRAM_CHAT_ID, TELEGRAM_TOKEN, telegramDouble } from './telegram-double.ts';

const doubles: HttpDouble[] = [];
afterEach(async () => {
  for (const double of doubles.splice(0)) await double.close();
});

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const fields: unknown = await answer.json();
  return { status: answer.status, fields };
}

describe('the double of Slack refuses, with HTTP 200,', () => {
  const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'x' } }];
  const button = (index: number) => ({
    type: 'button',
    text: { type: 'plain_text', text: 'x' },
    action_id: `a${index}`,
    value: 'v',
  });
  const buttons = (count: number) => [
    { type: 'actions', elements: Array.from({ length: count }, (_, index) => button(index)) },
  ];

  async function call(method: string, fields: object) {
    const slack = await slackDouble();
    doubles.push(slack);
    const body = { channel: SLACK_CHANNEL, text: 'x', blocks, ...fields };
    const headers = { authorization: `Bearer ${SLACK_TOKEN}` };
    return post(`${slack.url}/${method}`, body, headers);
  }

  test.each([
    ['an unknown thread', 'chat.postMessage', { thread_ts: '1.2' }, 'thread_not_found'],
    [
      'an update of an unknown message',
      'chat.update',
      { channel: SLACK_CHANNEL_ID, ts: '1.2' },
      'message_not_found',
    ],
    ['an update by a channel’s name', 'chat.update', { ts: '1.2' }, 'channel_not_found'],
    ['another channel', 'chat.postMessage', { channel: '#other' }, 'channel_not_found'],
    ['26 buttons', 'chat.postMessage', { blocks: buttons(26) }, 'invalid_blocks'],
    [
      'two buttons of one name',
      'chat.postMessage',
      { blocks: [{ type: 'actions', elements: [button(1), button(1)] }] },
      'invalid_blocks',
    ],
    ['a text too long', 'chat.postMessage', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['metadata without a type', 'chat.postMessage', { metadata: {} }, 'invalid_metadata_format'],
    ['a method it does not have', 'chat.delete', {}, 'unknown_method'],
  ])('%s', async (_, method, fields, error) => {
    expect(await call(method, fields)).toEqual({ status: 200, fields: { ok: false, error } });
  });

  test('but takes 25 buttons', async () => {
    expect(await call('chat.postMessage', { blocks: buttons(25) })).toMatchObject({
      fields: { ok: true, channel: SLACK_CHANNEL_ID },
    });
  });
});

describe('the double of Telegram refuses', () => {
  async function call(method: string, fields: object) {
    const telegram = await telegramDouble();
    doubles.push(telegram);
    const body = { chat_id: TELEGRAM_CHAT_ID, text: 'x', ...fields };
    return post(`${telegram.url}/bot${TELEGRAM_TOKEN}/${method}`, body);
  }

  const keyboard = (data: string) => ({
    reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] },
  });

  test.each([
    ['callback data over 64 bytes', 'sendMessage', keyboard('é'.repeat(33)), 'BUTTON_DATA_INVALID'],
    ['an edit of an unknown message', 'editMessageText', { message_id: 1 }, 'message to edit'],
    [
      'an answer to an unknown message',
      'sendMessage',
      { reply_parameters: { message_id: 1 } },
      'message to be replied not found',
    ],
    ['an unknown topic', 'sendMessage', { message_thread_id: 99 }, 'message thread not found'],
    ['an unclosed tag', 'sendMessage', { text: '<b>x', parse_mode: 'HTML' }, "can't parse"],
    ['4,097 characters', 'sendMessage', { text: 'x'.repeat(4_097) }, 'message is too long'],
    ['another chat', 'sendMessage', { chat_id: '1' }, 'chat not found'],
  ])('%s', async (_, method, fields, description) => {
    expect(await call(method, fields)).toMatchObject({
      status: 400,
      fields: { ok: false, error_code: 400, description: expect.stringContaining(description) },
    });
  });

  test('but takes callback data of 64 bytes', async () => {
    expect(await call('sendMessage', keyboard('é'.repeat(32)))).toMatchObject({ status: 200 });
  });
});

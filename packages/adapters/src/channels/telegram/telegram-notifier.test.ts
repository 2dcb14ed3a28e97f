import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type HttpAnswer,
  jsonReply,
  readTelegramHtml,
  TELEGRAM_CHAT_ID,
  TELEGRAM_TOKEN,
  TELEGRAM_TOPIC,
  type TelegramDouble,
  telegramButtons,
  telegramDouble,
  telegramRefusal,
} from '@klaxon/testing';
import fc from 'fast-check';
import { escapeHtml } from '../shared/escape-markup.ts';
import { messageLines } from '../shared/message-lines.ts';
import { hostileBundle, hostileMessage } from '../test-support/hostile-message.ts';
import {
  ACTIONS,
  DELIVERY_ID,
  FIRST,
  sampleBundle,
  sampleMessage,
} from '../test-support/sample-message.ts';
import { telegramNotifier } from './telegram-notifier.ts';

let telegram: TelegramDouble;
beforeEach(async () => {
  telegram = await telegramDouble();
});
afterEach(() => telegram.close());

function notifier(
  overrides: { token?: string; chatId?: string; topic?: number; total?: number } = {},
) {
  return telegramNotifier({
    token: overrides.token ?? TELEGRAM_TOKEN,
    chatId: overrides.chatId ?? TELEGRAM_CHAT_ID,
    messageThreadId: overrides.topic ?? null,
    baseUrl: telegram.url,
    timeouts: { connect: 1_000, total: overrides.total ?? 5_000 },
  });
}

async function outcomeOf(answer: HttpAnswer, total?: number) {
  telegram.answer(answer);
  const outcome = await notifier(total === undefined ? {} : { total }).send(sampleMessage(), FIRST);
  expect(JSON.stringify(outcome)).not.toContain('secret');
  return outcome;
}

function lastBody() {
  return telegram.requests.at(-1)?.body ?? {};
}

function lastText(): string {
  return String(lastBody()['text']);
}

describe('what Telegram is sent', () => {
  test('headline, number, title, facts, labels, reason and link, in this order', async () => {
    await notifier().send(sampleMessage(), FIRST);
    expect(readTelegramHtml(lastText())?.text).toBe(
      [
        '🚨 New Incident Created',
        '#1042 Checkout answers slowly',
        'p99 is over 2 s',
        'Severity: critical\nStatus: 🔴 open\nSince: 2026-11-23 10:01:44 UTC\nAssignee: nobody yet\nFiring alerts: 3',
        'service: checkout\nteam: payments',
        'An alert of a new group fired',
        'Open the incident',
      ].join('\n\n'),
    );
    expect(telegram.requests[0]?.body).toMatchObject({
      link_preview_options: { is_disabled: true },
    });
  });

  test('hostile text stays text, within the limit of Telegram, at the first try', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        const before = telegram.requests.length;
        expect(await notifier().send(message, FIRST)).toMatchObject({ result: 'sent' });
        expect(telegram.requests).toHaveLength(before + 1);
        const tags = readTelegramHtml(lastText())?.tags ?? [];
        const links = tags.filter((tag) => tag.startsWith('a '));
        expect(links[0]).toBe(`a href="${message.url}"`);
        const addresses = messageLines(message).links.map(
          ({ url }) => `a href="${escapeHtml(url)}"`,
        );
        for (const link of links) expect(addresses).toContain(link);
        // Headline, title and the five facts.
        expect(tags.filter((tag) => tag === 'b')).toHaveLength(7);
        expect(lastText().length).toBeLessThanOrEqual(4_096);
        expect(telegramButtons(lastBody())).toHaveLength(message.actions.length);
      }),
      { numRuns: 60 },
    );
  });

  test('hostile text is within the limit as plain text too', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        telegram.answer(telegramRefusal(400, "Bad Request: can't parse entities"));
        expect(await notifier().send(message, FIRST)).toMatchObject({ result: 'sent' });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a conversation', () => {
  const later = { deliveryId: DELIVERY_ID, firstProviderId: '-100200300:77' };

  test('actions are buttons, with their tokens behind them', async () => {
    await notifier().send(sampleMessage({ actions: ACTIONS }), FIRST);
    expect(telegramButtons(lastBody())).toEqual([
      { text: 'Acknowledge', callback_data: ACTIONS[0]?.token },
      { text: 'Resolve', callback_data: ACTIONS[1]?.token },
    ]);
  });

  test('a token that Telegram would refuse costs the button, not the message', async () => {
    const actions = ACTIONS.map((action) => ({ ...action, token: 'é'.repeat(33) }));
    expect(await notifier().send(sampleMessage({ actions }), FIRST)).toMatchObject({
      result: 'sent',
    });
    expect(telegramButtons(lastBody())).toEqual([]);
  });

  test('later messages answer the first', async () => {
    await notifier().send(sampleMessage(), FIRST);
    const outcome = await notifier().send(sampleMessage({ kind: 'acknowledged' }), later);
    expect(outcome).toEqual({ result: 'sent', providerId: '-100200300:78' });
    expect(telegram.messages.map(({ replyTo }) => replyTo)).toEqual([null, 77]);
  });

  test('an answer to a first message that is gone stands for itself', async () => {
    const outcome = await notifier().send(sampleMessage({ kind: 'acknowledged' }), later);
    expect(outcome).toMatchObject({ result: 'sent' });
    expect(telegram.messages.map(({ replyTo }) => replyTo)).toEqual([null]);
  });

  test('where the chat of the first message is gone, the conversation starts again in the configured one', async () => {
    const elsewhere = { ...later, firstProviderId: '-5:77' };
    expect(await notifier().send(sampleMessage({ kind: 'resolved' }), elsewhere)).toMatchObject({
      result: 'sent',
    });
    expect(lastText()).toContain('<code>service</code>: <code>checkout</code>');
  });

  test('in a forum, all goes to its topic', async () => {
    const forum = notifier({ topic: TELEGRAM_TOPIC });
    await forum.send(sampleMessage(), FIRST);
    await forum.send(sampleMessage({ kind: 'resolved' }), later);
    await forum.sendBundle(sampleBundle(), DELIVERY_ID);
    expect(telegram.messages.map(({ body }) => body['message_thread_id'])).toEqual([7, 7, 7]);
    expect(await notifier({ topic: 8 }).send(sampleMessage(), FIRST)).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('check the topic'),
    });
  });

  test('an update replaces the first message by how things are, without buttons once all is over', async () => {
    await notifier().send(sampleMessage({ actions: ACTIONS }), FIRST);
    const resolved = sampleMessage({ kind: 'grown', status: 'resolved', assigneeId: 'alice' });
    expect(await notifier().update?.(resolved, later.firstProviderId)).toMatchObject({
      result: 'sent',
    });
    const [first, ...more] = telegram.messages;
    expect(more).toEqual([]);
    expect(first?.body['text']).toContain('<b>🎉 Incident Resolved</b>');
    expect(first?.body['text']).toContain('<b>Status:</b> 🟢 resolved');
    expect(telegramButtons(first?.body ?? {})).toEqual([]);
  });

  test('an update that changes nothing is done', async () => {
    await notifier().send(sampleMessage(), FIRST);
    expect(await notifier().update?.(sampleMessage(), later.firstProviderId)).toEqual({
      result: 'sent',
      providerId: later.firstProviderId,
    });
  });

  test('an update of a message that is gone does nothing', async () => {
    expect(await notifier().update?.(sampleMessage(), later.firstProviderId)).toMatchObject({
      result: 'failed',
    });
    expect(telegram.requests).toHaveLength(1);
  });

  test('hostile text stays text in an answer and an update too', async () => {
    await notifier().send(sampleMessage(), FIRST);
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        expect(await notifier().send(message, later)).toMatchObject({ result: 'sent' });
        expect(lastBody()).toHaveProperty('parse_mode');
        expect(await notifier().update?.(message, later.firstProviderId)).toMatchObject({
          result: 'sent',
        });
        expect(lastBody()).toHaveProperty('parse_mode');
      }),
      { numRuns: 30 },
    );
  });
});

describe('a bundle', () => {
  test('is one message with a line for each incident, the number of the rest and a link', async () => {
    expect(await notifier().sendBundle(sampleBundle(), DELIVERY_ID)).toMatchObject({
      result: 'sent',
    });
    expect(readTelegramHtml(lastText())?.text).toContain(
      '🟠 high, new: #1043 Checkout <answers> slowly',
    );
    expect(lastText()).toContain('… and 20 more');
  });

  test('hostile titles stay text, within the limit of Telegram', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        expect(await notifier().sendBundle(bundle, DELIVERY_ID)).toMatchObject({ result: 'sent' });
        expect(readTelegramHtml(lastText())?.tags).toEqual(['b', `a href="${bundle.url}"`]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what comes of an answer', () => {
  test('ok is sent, with the numbers of the chat and the message', async () => {
    expect(await notifier().send(sampleMessage(), FIRST)).toEqual({
      result: 'sent',
      providerId: '-100200300:77',
    });
  });

  test('a message that Telegram cannot parse goes once more without markup', async () => {
    const outcome = await outcomeOf(
      telegramRefusal(400, "Bad Request: can't parse entities: Unsupported start tag"),
    );
    expect(outcome).toEqual({ result: 'sent', providerId: '-100200300:77' });
    expect(telegram.requests).toHaveLength(2);
    expect(telegram.requests[1]?.body).not.toHaveProperty('parse_mode');
    expect(lastText()).toContain('Open the incident: https://klaxon.example.com/incidents/');
  });

  test('a message that Telegram can parse neither way fails after the second try', async () => {
    telegram.answer(telegramRefusal(400, "Bad Request: can't parse entities"));
    expect(
      await outcomeOf(telegramRefusal(400, "Bad Request: can't parse entities")),
    ).toMatchObject({
      result: 'failed',
    });
    expect(telegram.requests).toHaveLength(2);
  });

  test('a group that became a supergroup is followed, also by later messages', async () => {
    const moved = notifier({ chatId: '-200' });
    telegram.answer(
      telegramRefusal(400, 'Bad Request: group chat was upgraded', {
        migrate_to_chat_id: Number(TELEGRAM_CHAT_ID),
      }),
    );
    expect(await moved.send(sampleMessage(), FIRST)).toMatchObject({ result: 'sent' });
    expect(await moved.send(sampleMessage(), FIRST)).toMatchObject({ result: 'sent' });
    expect(telegram.requests.map(({ body }) => body['chat_id'])).toEqual([
      '-200',
      TELEGRAM_CHAT_ID,
      TELEGRAM_CHAT_ID,
    ]);
  });

  test.each([
    [
      telegramRefusal(401, 'Unauthorized'),
      'Telegram refused the message (401: Unauthorized); check the bot token',
    ],
    [
      telegramRefusal(404, 'Not Found'),
      'Telegram refused the message (404: Not Found); check the bot token',
    ],
    [
      telegramRefusal(403, 'Forbidden: bot was kicked'),
      'Telegram refused the message (403: Forbidden: bot was kicked); add the bot to the chat again, and let it write there',
    ],
    [
      telegramRefusal(400, 'Bad Request: chat not found'),
      'Telegram refused the message (400: Bad Request: chat not found); check the chat id',
    ],
  ])('a refusal fails for good and says what to do', async (answer, error) => {
    expect(await outcomeOf(answer)).toEqual({ result: 'failed', error });
  });

  test.each([
    [
      'parameters.retry_after',
      telegramRefusal(429, 'Too Many Requests', { retry_after: 17 }),
      17_000,
    ],
    ['the header', jsonReply({ ok: false, error_code: 429 }, 429, { 'retry-after': '5' }), 5_000],
    [
      'more than an hour',
      telegramRefusal(429, 'Too Many Requests', { retry_after: 1e9 }),
      3_600_000,
    ],
    ['nothing', telegramRefusal(429, 'Too Many Requests'), null],
  ])('a 429 waits as long as it says: %s', async (_, answer, retryAfter) => {
    expect(await outcomeOf(answer)).toMatchObject({ result: 'retry', retryAfter });
  });

  test.each<[string, HttpAnswer]>([
    ['a 500', telegramRefusal(500, 'Internal Server Error')],
    ['a 502 of a proxy', { status: 502, body: '<html>' }],
    ['a 200 that is not JSON', { body: 'ok' }],
    ['a broken connection', 'drop'],
    ['an answer over 64 KiB', jsonReply({ ok: true, padding: 'x'.repeat(65 * 1024) })],
  ])('%s is worth another try', async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({ result: 'retry' });
  });

  test('a server that never answers is given up in time, and the URL with its token is not told', async () => {
    expect(await outcomeOf('hang', 50)).toEqual({
      result: 'retry',
      error: 'Telegram could not be reached: no answer within 0.05 s',
      retryAfter: null,
    });
  });

  test('a description that repeats the token, or half of it, is told without', async () => {
    const secretPart = TELEGRAM_TOKEN.split(':')[1];
    const outcome = await outcomeOf(
      telegramRefusal(400, `no ${TELEGRAM_TOKEN} and no ${secretPart}`),
    );
    expect(outcome).toMatchObject({ error: expect.stringContaining('no *** and no ***') });
  });
});

test('options that could never work are refused by name, without their value', () => {
  expect(() => notifier({ token: 'secret/../x' })).toThrow(
    /^token: must be a Telegram bot token such as/,
  );
  expect(() => notifier({ chatId: '' })).toThrow(/^chatId: /);
  expect(() => notifier({ topic: 0.5 })).toThrow(/^messageThreadId: /);
});

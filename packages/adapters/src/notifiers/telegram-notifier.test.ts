import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { telegramNotifier } from './telegram-notifier.ts';
import { hostileMessage } from './test-support/hostile-message.ts';
import { type HttpAnswer, type HttpDouble, json } from './test-support/http-double.ts';
import { sampleMessage } from './test-support/sample-message.ts';
import {
  CHAT_ID,
  parseHtml,
  refusal,
  TELEGRAM_TOKEN,
  telegramDouble,
} from './test-support/telegram-double.ts';

let telegram: HttpDouble;
beforeEach(async () => {
  telegram = await telegramDouble();
});
afterEach(() => telegram.close());

function notifier(overrides: { token?: string; chatId?: string; total?: number } = {}) {
  return telegramNotifier({
    token: overrides.token ?? TELEGRAM_TOKEN,
    chatId: overrides.chatId ?? CHAT_ID,
    baseUrl: telegram.url,
    timeouts: { connect: 1_000, total: overrides.total ?? 5_000 },
  });
}

async function outcomeOf(answer: HttpAnswer, total?: number) {
  telegram.answer(answer);
  const outcome = await notifier(total === undefined ? {} : { total }).send(sampleMessage());
  expect(JSON.stringify(outcome)).not.toContain('secret');
  return outcome;
}

function lastText(): string {
  return String(telegram.requests.at(-1)?.body['text']);
}

describe('what Telegram is sent', () => {
  test('headline, number, title, facts, labels, reason and link, in this order', async () => {
    await notifier().send(sampleMessage());
    expect(parseHtml(lastText())?.text).toBe(
      [
        '🚨 New Incident Created',
        '#1042 Checkout answers slowly',
        'p99 is over 2 s',
        'Severity: critical\nStatus: open\nSince: 2026-11-23 10:01:44 UTC\nFiring alerts: 3',
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
        expect(await notifier().send(message)).toMatchObject({ result: 'sent' });
        expect(telegram.requests).toHaveLength(before + 1);
        const tags = parseHtml(lastText())?.tags ?? [];
        expect(tags.filter((tag) => tag.startsWith('a '))).toEqual([`a href="${message.url}"`]);
        // Headline, title and the four facts.
        expect(tags.filter((tag) => tag === 'b')).toHaveLength(6);
        expect(lastText().length).toBeLessThanOrEqual(4_096);
      }),
      { numRuns: 60 },
    );
  });

  test('hostile text is within the limit as plain text too', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        telegram.answer(refusal(400, "Bad Request: can't parse entities"));
        expect(await notifier().send(message)).toMatchObject({ result: 'sent' });
      }),
      { numRuns: 30 },
    );
  });
});

describe('what comes of an answer', () => {
  test('ok is sent, with the number of the message', async () => {
    expect(await notifier().send(sampleMessage())).toEqual({ result: 'sent', providerId: '77' });
  });

  test('a message that Telegram cannot parse goes once more without markup', async () => {
    const outcome = await outcomeOf(
      refusal(400, "Bad Request: can't parse entities: Unsupported start tag"),
    );
    expect(outcome).toEqual({ result: 'sent', providerId: '77' });
    expect(telegram.requests).toHaveLength(2);
    expect(telegram.requests[1]?.body).not.toHaveProperty('parse_mode');
    expect(lastText()).toContain('\nhttps://klaxon.example.com/incidents/');
  });

  test('a message that Telegram can parse neither way fails after the second try', async () => {
    telegram.answer(refusal(400, "Bad Request: can't parse entities"));
    expect(await outcomeOf(refusal(400, "Bad Request: can't parse entities"))).toMatchObject({
      result: 'failed',
    });
    expect(telegram.requests).toHaveLength(2);
  });

  test('a group that became a supergroup is followed, also by later messages', async () => {
    const moved = notifier({ chatId: '-200' });
    telegram.answer(
      refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: Number(CHAT_ID) }),
    );
    expect(await moved.send(sampleMessage())).toMatchObject({ result: 'sent' });
    expect(await moved.send(sampleMessage())).toMatchObject({ result: 'sent' });
    expect(telegram.requests.map(({ body }) => body['chat_id'])).toEqual([
      '-200',
      CHAT_ID,
      CHAT_ID,
    ]);
  });

  test.each([
    [
      refusal(401, 'Unauthorized'),
      'Telegram refused the message (401: Unauthorized); check the bot token',
    ],
    [
      refusal(404, 'Not Found'),
      'Telegram refused the message (404: Not Found); check the bot token',
    ],
    [
      refusal(403, 'Forbidden: bot was kicked'),
      'Telegram refused the message (403: Forbidden: bot was kicked); add the bot to the chat again, and let it write there',
    ],
    [
      refusal(400, 'Bad Request: chat not found'),
      'Telegram refused the message (400: Bad Request: chat not found); check the chat id',
    ],
  ])('a refusal fails for good and says what to do', async (answer, error) => {
    expect(await outcomeOf(answer)).toEqual({ result: 'failed', error });
  });

  test.each([
    ['parameters.retry_after', refusal(429, 'Too Many Requests', { retry_after: 17 }), 17_000],
    ['the header', json({ ok: false, error_code: 429 }, 429, { 'retry-after': '5' }), 5_000],
    ['more than an hour', refusal(429, 'Too Many Requests', { retry_after: 1e9 }), 3_600_000],
    ['nothing', refusal(429, 'Too Many Requests'), null],
  ])('a 429 waits as long as it says: %s', async (_, answer, retryAfter) => {
    expect(await outcomeOf(answer)).toMatchObject({ result: 'retry', retryAfter });
  });

  test.each<[string, HttpAnswer]>([
    ['a 500', refusal(500, 'Internal Server Error')],
    ['a 502 of a proxy', { status: 502, body: '<html>' }],
    ['a 200 that is not JSON', { body: 'ok' }],
    ['a broken connection', 'drop'],
    ['an answer over 64 KiB', json({ ok: true, padding: 'x'.repeat(65 * 1024) })],
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
    const outcome = await outcomeOf(refusal(400, `no ${TELEGRAM_TOKEN} and no ${secretPart}`));
    expect(outcome).toMatchObject({ error: expect.stringContaining('no *** and no ***') });
  });
});

test('options that could never work are refused by name, without their value', () => {
  expect(() => notifier({ token: 'secret/../x' })).toThrow(
    /^token: must be a Telegram bot token such as/,
  );
  expect(() => notifier({ chatId: '' })).toThrow(/^chatId: /);
});

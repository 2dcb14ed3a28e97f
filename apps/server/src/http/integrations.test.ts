import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isSameSecret, slackSignature } from '@klaxon/adapters';
import type { TelegramProof } from '@klaxon/application';
import { DomainError, MINUTE, SECOND } from '@klaxon/domain';
import { MovableClock, START } from '@klaxon/testing';
import type { FastifyInstance } from 'fastify';
import { stubApp } from './testing/stub-app.ts';

const SECRET = 'a signing secret';
const URL = '/api/integrations/slack/actions';

const WEBHOOK_SECRET = 'a-webhook-secret_';

/** What came through, and what becomes of it. */
let received: unknown[];
let receive: () => Promise<void>;
let app: FastifyInstance;
let closedApp: FastifyInstance;

beforeAll(async () => {
  const take = async (interaction: unknown) => {
    received.push(interaction);
    await receive();
  };
  const isSlack = slackSignature(SECRET, new MovableClock());
  const isTelegram = ({ secretToken }: TelegramProof) => isSameSecret(secretToken, WEBHOOK_SECRET);
  app = await stubApp({
    chats: {
      slackInteractions: { isGenuine: isSlack, receive: take },
      telegramInteractions: { isGenuine: isTelegram, receive: take },
    },
  });
  closedApp = await stubApp({ chats: { slackInteractions: null, telegramInteractions: null } });
});
beforeEach(() => {
  received = [];
  receive = async () => {};
});

const away = async () => {
  throw new DomainError('unavailable', 'The database cannot be reached.');
};

function pressed(payload: string, secret = SECRET, at = START) {
  const body = new URLSearchParams({ payload }).toString();
  const timestamp = String(at / SECOND);
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`);
  return {
    method: 'POST',
    url: URL,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hmac.digest('hex')}`,
    },
    payload: body,
  } as const;
}

const PAYLOAD = { type: 'block_actions', user: { username: 'Zoë & co' } };

describe('what Slack reports', () => {
  test('is received as it was signed, and answered with nothing', async () => {
    const answer = await app.inject(pressed(JSON.stringify(PAYLOAD)));
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect(received).toEqual([PAYLOAD]);
  });

  test.each([
    ['another secret', pressed('{}', 'another secret')],
    ['an older time', pressed('{}', SECRET, START - 5 * MINUTE - SECOND)],
    ['a later time', pressed('{}', SECRET, START + 5 * MINUTE + SECOND)],
    ['another body', { ...pressed('{}'), payload: pressed('[]').payload }],
    [
      'no signature',
      { ...pressed('{}'), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
  ])('with the signature of %s is refused', async (_name, request) => {
    const answer = await app.inject(request);
    expect(answer.json()).toMatchObject({ status: 403 });
    expect(received).toEqual([]);
  });

  test.each(['', 'nonsense', '{'])('with the payload %j is a 400', async (payload) => {
    const answer = await app.inject(pressed(payload));
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'payload' }] });
  });

  test('in another shape than a form is a 415', async () => {
    const { payload, ...request } = pressed('{}');
    const headers = { ...request.headers, 'content-type': 'application/json' };
    expect((await app.inject({ ...request, headers, payload })).statusCode).toBe(415);
  });

  test('is closed where no secret is set, before anything is read', async () => {
    const answer = await closedApp.inject(pressed(JSON.stringify(PAYLOAD)));
    expect(answer.json()).toMatchObject({
      status: 404,
      detail: expect.stringContaining('SLACK_SIGNING_SECRET'),
    });
  });

  test('is a 503 when it cannot be done: Slack shows the person a failure', async () => {
    receive = away;
    expect((await app.inject(pressed('{}'))).statusCode).toBe(503);
  });

  test('is answered within three seconds even while it takes longer', async () => {
    receive = () => new Promise(() => {});
    const answered = app.inject(pressed('{}')).then(({ statusCode }) => statusCode);
    // Both count on the same clock, however busy the machine is.
    expect(await Promise.race([answered, delay(3_000, 'too late')])).toBe(200);
  });
});

const reported = (payload: object, secret: string | null = WEBHOOK_SECRET) =>
  ({
    method: 'POST',
    url: '/api/integrations/telegram/updates',
    headers: secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret },
    payload,
  }) as const;

const UPDATE = { update_id: 7, callback_query: { id: '1', from: { id: 2 }, data: 'token' } };

describe('what Telegram reports', () => {
  test('is received and answered with nothing', async () => {
    const answer = await app.inject(reported(UPDATE));
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect(received).toEqual([UPDATE]);
  });

  test.each([null, '', 'another-secret', `${WEBHOOK_SECRET}_`, WEBHOOK_SECRET.slice(0, -1)])(
    'with the secret token %j is refused',
    async (secret) => {
      expect((await app.inject(reported(UPDATE, secret))).json()).toMatchObject({ status: 403 });
      expect(received).toEqual([]);
    },
  );

  test('is closed where no secret is set', async () => {
    expect((await closedApp.inject(reported(UPDATE))).json()).toMatchObject({
      status: 404,
      detail: expect.stringContaining('TELEGRAM_WEBHOOK_SECRET'),
    });
  });

  test('is a 503 when it cannot be done, so that Telegram comes again', async () => {
    receive = away;
    expect((await app.inject(reported(UPDATE))).statusCode).toBe(503);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import {
  type HttpDouble,
  type HttpReply,
  httpDouble,
  jsonReply,
  type SeenRequest,
  SLACK_APP_TOKEN,
  type SlackSocketDouble,
  slackSocketDouble,
  WaitingLine,
} from '@klaxon/testing';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';

let database: TestDatabase;
let telegram: HttpDouble;
let slack: SlackSocketDouble;
let server: KlaxonProcess;
let klaxon: KlaxonClient;
let stopped: Promise<number | null> | null = null;

/** Answers the exit code. */
function stop(): Promise<number | null> {
  stopped ??= server.end('SIGTERM');
  return stopped;
}

/** What people press in Telegram. */
const presses = new WaitingLine<object>();

async function telegramAnswers({ path }: SeenRequest): Promise<HttpReply> {
  if (path.endsWith('/getUpdates')) return jsonReply({ ok: true, result: [await presses.take()] });
  return jsonReply({ ok: true, result: { message_id: 77, chat: { id: -100 } } });
}

// Nobody can reach this Klaxon: it has no public address, and asks by itself.
beforeAll(async () => {
  database = await createTestDatabase();
  telegram = await httpDouble(telegramAnswers);
  slack = await slackSocketDouble();
  server = await startKlaxon({
    DATABASE_URL: database.url,
    SECRET_KEY: 'a passphrase that only this test knows',
    TELEGRAM_BOT_TOKEN: '123456:token',
    TELEGRAM_CHAT_ID: '-100',
    TELEGRAM_API_URL: telegram.url,
    SLACK_APP_TOKEN,
    SLACK_API_URL: slack.url,
  });
  klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
});

afterAll(async () => {
  await stop();
  await telegram?.close();
  await slack?.close();
  await database?.drop();
});

/** The tokens of the buttons below the message about this incident. */
function buttonsOf(title: string): Promise<readonly string[]> {
  return eventually(() => {
    const message = telegram.requests.find(
      ({ path, raw }) => path.endsWith('/sendMessage') && raw.includes(title),
    );
    return message
      ? [...message.raw.matchAll(/"callback_data":"([^"]+)"/g)].map(([, token = '']) => token)
      : null;
  });
}

async function open(title: string): Promise<string> {
  const { data } = await klaxon.POST('/api/incidents', { body: { title, severity: 'high' } });
  return data?.id ?? '';
}

function incident(id: string, status: 'acknowledged' | 'resolved') {
  return eventually(async () => {
    const { data } = await klaxon.GET('/api/incidents/{id}', { params: { path: { id } } });
    return data?.status === status ? data : null;
  });
}

describe('a button pressed where nobody can reach Klaxon', () => {
  test('in Telegram acts, and its person is answered', async () => {
    const id = await open('Telegram is told');
    const [acknowledge] = await buttonsOf('Telegram is told');
    const from = { id: 7, username: 'alice' };
    presses.put({ update_id: 1, callback_query: { id: 'query-1', from, data: acknowledge } });
    const { assignee_id, acknowledged_by } = await incident(id, 'acknowledged');
    expect([assignee_id, acknowledged_by]).toEqual(['telegram:alice', 'telegram:alice']);
    const answer = await eventually(
      () => telegram.requests.find(({ path }) => path.endsWith('/answerCallbackQuery')) ?? null,
    );
    expect(answer.body).toMatchObject({
      callback_query_id: 'query-1',
      text: expect.stringContaining('acknowledged by telegram:alice'),
    });
  });

  test('in Slack acts, and is confirmed', async () => {
    const id = await open('Slack is told');
    const [, resolve] = await buttonsOf('Slack is told');
    const socket = await slack.connections.take();
    const user = { id: 'U1', username: 'bob' };
    const actions = [{ type: 'button', action_id: 'klaxon_resolve', value: resolve }];
    const payload = { type: 'block_actions', user, actions };
    socket.send({ type: 'interactive', envelope_id: 'e-1', payload });
    expect(await socket.received.take()).toEqual({ envelope_id: 'e-1' });
    await incident(id, 'resolved');
  });

  test('is no reason to stop late', async () => {
    const before = performance.now();
    expect(await stop()).toBe(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

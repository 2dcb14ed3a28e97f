import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DomainError } from '@klaxon/domain';
import { type HttpDouble, type HttpReply, httpDouble, jsonReply } from '@klaxon/testing';
import { pollTelegram } from './telegram-polling.ts';

const TOKEN = '123456:a-secret_Token';

const update = (id: number) => ({ update_id: id, callback_query: { id: `query-${id}` } });
const updates = (...ids: readonly number[]) => jsonReply({ ok: true, result: ids.map(update) });
const refusal = (code: number, description: string, parameters?: object): HttpReply =>
  jsonReply({ ok: false, error_code: code, description, parameters }, code);

let telegram: HttpDouble;
let stopping: AbortController;
let running: Promise<void>;
let pauses: number[];
let logged: string[];

beforeEach(async () => {
  telegram = await httpDouble();
  // As Telegram does while nobody presses anything.
  telegram.answerAlways('hang');
  stopping = new AbortController();
  running = Promise.resolve();
  pauses = [];
  logged = [];
});
afterEach(async () => {
  stopping.abort();
  await running;
  await telegram.close();
});

/** Polls until it has asked so often and waits for the last answer. */
async function poll(
  questions: number,
  receive: (update: unknown) => Promise<void> = async () => {},
): Promise<readonly unknown[]> {
  running = pollTelegram(
    {
      token: TOKEN,
      baseUrl: telegram.url,
      receive,
      log: (level, message) => logged.push(`${level}: ${message}`),
      pause(failures) {
        pauses.push(failures);
        return 0;
      },
    },
    stopping.signal,
  );
  while (telegram.requests.length < questions) await setImmediate();
  return telegram.requests.map(({ body }) => body['offset']);
}

describe('polling Telegram', () => {
  test('takes what was pressed in order, and asks only for what comes after', async () => {
    const received: unknown[] = [];
    telegram.answer(updates(7, 8), updates(), updates(9));
    const offsets = await poll(4, async (one) => void received.push(one));
    expect(received).toEqual([update(7), update(8), update(9)]);
    expect(offsets).toEqual([0, 9, 9, 10]);
    expect(telegram.requests[0]).toMatchObject({
      path: `/bot${TOKEN}/getUpdates`,
      body: { timeout: 25, allowed_updates: ['callback_query'] },
    });
    expect(pauses).toEqual([]);
  });

  test('ends while Telegram holds the question', async () => {
    await poll(1);
    stopping.abort();
    await running;
    expect(telegram.requests).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  test('asks again for what could not be handled while the database is away', async () => {
    const received: unknown[] = [];
    let isAway = true;
    telegram.answer(updates(7, 8), updates(8));
    const offsets = await poll(3, async (one) => {
      if (isAway && received.length === 1) {
        isAway = false;
        throw new DomainError('unavailable', 'The database cannot be reached.');
      }
      received.push(one);
    });
    expect(received).toEqual([update(7), update(8)]);
    expect(offsets).toEqual([0, 8, 9]);
    expect(pauses).toEqual([1]);
  });

  test('is not held up by one that never can be handled', async () => {
    const received: unknown[] = [];
    telegram.answer(updates(7, 8));
    const offsets = await poll(2, async (one) => {
      if (received.push(one) === 1) throw new TypeError('it is odd');
    });
    expect(received).toHaveLength(2);
    expect(offsets).toEqual([0, 9]);
    expect(logged).toEqual([expect.stringContaining('it is odd')]);
  });

  test('waits longer after each failure, and again after a success', async () => {
    telegram.answer(
      'drop',
      refusal(500, 'Internal Server Error'),
      { status: 502, body: '<html>' },
      updates(),
      'drop',
    );
    await poll(6);
    expect(pauses).toEqual([1, 2, 3, 1]);
  });

  test('says once what to do where another program reads the updates', async () => {
    const conflict = refusal(409, 'Conflict: terminated by other getUpdates request');
    telegram.answer(conflict, conflict);
    await poll(3);
    expect(logged).toEqual([
      expect.stringMatching(/^warn: .*409: Conflict.*TELEGRAM_UPDATES=off/),
      expect.stringMatching(/^debug: /),
    ]);
  });

  test('gives the token away in no log line', async () => {
    telegram.answer(refusal(401, `Unauthorized: ${TOKEN}`), 'drop', { body: 'garbage' });
    await poll(4);
    expect(logged).toHaveLength(3);
    expect(logged.join('\n')).not.toContain('a-secret_Token');
  });

  test('passes over what is no update', async () => {
    const received: unknown[] = [];
    telegram.answer(jsonReply({ ok: true, result: [null, 'text', { update_id: 'x' }, update(7)] }));
    const offsets = await poll(2, async (one) => void received.push(one));
    expect(received).toEqual([update(7)]);
    expect(offsets).toEqual([0, 8]);
  });
});

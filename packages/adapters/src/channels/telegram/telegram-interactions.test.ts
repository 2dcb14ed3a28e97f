import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DomainError } from '@klaxon/domain';
import { type HttpDouble, httpDouble, jsonReply } from '@klaxon/testing';
import {
  outcome,
  type ScriptedActions,
  scriptedActions,
} from '../test-support/scripted-actions.ts';
import { telegramInteractions } from './telegram-interactions.ts';

const TOKEN = '123456:a-secret_Token';

let telegram: HttpDouble;
beforeAll(async () => {
  telegram = await httpDouble(({ path }) =>
    path === `/bot${TOKEN}/answerCallbackQuery`
      ? jsonReply({ ok: true, result: true })
      : jsonReply({ ok: false, error_code: 404, description: 'Not Found' }, 404),
  );
});
afterAll(() => telegram.close());

const press = (more: object = {}) => ({
  update_id: 73_001,
  callback_query: {
    id: '4382',
    from: { id: 1_112_233, username: 'alice' },
    data: 'the-token',
    chat_instance: '9',
    ...more,
  },
});

/** What Telegram was told while this was received. */
async function answersTo(update: unknown, actions: ScriptedActions): Promise<readonly unknown[]> {
  const before = telegram.requests.length;
  await telegramInteractions({ actions, token: TOKEN, baseUrl: telegram.url })(update);
  return telegram.requests.slice(before).map(({ body }) => body);
}

describe('a button pressed in Telegram', () => {
  test('acts in the name of who pressed and says so in passing', async () => {
    const actions = scriptedActions(outcome('done', '#1042 acknowledged by telegram:alice.'));
    expect(await answersTo(press(), actions)).toEqual([
      {
        callback_query_id: '4382',
        text: '#1042 acknowledged by telegram:alice.',
        show_alert: false,
      },
    ]);
    expect(actions.presses).toEqual([
      { token: 'the-token', actor: { id: 'telegram:alice', takesOver: true } },
    ]);
  });

  test.each([outcome('already'), outcome('too-late'), null])(
    'that changes nothing says why in a window to be closed',
    async (answer) => {
      expect(await answersTo(press(), scriptedActions(answer))).toEqual([
        expect.objectContaining({ show_alert: true, text: expect.stringMatching(/./) }),
      ]);
    },
  );

  test('says no more than the 200 characters that Telegram takes', async () => {
    const [answer] = await answersTo(press(), scriptedActions(outcome('already', 'é'.repeat(500))));
    expect(answer).toMatchObject({ text: `${'é'.repeat(199)}…` });
  });

  test('that cannot be done just now is told, and raised for another try', async () => {
    const error = new DomainError('unavailable', 'The database at db.internal cannot be reached.');
    const before = telegram.requests.length;
    await expect(answersTo(press(), scriptedActions(error))).rejects.toBe(error);
    expect(telegram.requests.slice(before).map(({ body }) => body)).toEqual([
      expect.objectContaining({ text: expect.not.stringContaining('db.internal') }),
    ]);
  });

  test('was done even if Telegram takes no answer any more', async () => {
    telegram.answer(
      jsonReply({ ok: false, error_code: 400, description: 'query is too old' }, 400),
    );
    const actions = scriptedActions(outcome('done'));
    await answersTo(press(), actions);
    expect(actions.presses).toHaveLength(1);
  });

  test('by somebody without a name is by their number', async () => {
    const actions = scriptedActions(outcome('done'));
    await answersTo(press({ from: { id: 1_112_233, first_name: 'Alice' } }), actions);
    expect(actions.presses).toMatchObject([{ actor: { id: 'telegram:1112233' } }]);
  });

  test('without data, as a game has it, does nothing', async () => {
    const actions = scriptedActions(outcome('done'));
    await answersTo(press({ data: undefined }), actions);
    expect(actions.presses).toEqual([]);
  });

  test.each([null, 'text', {}, { update_id: 1, message: { text: '/start' } }])(
    '%j is no button: it is let pass',
    async (update) => {
      const actions = scriptedActions(outcome('done'));
      expect(await answersTo(update, actions)).toEqual([]);
      expect(actions.presses).toEqual([]);
    },
  );
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DomainError } from '@klaxon/domain';
import { type HttpDouble, httpDouble } from '@klaxon/testing';
import {
  outcome,
  type ScriptedActions,
  scriptedActions,
} from '../test-support/scripted-actions.ts';
import { slackInteractions } from './slack-interactions.ts';

let slack: HttpDouble;
beforeAll(async () => {
  slack = await httpDouble();
});
afterAll(() => slack.close());

const press = (more: object = {}) => ({
  type: 'block_actions',
  user: { id: 'U2CERLKJA', username: 'alice', team_id: 'T1' },
  actions: [{ type: 'button', action_id: 'klaxon_acknowledge', value: 'the-token' }],
  response_url: `${slack.url}/actions/T1/1/x`,
  ...more,
});

/** What Slack was told while this was received. */
async function tellsOf(
  interaction: unknown,
  actions: ScriptedActions,
): Promise<readonly unknown[]> {
  const before = slack.requests.length;
  await slackInteractions({ actions, responseOrigin: slack.url })(interaction);
  return slack.requests.slice(before).map(({ body }) => body);
}

describe('a button pressed in Slack', () => {
  test('acts in the name of who pressed, and lets the message show it', async () => {
    const actions = scriptedActions(outcome('done'));
    expect(await tellsOf(press(), actions)).toEqual([]);
    expect(actions.presses).toEqual([
      { token: 'the-token', actor: { id: 'slack:alice', takesOver: true } },
    ]);
  });

  test.each(['already', 'too-late'] as const)(
    'that is %s is told to that person alone',
    async (state) => {
      const actions = scriptedActions(outcome(state, '#1042 is resolved by <@U1> & co.'));
      expect(await tellsOf(press(), actions)).toEqual([
        {
          response_type: 'ephemeral',
          replace_original: false,
          text: '#1042 is resolved by &lt;@U1&gt; &amp; co.',
        },
      ]);
    },
  );

  test('with a token that Klaxon never gave does nothing and says so', async () => {
    expect(await tellsOf(press(), scriptedActions(null))).toEqual([
      expect.objectContaining({ text: 'This button is not valid any more.' }),
    ]);
  });

  test('that cannot be done just now is told, and raised for another try', async () => {
    const error = new DomainError('unavailable', 'The database at db.internal cannot be reached.');
    const before = slack.requests.length;
    await expect(tellsOf(press(), scriptedActions(error))).rejects.toBe(error);
    const [told] = slack.requests.slice(before).map(({ body }) => String(body['text']));
    expect(told).toContain('press the button again');
    expect(told).not.toContain('db.internal');
  });

  test.each([
    'http://127.0.0.1:1/x',
    'https://hooks.slack.com.example.org/x',
    'https://hooks.slack.com@example.org/x',
    'file:///etc/passwd',
    'nonsense',
    7,
    undefined,
  ])('tells nothing to %j, which is not Slack', async (response_url) => {
    expect(await tellsOf(press({ response_url }), scriptedActions(outcome('already')))).toEqual([]);
  });

  test.each([
    [{ id: 'U1', username: 'bob' }, 'slack:bob'],
    [{ id: 'U1', name: 'bob' }, 'slack:bob'],
    [{ id: 'U1' }, 'slack:U1'],
    [{ username: 'eve\r\nFrom: \u202ealice' }, 'slack:eve From: alice'],
    [{ username: 7 }, 'slack:unknown'],
    [null, 'slack:unknown'],
  ])('by %j is by %s', async (user, id) => {
    const actions = scriptedActions(outcome('done'));
    await tellsOf(press({ user }), actions);
    expect(actions.presses).toMatchObject([{ actor: { id } }]);
  });

  test.each([
    null,
    'text',
    {},
    { type: 'view_submission' },
    { type: 'block_actions' },
    { type: 'block_actions', actions: 'none' },
    { type: 'block_actions', actions: [null, { type: 'button', url: 'https://example.org' }] },
  ])('%j is no button of Klaxon: it is let pass', async (interaction) => {
    const actions = scriptedActions(outcome('done'));
    expect(await tellsOf(interaction, actions)).toEqual([]);
    expect(actions.presses).toEqual([]);
  });
});

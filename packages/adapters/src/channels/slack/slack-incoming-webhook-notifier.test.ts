import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type HttpAnswer,
  type HttpDouble,
  SLACK_WEBHOOK_PATH,
  slackTexts,
  slackWebhookDouble,
} from '@klaxon/testing';
import fc from 'fast-check';
import { hostileMessage } from '../test-support/hostile-message.ts';
import {
  ACTIONS,
  DELIVERY_ID,
  FIRST,
  sampleBundle,
  sampleMessage,
} from '../test-support/sample-message.ts';
import { slackIncomingWebhookNotifier } from './slack-incoming-webhook-notifier.ts';

let slack: HttpDouble;
beforeEach(async () => {
  slack = await slackWebhookDouble();
});
afterEach(() => slack.close());

function notifier(total = 5_000) {
  return slackIncomingWebhookNotifier({
    url: `${slack.url}${SLACK_WEBHOOK_PATH}`,
    allowPrivate: ['127.0.0.1'],
    timeouts: { connect: 1_000, total },
  });
}

async function outcomeOf(answer: HttpAnswer, total?: number) {
  slack.answer(answer);
  const outcome = await notifier(total).send(sampleMessage(), FIRST);
  expect(JSON.stringify(outcome)).not.toContain('secret');
  return outcome;
}

test('"ok" is sent; there is no name to answer or update the message by', async () => {
  const slackWebhook = notifier();
  expect(await slackWebhook.send(sampleMessage(), FIRST)).toEqual({
    result: 'sent',
    providerId: null,
  });
  expect(await slackWebhook.sendBundle(sampleBundle(), DELIVERY_ID)).toMatchObject({
    result: 'sent',
  });
  expect(slackWebhook.update).toBeUndefined();
});

test('actions are links to the pages that ask before they act', async () => {
  await notifier().send(sampleMessage({ actions: ACTIONS }), FIRST);
  const text = slackTexts(slack.requests[0]?.body ?? {}).join('\n');
  expect(text).toContain(`<${ACTIONS[0]?.url}|Acknowledge>`);
  expect(text).toContain(`<${ACTIONS[1]?.url}|Resolve>`);
});

test('hostile text stays within the limits of Slack', async () => {
  await fc.assert(
    fc.asyncProperty(hostileMessage, async (message) => {
      expect(await notifier().send(message, FIRST)).toMatchObject({ result: 'sent' });
    }),
    { numRuns: 30 },
  );
});

describe('what comes of an answer', () => {
  test.each<[number, string]>([
    [400, 'invalid_payload'],
    [400, 'user_not_found'],
    [403, 'action_prohibited'],
    [404, 'channel_not_found'],
    [404, 'no_service'],
    [410, 'channel_is_archived'],
  ])('%i %s fails for good and says so', async (status, body) => {
    expect(await outcomeOf({ status, body })).toMatchObject({
      result: 'failed',
      error: expect.stringContaining(`HTTP ${status} (${body}): `),
    });
  });

  test.each([400, 500])(
    'a %i with a word that Slack does not have is told without it',
    async (status) => {
      const { error } = { error: '', ...(await outcomeOf({ status, body: 'internal_vault' })) };
      expect(error).toContain(`HTTP ${status}`);
      expect(error).not.toContain('vault');
    },
  );

  test('a 429 waits as long as Retry-After says', async () => {
    expect(await outcomeOf({ status: 429, headers: { 'retry-after': '7' } })).toMatchObject({
      result: 'retry',
      retryAfter: 7_000,
    });
  });

  test.each<[string, HttpAnswer]>([
    ['rollup_error', { status: 500, body: 'rollup_error' }],
    ['a 200 that is not "ok"', { body: '<html>Sign in</html>' }],
    ['a broken connection', 'drop'],
    ['an answer without end', { body: 'x'.repeat(65 * 1024) }],
  ])('%s is worth another try', async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({ result: 'retry' });
  });

  test('a redirect fails for good and is not followed', async () => {
    const headers = { location: `${slack.url}${SLACK_WEBHOOK_PATH}` };
    expect(await outcomeOf({ status: 302, headers })).toMatchObject({ result: 'failed' });
    expect(slack.requests).toHaveLength(1);
  });

  test('a server that never answers is given up in time', async () => {
    expect(await outcomeOf('hang', 50)).toMatchObject({
      result: 'retry',
      error: 'Slack could not be reached: no answer within 0.05 s',
    });
  });
});

test('an address inside one’s own network is not called, unless it is allowed', async () => {
  const guarded = slackIncomingWebhookNotifier({ url: `${slack.url}${SLACK_WEBHOOK_PATH}` });
  expect(await guarded.send(sampleMessage(), FIRST)).toMatchObject({
    result: 'failed',
    error: expect.stringContaining('ALLOW_PRIVATE_WEBHOOKS'),
  });
  expect(slack.requests).toEqual([]);
});

test.each(['ftp://example.com/x', 'example.com', 'https://user:secret@example.com/'])(
  '%j is refused, without being repeated',
  (url) => {
    expect(() => slackIncomingWebhookNotifier({ url })).toThrow(/^url: must (?!.*example)/);
  },
);

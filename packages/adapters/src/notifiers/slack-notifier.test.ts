import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeLabels } from '@klaxon/domain';
import fc from 'fast-check';
import { slackNotifier } from './slack-notifier.ts';
import { hostileMessage } from './test-support/hostile-message.ts';
import { type HttpAnswer, type HttpDouble, json } from './test-support/http-double.ts';
import { sampleMessage } from './test-support/sample-message.ts';
import { blocksOf, SLACK_TOKEN, slackDouble, textsOf } from './test-support/slack-double.ts';

let slack: HttpDouble;
beforeEach(async () => {
  slack = await slackDouble();
});
afterEach(() => slack.close());

function notifier(overrides: { token?: string; channel?: string; total?: number } = {}) {
  return slackNotifier({
    token: overrides.token ?? SLACK_TOKEN,
    channel: overrides.channel ?? '#incidents',
    baseUrl: slack.url,
    timeouts: { connect: 1_000, total: overrides.total ?? 5_000 },
  });
}

async function outcomeOf(answer: HttpAnswer, total?: number) {
  slack.answer(answer);
  const outcome = await notifier(total === undefined ? {} : { total }).send(sampleMessage());
  expect(JSON.stringify(outcome)).not.toContain('secret');
  return outcome;
}

function lastBody() {
  return slack.requests.at(-1)?.body ?? {};
}

describe('what Slack is sent', () => {
  test('headline, number, title and facts stand in the blocks and in the fallback text', async () => {
    await notifier().send(sampleMessage());
    expect(textsOf(lastBody())).toEqual([
      '🚨 New Incident Created: #1042 Checkout answers slowly (critical)',
      '🚨 New Incident Created',
      '#1042 Checkout answers slowly',
      'p99 is over 2 s',
      '*Severity*\ncritical',
      '*Status*\nopen',
      '*Since*\n2026-11-23 10:01:44 UTC',
      '*Firing alerts*\n3',
      '`service`: `checkout`\n`team`: `payments`',
      'An alert of a new group fired',
      '<https://klaxon.example.com/incidents/0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a|Open the incident>',
    ]);
  });

  test('no link is unfurled and no name becomes a mention', async () => {
    await notifier().send(sampleMessage());
    expect(lastBody()).toMatchObject({
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test('a link that is not http or https is left out', async () => {
    await notifier().send(sampleMessage({ url: 'javascript:alert(1)' }));
    expect(textsOf(lastBody()).join('\n')).not.toContain('javascript');
  });

  test('labels that do not fit are counted', async () => {
    const labels = makeLabels(
      Array.from({ length: 100 }, (_, i) => [`label_${i}`, 'v'.repeat(50)]),
    );
    await notifier().send(sampleMessage({ labels }));
    expect(textsOf(lastBody()).join('\n')).toMatch(/… and \d+ more/);
  });

  test('hostile text stays text, within the limits of Slack', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        expect(await notifier().send(message)).toMatchObject({ result: 'sent' });
        const texts = textsOf(lastBody());
        const markup = texts.flatMap((text) => text.match(/[<>][^<>]*>?/g) ?? []);
        expect(markup).toEqual([`<${message.url}|Open the incident>`]);
        for (const text of texts) expect(text).not.toMatch(/&(?!(amp|lt|gt);)/);
        expect(JSON.stringify(blocksOf(lastBody())).length).toBeLessThan(10_000);
        const labels = texts.find((text) => text.startsWith('`')) ?? '';
        for (const line of labels.split('\n'))
          expect(line).toMatch(/^(`[^`]+`: `[^`]+`|… and \d+ more)$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what comes of an answer', () => {
  test('ok:true with HTTP 200 is sent, with the channel and the time stamp as its id', async () => {
    expect(await notifier().send(sampleMessage())).toEqual({
      result: 'sent',
      providerId: 'C0INCIDENT:1763892104.000100',
    });
  });

  test('a wrong token fails for good and says what to check, without the token', async () => {
    const outcome = await notifier({ token: 'xoxb-another-secret' }).send(sampleMessage());
    expect(outcome).toEqual({
      result: 'failed',
      error: 'Slack refused the message (invalid_auth): check the bot token',
    });
  });

  test.each([
    'account_inactive',
    'token_revoked',
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'restricted_action',
  ])('%s fails for good', async (error) => {
    expect(await outcomeOf(json({ ok: false, error }))).toMatchObject({
      result: 'failed',
      error: expect.stringContaining(error),
    });
  });

  test.each([
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'internal_error',
    'fatal_error',
    'new_name',
  ])('%s is worth another try', async (error) => {
    expect(await outcomeOf(json({ ok: false, error }))).toMatchObject({
      result: 'retry',
      retryAfter: null,
    });
  });

  const date = 'Mon, 23 Nov 2026 10:00:00 GMT';
  test.each([
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['an HTTP date', { date, 'retry-after': 'Mon, 23 Nov 2026 10:02:00 GMT' }, 120_000],
    ['an HTTP date in the past', { date, 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT' }, 0],
    ['more than an hour', { 'retry-after': '99999' }, 3_600_000],
    ['a year away', { date, 'retry-after': 'Tue, 23 Nov 2027 10:00:00 GMT' }, 3_600_000],
    ['nonsense', { 'retry-after': 'soon' }, null],
    ['nothing', {}, null],
  ])('a 429 waits as long as Retry-After says: %s', async (_, headers, retryAfter) => {
    expect(await outcomeOf({ status: 429, headers, body: 'x'.repeat(100_000) })).toMatchObject({
      result: 'retry',
      retryAfter,
    });
  });

  test.each<[string, HttpAnswer]>([
    ['a 500', { status: 500, body: 'oops' }],
    ['a 503 that claims ok', json({ ok: true, channel: 'C1', ts: '1' }, 503)],
    ['a 200 that is not JSON', { body: '<html>ok</html>' }],
    ['a 200 with null', { body: 'null' }],
    ['a 200 that says nothing of ok', json({ channel: 'C1' })],
    ['a broken connection', 'drop'],
    ['an answer over 64 KiB', json({ ok: true, padding: 'x'.repeat(65 * 1024) })],
  ])('%s is worth another try', async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({ result: 'retry' });
  });

  test('a redirect is not followed', async () => {
    const headers = { location: `${slack.url}/chat.postMessage` };
    expect(await outcomeOf({ status: 307, headers })).toMatchObject({ result: 'retry' });
    expect(slack.requests).toHaveLength(1);
  });

  test('a 404 that is not of Slack fails for good', async () => {
    expect(await outcomeOf({ status: 404, body: 'not found' })).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('404'),
    });
  });

  test('a server that never answers is given up in time', async () => {
    expect(await outcomeOf('hang', 50)).toEqual({
      result: 'retry',
      error: 'Slack could not be reached: no answer within 0.05 s',
      retryAfter: null,
    });
  });

  test('a server that is not there is worth another try', async () => {
    await slack.close();
    expect(await notifier().send(sampleMessage())).toMatchObject({
      result: 'retry',
      error: 'Slack could not be reached: the connection failed (ECONNREFUSED)',
    });
    slack = await slackDouble();
  });

  test('an error that repeats the token is told without it', async () => {
    const outcome = await outcomeOf(json({ ok: false, error: `bad ${SLACK_TOKEN}` }));
    expect(outcome).toMatchObject({
      result: 'retry',
      error: 'Slack did not take the message (bad ***)',
    });
  });
});

test('options that could never work are refused by name, without their value', () => {
  expect(() => notifier({ token: 'two secrets' })).toThrow(/^token: must be a Slack bot token/);
  expect(() => notifier({ channel: ' ' })).toThrow(/^channel: /);
});

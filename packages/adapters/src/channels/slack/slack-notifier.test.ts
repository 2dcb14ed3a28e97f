import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeLabels } from '@klaxon/domain';
import {
  type HttpAnswer,
  jsonReply,
  SLACK_CHANNEL,
  SLACK_TOKEN,
  type SlackDouble,
  slackBlocks,
  slackButtons,
  slackDouble,
  slackTexts,
} from '@klaxon/testing';
import fc from 'fast-check';
import { messageLines } from '../shared/message-lines.ts';
import { hostileBundle, hostileMessage } from '../test-support/hostile-message.ts';
import {
  ACTIONS,
  DELIVERY_ID,
  FIRST,
  sampleBundle,
  sampleMessage,
} from '../test-support/sample-message.ts';
import { slackNotifier } from './slack-notifier.ts';

let slack: SlackDouble;
beforeEach(async () => {
  slack = await slackDouble();
});
afterEach(() => slack.close());

function notifier(overrides: { token?: string; channel?: string; total?: number } = {}) {
  return slackNotifier({
    token: overrides.token ?? SLACK_TOKEN,
    channel: overrides.channel ?? SLACK_CHANNEL,
    baseUrl: slack.url,
    timeouts: { connect: 1_000, total: overrides.total ?? 5_000 },
  });
}

async function outcomeOf(answer: HttpAnswer, total?: number) {
  slack.answer(answer);
  const outcome = await notifier(total === undefined ? {} : { total }).send(sampleMessage(), FIRST);
  expect(JSON.stringify(outcome)).not.toContain('secret');
  return outcome;
}

function lastBody() {
  return slack.requests.at(-1)?.body ?? {};
}

describe('what Slack is sent', () => {
  test('headline, number, title and facts stand in the blocks and in the fallback text', async () => {
    await notifier().send(sampleMessage(), FIRST);
    expect(slackTexts(lastBody())).toEqual([
      '🚨 New Incident Created: #1042 Checkout answers slowly (critical)',
      '🚨 New Incident Created',
      '#1042 Checkout answers slowly',
      'p99 is over 2 s',
      '*Severity*\ncritical',
      '*Status*\n🔴 open',
      '*Since*\n2026-11-23 10:01:44 UTC',
      '*Assignee*\nnobody yet',
      '*Firing alerts*\n3',
      '`service`: `checkout`\n`team`: `payments`',
      'An alert of a new group fired',
      '<https://klaxon.example.com/incidents/0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a|Open the incident>',
    ]);
  });

  test('no link is unfurled and no name becomes a mention', async () => {
    await notifier().send(sampleMessage(), FIRST);
    expect(lastBody()).toMatchObject({
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test('a link that is not http or https is left out', async () => {
    await notifier().send(sampleMessage({ url: 'javascript:alert(1)' }), FIRST);
    expect(slackTexts(lastBody()).join('\n')).not.toContain('javascript');
  });

  test('labels that do not fit are counted', async () => {
    const labels = makeLabels(
      Array.from({ length: 100 }, (_, i) => [`label_${i}`, 'v'.repeat(50)]),
    );
    await notifier().send(sampleMessage({ labels }), FIRST);
    expect(slackTexts(lastBody()).join('\n')).toMatch(/… and \d+ more/);
  });

  test('hostile text stays text, within the limits of Slack', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        expect(await notifier().send(message, FIRST)).toMatchObject({ result: 'sent' });
        const texts = slackTexts(lastBody());
        const markup = texts.flatMap((text) => text.match(/[<>][^<>]*>?/g) ?? []);
        expect(markup[0]).toBe(`<${message.url}|Open the incident>`);
        const addresses = messageLines(message).links.map(({ url }) =>
          url.replaceAll('&', '&amp;'),
        );
        for (const link of markup)
          expect(addresses).toContain(/^<(https?:[^|<>\s]+)\|[^|<>]+>$/.exec(link)?.[1]);
        expect(Object.values(slackButtons(lastBody()))).toEqual(
          message.actions.map(({ token }) => token),
        );
        for (const text of texts) expect(text).not.toMatch(/&(?!(amp|lt|gt);)/);
        expect(JSON.stringify(slackBlocks(lastBody())).length).toBeLessThan(10_000);
        const labels = texts.find((text) => text.startsWith('`')) ?? '';
        for (const line of labels.split('\n'))
          expect(line).toMatch(/^(`[^`]+`: `[^`]+`|… and \d+ more)$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a conversation', () => {
  const later = { deliveryId: DELIVERY_ID, firstProviderId: 'C0INCIDENT:1763892104.000100' };

  test('a message names its delivery, for whoever looks for it', async () => {
    await notifier().send(sampleMessage(), FIRST);
    expect(lastBody()['metadata']).toEqual({
      event_type: 'klaxon_delivery',
      event_payload: { delivery_id: DELIVERY_ID, incident_id: sampleMessage().incidentId },
    });
  });

  test('the first message offers the actions, each with its token', async () => {
    await notifier().send(sampleMessage({ actions: ACTIONS }), FIRST);
    expect(slackButtons(lastBody())).toEqual({
      klaxon_acknowledge: ACTIONS[0]?.token,
      klaxon_resolve: ACTIONS[1]?.token,
    });
  });

  test('later messages are replies to the first', async () => {
    await notifier().send(sampleMessage(), FIRST);
    const outcome = await notifier().send(sampleMessage({ kind: 'acknowledged' }), later);
    expect(outcome).toEqual({ result: 'sent', providerId: 'C0INCIDENT:1763892104.000200' });
    expect(slack.messages.map(({ threadTs }) => threadTs)).toEqual([null, '1763892104.000100']);
  });

  test.each([
    ['acknowledged', false],
    ['resolved', false],
    ['reopened', true],
    ['grown', true],
  ] as const)('of a reply that says %s, the channel hears: %s', async (kind, heard) => {
    await notifier().send(sampleMessage(), FIRST);
    await notifier().send(sampleMessage({ kind }), later);
    expect(lastBody()['reply_broadcast']).toBe(heard);
  });

  test('an update replaces the first message by how things are, without buttons once all is over', async () => {
    await notifier().send(sampleMessage({ actions: ACTIONS }), FIRST);
    const resolved = sampleMessage({ kind: 'resolved', status: 'resolved', assigneeId: 'alice' });
    const outcome = await notifier().update?.(resolved, later.firstProviderId);
    expect(outcome).toMatchObject({ result: 'sent' });
    expect(slack.messages).toHaveLength(1);
    const body = slack.messages[0]?.body ?? {};
    expect(slackTexts(body)).toEqual(
      expect.arrayContaining([
        '🎉 Incident Resolved',
        '*Status*\n🟢 resolved',
        '*Assignee*\nalice',
      ]),
    );
    expect(slackButtons(body)).toEqual({});
  });

  test('a reply to a first message that is gone becomes a new message, with all there is to say', async () => {
    const reopened = sampleMessage({ kind: 'reopened', actions: ACTIONS });
    expect(await notifier().send(reopened, later)).toMatchObject({ result: 'sent' });
    expect(slack.messages.map(({ threadTs }) => threadTs)).toEqual([null]);
    expect(Object.keys(slackButtons(lastBody()))).toHaveLength(2);
  });

  test('an update of a first message that is gone becomes a new message', async () => {
    await notifier().send(sampleMessage(), FIRST);
    slack.delete('1763892104.000100');
    const acknowledged = sampleMessage({ kind: 'acknowledged', status: 'acknowledged' });
    expect(await notifier().update?.(acknowledged, later.firstProviderId)).toMatchObject({
      result: 'sent',
    });
    expect(slackTexts(slack.messages[0]?.body ?? {})).toContain('✅ Incident Acknowledged');
  });

  test('an update that Slack does not allow posts nothing', async () => {
    slack.answer(jsonReply({ ok: false, error: 'edit_window_closed' }));
    const outcome = await notifier().update?.(sampleMessage(), later.firstProviderId);
    expect(outcome).toMatchObject({ result: 'failed' });
    expect(slack.requests).toHaveLength(1);
  });

  test('a name that is not of Slack’s giving starts a new conversation', async () => {
    const conversation = { deliveryId: DELIVERY_ID, firstProviderId: 'nonsense' };
    expect(await notifier().send(sampleMessage(), conversation)).toMatchObject({ result: 'sent' });
    expect(lastBody()).not.toHaveProperty('thread_ts');
  });

  test('hostile text stays text in a reply and an update too', async () => {
    await notifier().send(sampleMessage(), FIRST);
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        expect(await notifier().send(message, later)).toMatchObject({ result: 'sent' });
        expect(slackTexts(lastBody()).join('\n')).not.toMatch(/[<>]/);
        expect(await notifier().update?.(message, later.firstProviderId)).toMatchObject({
          result: 'sent',
        });
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
    const text = slackTexts(lastBody()).join('\n');
    expect(text).toContain('🟠 high, new: #1043 Checkout &lt;answers&gt; slowly');
    expect(text).toContain('… and 20 more');
    expect(text).toContain('|Open the list of incidents>');
  });

  test('hostile titles stay text, within the limits of Slack', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        expect(await notifier().sendBundle(bundle, DELIVERY_ID)).toMatchObject({ result: 'sent' });
        const markup = slackTexts(lastBody()).flatMap((text) => text.match(/[<>][^<>]*>?/g) ?? []);
        expect(markup).toEqual([`<${bundle.url}|Open the list of incidents>`]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what comes of an answer', () => {
  test('ok:true with HTTP 200 is sent, with the channel and the time stamp as its id', async () => {
    expect(await notifier().send(sampleMessage(), FIRST)).toEqual({
      result: 'sent',
      providerId: 'C0INCIDENT:1763892104.000100',
    });
  });

  test('a wrong token fails for good and says what to check, without the token', async () => {
    const outcome = await notifier({ token: 'xoxb-another-secret' }).send(sampleMessage(), FIRST);
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
    expect(await outcomeOf(jsonReply({ ok: false, error }))).toMatchObject({
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
    expect(await outcomeOf(jsonReply({ ok: false, error }))).toMatchObject({
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
    ['a 503 that claims ok', jsonReply({ ok: true, channel: 'C1', ts: '1' }, 503)],
    ['a 200 that is not JSON', { body: '<html>ok</html>' }],
    ['a 200 with null', { body: 'null' }],
    ['a 200 that says nothing of ok', jsonReply({ channel: 'C1' })],
    ['a broken connection', 'drop'],
    ['an answer over 64 KiB', jsonReply({ ok: true, padding: 'x'.repeat(65 * 1024) })],
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
    expect(await notifier().send(sampleMessage(), FIRST)).toMatchObject({
      result: 'retry',
      error: 'Slack could not be reached: the connection failed (ECONNREFUSED)',
    });
    slack = await slackDouble();
  });

  test('an error that repeats the token is told without it', async () => {
    const outcome = await outcomeOf(jsonReply({ ok: false, error: `bad ${SLACK_TOKEN}` }));
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

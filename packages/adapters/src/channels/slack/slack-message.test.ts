import { expect, test } from '@jest/globals';
import { asJson, expectGolden } from '../test-support/expect-golden.ts';
import { goldenMessage, sampleBundle, sampleMessage } from '../test-support/sample-message.ts';
import {
  slackBundle,
  slackCurrentMessage,
  slackMessage,
  slackReply,
  slackWebhookMessage,
} from './slack-message.ts';

test.each([
  ['first-created', slackMessage(goldenMessage('created'))],
  ['first-acknowledged', slackMessage(goldenMessage('acknowledged'))],
  ['reply-acknowledged', slackReply(goldenMessage('acknowledged'))],
  ['reply-resolved', slackReply(goldenMessage('resolved'))],
  ['reply-reopened', slackReply(goldenMessage('reopened'))],
  ['reply-grown', slackReply(goldenMessage('grown'))],
  ['current-grown', slackCurrentMessage(goldenMessage('grown'))],
  ['current-resolved', slackCurrentMessage(goldenMessage('resolved'))],
  ['webhook-created', slackWebhookMessage(goldenMessage('created'))],
  ['webhook-resolved', slackWebhookMessage(goldenMessage('resolved'))],
  ['bundle', slackBundle(sampleBundle())],
])('%s reads as it was approved', (name, body) => {
  expectGolden(import.meta.dirname, `${name}.json`, asJson(body));
});

test('links that do not fit are left out whole, the incident’s own is first', () => {
  const links = Array.from({ length: 5 }, (_, index) => ({
    label: `Link ${index}`,
    url: `https://example.com/${'x'.repeat(900)}/${index}`,
  }));
  const text = asJson(slackMessage(sampleMessage({ links })).blocks);
  expect(text).toContain('|Open the incident>');
  expect(text).toContain('|Link 0>');
  expect(text).not.toContain('Link 1');
});

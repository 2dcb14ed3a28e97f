import { expect, test } from '@jest/globals';
import { expectGolden } from '../test-support/expect-golden.ts';
import { goldenMessage, sampleBundle, sampleMessage } from '../test-support/sample-message.ts';
import {
  telegramBundle,
  telegramCurrentMessage,
  telegramMessage,
  telegramReply,
} from './telegram-message.ts';

test.each([
  ['first-created', telegramMessage(goldenMessage('created'))],
  ['first-acknowledged', telegramMessage(goldenMessage('acknowledged'))],
  ['reply-acknowledged', telegramReply(goldenMessage('acknowledged'))],
  ['reply-resolved', telegramReply(goldenMessage('resolved'))],
  ['reply-reopened', telegramReply(goldenMessage('reopened'))],
  ['reply-grown', telegramReply(goldenMessage('grown'))],
  ['current-grown', telegramCurrentMessage(goldenMessage('grown'))],
  ['current-resolved', telegramCurrentMessage(goldenMessage('resolved'))],
  ['bundle', telegramBundle(sampleBundle())],
])('%s reads as it was approved', (name, { html, plain }) => {
  expectGolden(import.meta.dirname, `${name}.txt`, `${html}\n\n--- without markup ---\n${plain}`);
});

test('links that do not fit are left out whole, the incident’s own is first', () => {
  const links = Array.from({ length: 3 }, (_, index) => ({
    label: `Link ${index}`,
    url: `https://example.com/${'x'.repeat(500)}/${index}`,
  }));
  const { html } = telegramMessage(sampleMessage({ links }));
  expect(html).toContain('>Open the incident</a>');
  expect(html).toContain('>Link 0</a>');
  expect(html).not.toContain('Link 1');
});

import { test } from '@jest/globals';
import { expectGolden } from '../test-support/expect-golden.ts';
import { DELIVERY_ID, goldenMessage, sampleBundle } from '../test-support/sample-message.ts';
import { type EmailMessage, emailBundle, emailMessage } from './email-message.ts';

const ROOT = '<incident-0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a@example.com>';

function later(kind: 'acknowledged' | 'resolved' | 'reopened' | 'grown'): EmailMessage {
  return emailMessage(goldenMessage(kind), DELIVERY_ID, ROOT, 'example.com');
}

test.each([
  ['created', emailMessage(goldenMessage('created'), DELIVERY_ID, null, 'example.com')],
  ['acknowledged', later('acknowledged')],
  ['resolved', later('resolved')],
  ['reopened', later('reopened')],
  ['grown', later('grown')],
  ['bundle', emailBundle(sampleBundle(), DELIVERY_ID, 'example.com')],
])('%s reads as it was approved', (name, { text, html, headers, ...rest }) => {
  const fields = Object.entries({ ...rest, ...headers }).map(
    ([field, value]) => `${field}: ${value}`,
  );
  const parts = [fields.join('\n'), '--- text ---', text, '--- HTML ---', html];
  expectGolden(import.meta.dirname, `${name}.txt`, parts.join('\n\n'));
});

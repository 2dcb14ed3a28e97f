import { expect, test } from '@jest/globals';
import { makeLabels } from '@klaxon/domain';
import fc from 'fast-check';
import { asJson, expectGolden } from '../test-support/expect-golden.ts';
import { hostileBundle, hostileMessage } from '../test-support/hostile-message.ts';
import { goldenMessage, sampleBundle, sampleMessage } from '../test-support/sample-message.ts';
import { webhookBundle, webhookPayload } from './webhook-payload.ts';

const NOW = Date.UTC(2026, 10, 23, 10, 2);

test.each([
  ['created', webhookPayload(goldenMessage('created'))],
  ['acknowledged', webhookPayload(goldenMessage('acknowledged'))],
  ['resolved', webhookPayload(goldenMessage('resolved'))],
  ['reopened', webhookPayload(goldenMessage('reopened'))],
  ['grown', webhookPayload(goldenMessage('grown'))],
  ['bundle', webhookBundle(sampleBundle(), NOW)],
])('%s reads as it was approved', (name, payload) => {
  expectGolden(import.meta.dirname, `${name}.json`, asJson(payload));
});

test('a test says that it is one', () => {
  const payload = webhookPayload(sampleMessage({ isTest: true }));
  expect(payload.type).toBe('test');
});

test('labels that do not fit are counted, those that say where to look stay', () => {
  const labels = makeLabels([
    ...Array.from({ length: 40 }, (_, i) => [`a_${i}`, 'v'.repeat(300)] as const),
    ['service', 'checkout'],
  ]);
  const data: object = webhookPayload(sampleMessage({ labels })).data;
  expect(data).toMatchObject({ labels: { service: 'checkout' }, labels_left_out: 21 });
});

test('a label of JavaScript’s own name is data', () => {
  const labels = makeLabels([['__proto__', 'x']]);
  expect(JSON.stringify(webhookPayload(sampleMessage({ labels })))).toContain('"__proto__":"x"');
});

test('a payload is less than 20 KB, whatever stands in it', () => {
  fc.assert(
    fc.property(hostileMessage, hostileBundle, (message, bundle) => {
      for (const payload of [webhookPayload(message), webhookBundle(bundle, NOW)]) {
        const text = JSON.stringify(payload);
        expect(Buffer.byteLength(text)).toBeLessThan(20_000);
        expect(text).not.toMatch(/[\u0000-\u001f]|\\u[0-9a-f]{4}/);
      }
    }),
    { numRuns: 100 },
  );
});

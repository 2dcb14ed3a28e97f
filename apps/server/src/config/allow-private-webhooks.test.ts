import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

function allowed(value?: string) {
  const env = value === undefined ? {} : { ALLOW_PRIVATE_WEBHOOKS: value };
  return readConfig(env).allowPrivateWebhooks;
}

test.each([
  [undefined, false],
  ['false', false],
  ['true', true],
  ['hooks.3com.internal, 10.1.0.0/16,fd00::/8', ['hooks.3com.internal', '10.1.0.0/16', 'fd00::/8']],
  ['192.168.7.7', ['192.168.7.7']],
])('%j lets webhooks into the private network: %j', (value, expected) => {
  expect(allowed(value)).toEqual(expected);
});

test.each([
  '10.0.0.0/33',
  'fd00::/129',
  '10.0.0.0/8/8',
  'https://hooks.internal',
  '300.1.1.1',
  'a b',
])('%j is refused', (value) => {
  expect(() => allowed(value)).toThrow(/ALLOW_PRIVATE_WEBHOOKS must be true, or host names/);
});

import { expect, test } from '@jest/globals';
import { signatureHeaders, webhookKey } from './standard-webhooks.ts';

const KNOWN = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

function keyOf(secret: string): Buffer {
  const key = webhookKey(secret);
  if (!key) throw new TypeError('no key');
  return key;
}

test('the signature is the one that the specification’s own library makes', () => {
  expect(
    signatureHeaders(
      [keyOf(KNOWN)],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1_614_265_330_999,
      '{"test": 2432232314}',
    ),
  ).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('while a secret is replaced there are two signatures', () => {
  const other = Buffer.alloc(32, 1);
  const sign = (keys: Buffer[]) => signatureHeaders(keys, 'id', 0, '{}')['webhook-signature'];
  expect(sign([keyOf(KNOWN), other])).toBe(`${sign([keyOf(KNOWN)])} ${sign([other])}`);
});

test.each([
  ['without its prefix', KNOWN.slice(6)],
  ['of another kind', `whsk_${KNOWN.slice(6)}`],
  ['of 23 bytes', `whsec_${Buffer.alloc(23).toString('base64')}`],
  ['of 65 bytes', `whsec_${Buffer.alloc(65).toString('base64')}`],
  ['that is no base64', `whsec_${'!'.repeat(40)}`],
  ['that is empty', ''],
])('a secret %s is no key', (_, secret) => expect(webhookKey(secret)).toBeNull());

import { expect, test } from '@jest/globals';
import { callPolicy } from './private-addresses.ts';

const strict = callPolicy(false);

test.each([
  '93.184.216.34',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '223.255.255.255',
  '2606:4700::1111',
  '64:ff9b::5db8:d822',
  '::ffff:93.184.216.34',
])('%s is public', (address) => expect(strict('x.example', address)).toBe(true));

test.each([
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '127.8.8.8',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.251',
  '239.255.255.250',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:a00:1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1%eth0',
  'ff02::1',
])('%s is not', (address) => expect(strict('x.example', address)).toBe(false));

test('what is allowed is allowed by name, by address or by block, and nothing beside it', () => {
  const some = callPolicy(['Hooks.Internal.', '10.1.0.0/16', 'fd00::/8', '192.168.7.7']);
  expect(some('hooks.internal', '192.168.1.1')).toBe(true);
  expect(some('x.hooks.internal', '192.168.1.1')).toBe(false);
  expect(some('x.example', '10.1.2.3')).toBe(true);
  expect(some('x.example', '::ffff:10.1.2.3')).toBe(true);
  expect(some('x.example', '10.2.0.1')).toBe(false);
  expect(some('x.example', 'fd99::1')).toBe(true);
  expect(some('192.168.7.7', '192.168.7.7')).toBe(true);
  expect(some('192.168.7.8', '192.168.7.8')).toBe(false);
});

test('an address is not allowed by a name that only looks like it', () => {
  expect(callPolicy(['10.0.0.1'])('10.0.0.1', '10.0.0.2')).toBe(false);
});

test.each(['10.0.0.0/33', '::/129', 'https://example.com', '10.0.0.0/', '300.1.1.1', ''])(
  '%j names nothing that could be allowed',
  (entry) => {
    expect(() => callPolicy([entry])).toThrow(/^allowPrivate: /);
  },
);

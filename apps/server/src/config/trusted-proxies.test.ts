import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

test('only the proxies that are named are believed, and by default none', () => {
  expect(readConfig({}).trustedProxies).toEqual([]);
  const TRUSTED_PROXIES = '10.0.0.7, 10.1.0.0/16,fd00::/8, loopback';
  expect(readConfig({ TRUSTED_PROXIES }).trustedProxies).toEqual([
    '10.0.0.7',
    '10.1.0.0/16',
    'fd00::/8',
    'loopback',
  ]);
});

test.each(['true', '*', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.example.org', '10.0.0.7,all'])(
  '%s is refused: anybody could choose the address they seem to come from',
  (TRUSTED_PROXIES) => {
    expect(() => readConfig({ TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES must be addresses/);
  },
);

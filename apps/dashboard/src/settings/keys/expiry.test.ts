import { expect, test } from '@jest/globals';
import { expiryOf } from './expiry.ts';

const NOW = Date.parse('2026-11-26T12:00:00.000Z');

test.each([
  ['30', '2026-12-26T12:00:00.000Z'],
  ['365', '2027-11-26T12:00:00.000Z'],
  ['', null],
])('a key for %p days ends at %p', (days, end) => {
  expect(expiryOf(days, NOW)).toBe(end);
});

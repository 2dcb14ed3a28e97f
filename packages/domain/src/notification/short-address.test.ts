import { expect, test } from '@jest/globals';
import { shortAddress } from './short-address.ts';

test.each([
  ['https://hooks.example.org/services/T000/B000/abcdefgh1234', 'https://hooks.example.org/…1234'],
  ['http://receiver:8080/in?token=0123456789abcdef', 'http://receiver:8080/…cdef'],
  ['https://x.org/#a-fragment-that-is-long-enough', 'https://x.org/…ough'],
  ['https://x.org/short-secret', 'https://x.org/…'],
  ['https://x.org', 'https://x.org/'],
  ['https://user:password@x.org/', 'https://x.org/'],
  ['no address at all', '…'],
])('of %s people see %s, and no more when it is cut again', (address, shown) => {
  expect(shortAddress(address)).toBe(shown);
  expect(shortAddress(shown)).toBe(shown);
});

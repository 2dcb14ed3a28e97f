import { expect, test } from '@jest/globals';
import { HOUR, SECOND } from '../shared/instant.ts';
import { LAST_ATTEMPT, retryDelay } from './retry-delay.ts';

test('the pause doubles from 2 s up to 45 s', () => {
  expect(
    [1, 2, 3, 4, 5, 6, 7, LAST_ATTEMPT].map((attempt) => retryDelay(attempt, null) / SECOND),
  ).toEqual([2, 4, 8, 16, 32, 45, 45, 45]);
});

test('a pause that the provider asks for is kept, but does not cut one short', () => {
  expect(retryDelay(1, HOUR)).toBe(HOUR);
  expect(retryDelay(9, SECOND)).toBe(45 * SECOND);
});

test('giving up takes more than an hour', () => {
  const pauses = Array.from({ length: LAST_ATTEMPT - 1 }, (_, index) =>
    retryDelay(index + 1, null),
  );
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(HOUR);
});

import { expect, test } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '../shared/instant.ts';
import { LAST_ATTEMPT, retryDelay } from './retry-delay.ts';

test('the pause doubles from 2 s up to a minute', () => {
  expect(
    [1, 2, 3, 4, 5, 6, 7, LAST_ATTEMPT].map((attempt) => retryDelay(attempt, null) / SECOND),
  ).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
});

test('a pause that the provider asks for is kept, but not cut short', () => {
  expect(retryDelay(1, HOUR)).toBe(HOUR);
  expect(retryDelay(9, SECOND)).toBe(MINUTE);
});

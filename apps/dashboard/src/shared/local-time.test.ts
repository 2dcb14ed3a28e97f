import { expect, test } from '@jest/globals';
import { fromLocalInput, toLocalInput } from './local-time.ts';

test.each(['2026-03-29T00:30:00.000Z', '2026-11-24T08:05:00.000Z'])(
  '%s comes back from the input that shows it',
  (at) => {
    expect(fromLocalInput(toLocalInput(at))).toBe(at);
  },
);

test('an input that is empty means no time', () => {
  expect(toLocalInput(null)).toBe('');
  expect(fromLocalInput('')).toBeNull();
});

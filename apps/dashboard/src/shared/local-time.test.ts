import { expect, test } from '@jest/globals';
import { fromLocalInput, toLocalInput } from './local-time.ts';

test('a time goes into an input and comes back, whatever the zone', () => {
  expect(fromLocalInput(toLocalInput('2026-11-26T12:30:00.000Z'))).toBe('2026-11-26T12:30:00.000Z');
});

test.each(['', 'yesterday'])('%p is no time', (value) => {
  expect([fromLocalInput(value), toLocalInput(value)]).toEqual(['', '']);
});

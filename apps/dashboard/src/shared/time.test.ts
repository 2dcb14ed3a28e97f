import { describe, expect, test } from '@jest/globals';
import { formatAgo, formatDuration } from './time.ts';

describe('a duration', () => {
  test.each([
    [null, '–'],
    [0, '0\u00a0s'],
    [59.4, '59\u00a0s'],
    [60, '1\u00a0min'],
    [7_505, '2\u00a0h 5\u00a0min'],
    [7_200, '2\u00a0h'],
    [90_061, '1\u00a0d 1\u00a0h'],
    [-3, '0\u00a0s'],
  ])('of %p seconds reads %p', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-26T12:00:00.000Z');
  test.each([
    ['2026-11-26T11:59:58.000Z', 'just now'],
    ['2026-11-26T12:00:09.000Z', 'just now'],
    ['2026-11-26T11:59:20.000Z', '40\u00a0s ago'],
    ['2026-11-26T11:54:30.000Z', '5\u00a0min ago'],
    ['2026-11-24T11:00:00.000Z', '2\u00a0d 1\u00a0h ago'],
  ])('%s was reads %p', (at, text) => {
    expect(formatAgo(at, now)).toBe(text);
  });
});

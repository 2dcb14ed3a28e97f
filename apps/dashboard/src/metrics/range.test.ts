import { describe, expect, test } from '@jest/globals';
import { noiseSpan, RANGES, readRange, spanOf } from './range.ts';

const NOW = Date.parse('2026-11-26T13:45:10.000Z');

describe('a range', () => {
  test.each(RANGES)('%s comes back from the address', (range) => {
    expect(readRange(range)).toBe(range);
  });

  test.each([null, '', '3y'])('is seven days where the address says %p', (text) => {
    expect(readRange(text)).toBe('7d');
  });

  test('of a day is 24 whole hours, the one under way among them', () => {
    expect(spanOf('24h', NOW)).toEqual({
      from: '2026-11-25T14:00:00.000Z',
      to: '2026-11-26T14:00:00.000Z',
      bucket: 'hour',
    });
  });

  test('of days is whole UTC days, today among them', () => {
    expect(spanOf('7d', NOW)).toEqual({
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-27T00:00:00.000Z',
      bucket: 'day',
    });
  });

  test('asks the same all day long', () => {
    expect(spanOf('30d', NOW)).toEqual(spanOf('30d', Date.parse('2026-11-26T00:00:00.000Z')));
    expect(spanOf('30d', NOW)).not.toEqual(spanOf('30d', Date.parse('2026-11-27T00:00:00.000Z')));
  });

  test('asks for the noise of its last 31 days', () => {
    const { from, to } = spanOf('30d', NOW);
    expect(noiseSpan(spanOf('30d', NOW))).toEqual({ from, to });
    expect(noiseSpan(spanOf('90d', NOW))).toEqual({ from: '2026-10-27T00:00:00.000Z', to });
  });
});

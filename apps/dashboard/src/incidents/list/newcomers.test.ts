import { describe, expect, test } from '@jest/globals';
import { announce, newcomers } from './newcomers.ts';

const incident = (number: number, minute: number) => ({
  id: `id-${number}`,
  number,
  title: `Title ${number}`,
  severity: 'high' as const,
  created_at: `2026-11-26T12:${String(minute).padStart(2, '0')}:00.000Z`,
});

describe('what is new in the list', () => {
  test('is what opened since', () => {
    const before = [incident(2, 20), incident(1, 10)];
    const now = [incident(3, 30), ...before];
    expect(newcomers(before, now)).toEqual([incident(3, 30)]);
  });

  test('is not what moved up from the next page', () => {
    const before = [incident(3, 30), incident(2, 20)];
    expect(newcomers(before, [incident(2, 20), incident(1, 10)])).toEqual([]);
  });

  test('is everything where nothing was before', () => {
    expect(newcomers([], [incident(1, 10)])).toHaveLength(1);
  });
});

describe('the announcement', () => {
  test('names one', () => {
    expect(announce([incident(7, 1)])).toBe('New incident 7, high: Title 7');
  });

  test('counts several, so that a storm is not read out', () => {
    expect(announce([incident(7, 1), incident(8, 2)])).toBe('2 new incidents.');
  });

  test('is silent where there is none', () => {
    expect(announce([])).toBe('');
  });
});

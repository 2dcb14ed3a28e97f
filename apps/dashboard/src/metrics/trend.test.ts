import { describe, expect, test } from '@jest/globals';
import type { components } from '@klaxon/sdk';
import { spanOf } from './range.ts';
import { describeTrend, durationStep, formatMeasure, trendOf } from './trend.ts';

const NOW = Date.parse('2026-11-26T13:45:10.000Z');
const EMPTY = {
  total_incidents: 0,
  open_incidents: 0,
  acknowledged_incidents: 0,
  resolved_incidents: 0,
  mtta_seconds: null,
  mttr_seconds: null,
  incidents_by_status: { open: 0, acknowledged: 0, resolved: 0 },
  incidents_by_severity: { critical: 0, high: 0, medium: 0, low: 0 },
} satisfies components['schemas']['Metrics'];

const POINTS = [
  { ...EMPTY, start: '2026-11-22T00:00:00.000Z', total_incidents: 3, mtta_seconds: 60 },
  { ...EMPTY, start: '2026-11-25T00:00:00.000Z', total_incidents: 1, mtta_seconds: 300.5 },
];

describe('a trend', () => {
  const trend = trendOf(POINTS, spanOf('7d', NOW));

  test('has a point for every day, and no average where there is nothing to average', () => {
    expect(
      trend.map(({ start, incidents, mtta }) => [start.slice(0, 10), incidents, mtta]),
    ).toEqual([
      ['2026-11-20', 0, null],
      ['2026-11-21', 0, null],
      ['2026-11-22', 3, 60],
      ['2026-11-23', 0, null],
      ['2026-11-24', 0, null],
      ['2026-11-25', 1, 300.5],
      ['2026-11-26', 0, null],
    ]);
  });

  test('has a point for every hour of a day', () => {
    expect(trendOf([], spanOf('24h', NOW))).toHaveLength(24);
  });

  test('is told in words', () => {
    const at = (index: number) => trend[index]?.label;
    expect(describeTrend(trend, 'mtta')).toBe(
      `${at(0)} to ${at(6)}: the least 1\u00a0min (${at(2)}), the most 5\u00a0min 1\u00a0s (${at(5)}).`,
    );
    expect(describeTrend(trend, 'mttr')).toBe('Nothing to show.');
    expect(describeTrend(trendOf([], spanOf('7d', NOW)), 'incidents')).toBe('Nothing to show.');
  });
});

test('a number of incidents is no duration', () => {
  expect(formatMeasure('incidents', 61)).toBe('61');
  expect(formatMeasure('mttr', 61)).toBe('1\u00a0min 1\u00a0s');
  expect(formatMeasure('mttr', null)).toBe('–');
});

test.each([
  [3, 5],
  [870, 300],
  [7_000, 1_800],
  [9_000_000, 2_419_200],
])('durations up to %p s have lines %p s apart', (most, step) => {
  expect(durationStep(most)).toBe(step);
});

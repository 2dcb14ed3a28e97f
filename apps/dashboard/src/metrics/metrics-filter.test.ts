import { expect, test } from '@jest/globals';
import { csvAddress, readMetricsFilter } from './metrics-filter.ts';

test('the filter stands in the address, and nonsense there counts for nothing', () => {
  const read = (address: string) => readMetricsFilter(new URLSearchParams(address));
  expect(read('service=shop&severity=high')).toEqual({ service: 'shop', severity: 'high' });
  expect(read('service=&severity=worst')).toEqual({});
});

test('a table is to be had as a file', () => {
  expect(
    csvAddress('/api/metrics/noise', { from: '2026-11-20T00:00:00.000Z', service: 'a&b' }),
  ).toBe('/api/metrics/noise?from=2026-11-20T00%3A00%3A00.000Z&service=a%26b&format=csv');
});

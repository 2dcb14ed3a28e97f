import { describe, expect, test } from '@jest/globals';
import { alertQuery, countSet, readAlertFilter, writeAlertFilter } from './alert-filter.ts';

const read = (address: string) => readAlertFilter(new URLSearchParams(address));

describe('the filter of alerts', () => {
  test('shows what fires where the address says nothing', () => {
    expect(alertQuery(read(''))).toEqual({ status: 'firing' });
    expect(countSet(read(''))).toBe(0);
    expect(countSet(read('status=all&severity=low&severity=high&label=a%3Db'))).toBe(2);
  });

  test('comes back from its own address', () => {
    const filter = read(
      'status=all&severity=high&severity=low&label=service=shop&label=a=b%3Dc&from=2026-11-24T08:00:00Z&to=2026-11-25T08:00:00Z',
    );
    expect(filter).toEqual({
      status: 'all',
      severity: ['high', 'low'],
      label: ['service=shop', 'a=b=c'],
      from: '2026-11-24T08:00:00.000Z',
      to: '2026-11-25T08:00:00.000Z',
    });
    expect(readAlertFilter(writeAlertFilter(filter))).toEqual(filter);
  });

  test('asks the API for any status by saying none', () => {
    expect(alertQuery(read('status=all&label=service=shop'))).toEqual({ label: ['service=shop'] });
  });

  test.each([
    'status=broken',
    'severity=worst',
    'label=service',
    'label==shop',
    'from=yesterday',
    `label=a=${'x'.repeat(8_192)}`,
  ])('passes over %.30s', (address) => {
    expect(read(address)).toEqual(read(''));
  });
});

import { expect, test } from '@jest/globals';
import { firstPage, withParameter } from './url-filter.ts';

const before = new URLSearchParams('status=failed&cursor=abc&q=pay');

test('another filter starts at the first page and leaves the others', () => {
  expect(withParameter(before, 'status', 'sent').toString()).toBe('status=sent&q=pay');
});

test('an empty filter is none', () => {
  expect(withParameter(before, 'q', '').toString()).toBe('status=failed');
});

test('what was there stays as it is', () => {
  withParameter(before, 'q', 'x');
  expect(before.get('q')).toBe('pay');
});

test('the first page has the same filters', () => {
  expect(firstPage(new URLSearchParams('q=pay&offset=50&cursor=abc')).toString()).toBe('q=pay');
});

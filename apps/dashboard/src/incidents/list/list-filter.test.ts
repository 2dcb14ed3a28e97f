import { describe, expect, test } from '@jest/globals';
import {
  countHidden,
  DEFAULT_FILTER,
  type ListFilter,
  readFilter,
  toQuery,
  writeFilter,
} from './list-filter.ts';

const read = (search: string) => readFilter(new URLSearchParams(search));

const FULL: ListFilter = {
  status: ['resolved'],
  severity: ['critical', 'low'],
  service: 'check out & "pay"',
  assignee: 'ada',
  labels: ['region=eu', 'expr=a=b'],
  q: '#12 100%',
  from: '2026-11-20T00:00:00.000Z',
  to: '2026-11-27T00:00:00.000Z',
  sort: 'updated_at',
};

describe('the address of the list', () => {
  test('without anything shows what is open or acknowledged, newest first', () => {
    expect(read('')).toEqual(DEFAULT_FILTER);
    expect(writeFilter(DEFAULT_FILTER).toString()).toBe('');
  });

  test('names a filter so that it is read back as it was', () => {
    expect(readFilter(writeFilter(FULL))).toEqual(FULL);
  });

  test('names every status as any, whether all are chosen or none', () => {
    const all = { ...DEFAULT_FILTER, status: ['open', 'acknowledged', 'resolved'] } as const;
    expect(writeFilter(all).toString()).toBe('status=any');
    expect(writeFilter({ ...DEFAULT_FILTER, status: [] }).toString()).toBe('status=any');
    expect(read('status=any').status).toEqual([]);
  });

  test('is the same whatever order its filters were chosen in', () => {
    const one = writeFilter(read('severity=low,critical&q=disk')).toString();
    expect(writeFilter(read('q=disk&severity=critical,low')).toString()).toBe(one);
  });

  test.each([
    'status=closed',
    'severity=worst',
    'sort=title',
    'from=yesterday',
    'label=no-value',
    'label==no-name',
  ])('%s is passed over', (search) => {
    expect(read(search)).toEqual(DEFAULT_FILTER);
  });
});

describe('the query', () => {
  test('asks for what the filter says, page by page', () => {
    expect(toQuery(FULL, 'abc')).toEqual({
      limit: 50,
      sort: 'updated_at',
      status: ['resolved'],
      severity: ['critical', 'low'],
      service: 'check out & "pay"',
      assignee_id: 'ada',
      label: ['region=eu', 'expr=a=b'],
      q: '#12 100%',
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-27T00:00:00.000Z',
      cursor: 'abc',
    });
  });

  test('leaves out what may be anything', () => {
    const query = toQuery({ ...DEFAULT_FILTER, status: [], q: '  ' }, '');
    expect(query).toEqual({ limit: 50, sort: '-created_at' });
  });
});

test('the filters behind the button are counted', () => {
  expect(countHidden(DEFAULT_FILTER, true)).toBe(0);
  const low = { ...DEFAULT_FILTER, status: ['resolved'], severity: ['low'], q: 'disk' } as const;
  expect(countHidden(low, false)).toBe(0);
  expect(countHidden(low, true)).toBe(2);
  expect(countHidden(FULL, false)).toBe(6);
});

import { expect, test } from '@jest/globals';
import { auditExportAddress, auditFilter } from './audit-query.ts';

const asked = (search: string) => {
  const parameters = new URLSearchParams(search);
  return auditFilter((name) => parameters.get(name) ?? '');
};

test('the address says what is asked for', () => {
  expect(asked('q=ada&action=user.edited&from=2026-11-26T00:00:00.000Z&cursor=x&q2=y')).toEqual({
    q: 'ada',
    action: 'user.edited',
    from: '2026-11-26T00:00:00.000Z',
  });
});

test('a file has what the page would show, and no page of it alone', () => {
  expect(auditExportAddress(asked('q=a%26b&cursor=x'), 'csv')).toBe(
    '/api/audit-log/export?q=a%26b&format=csv',
  );
});

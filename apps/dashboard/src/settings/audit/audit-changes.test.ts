import { expect, test } from '@jest/globals';
import { auditChanges } from './audit-changes.ts';

test('a change says from what to what', () => {
  expect(auditChanges({ role: 'viewer' }, { role: 'admin' })).toEqual([
    { name: 'role', before: 'viewer', after: 'admin' },
  ]);
});

test('what was not there before has no before, and the other way round', () => {
  expect(auditChanges(null, { name: 'Terraform' })).toEqual([
    { name: 'name', before: null, after: 'Terraform' },
  ]);
  expect(auditChanges({ team_id: '1' }, { team_id: null })).toEqual([
    { name: 'team id', before: '1', after: null },
  ]);
});

test('values of every kind can be read', () => {
  const after = {
    on: true,
    off: false,
    to: ['a', 'b'],
    of: [],
    text: '',
    port: 25,
    more: { a: 1 },
  };
  expect(auditChanges(null, after).map((change) => change.after)).toEqual([
    'yes',
    'no',
    'a, b',
    'none',
    'empty',
    '25',
    '{"a":1}',
  ]);
});

test('where nothing is known there is nothing', () => {
  expect(auditChanges(null, null)).toEqual([]);
});

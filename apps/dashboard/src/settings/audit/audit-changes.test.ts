import { expect, test } from '@jest/globals';
import { auditChanges as changesOf } from './audit-changes.ts';

type Facts = Parameters<typeof changesOf>[0];
const auditChanges = (before: Facts, after: Facts) =>
  changesOf(before, after, (id) => (id === 'team-1' ? 'Payments' : id));

test('a change says from what to what', () => {
  expect(auditChanges({ role: 'viewer' }, { role: 'admin' })).toEqual([
    { name: 'role', before: 'viewer', after: 'admin' },
  ]);
});

test('what was not there before has no before, and the other way round', () => {
  expect(auditChanges(null, { name: 'Terraform' })).toEqual([
    { name: 'name', before: null, after: 'Terraform' },
  ]);
  expect(auditChanges({ team_id: 'team-1' }, { team_id: null })).toEqual([
    { name: 'team', before: 'Payments', after: null },
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

test('times and lists of ids can be read too', () => {
  const after = { team_ids: ['team-1', 'team-2'], expires_at: Date.parse('2027-11-24T09:00:00Z') };
  const [teams, end] = auditChanges(null, after);
  expect(teams).toEqual({ name: 'teams', before: null, after: 'Payments, team-2' });
  expect(end?.after).toMatch(/2027/);
});

test('where nothing is known there is nothing', () => {
  expect(auditChanges(null, null)).toEqual([]);
});

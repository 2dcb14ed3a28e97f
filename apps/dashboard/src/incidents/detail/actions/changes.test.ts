import { expect, test } from '@jest/globals';
import { changesBetween } from './changes.ts';

const SEEN = {
  title: 'Disk is full',
  description: null,
  severity: 'high',
  status: 'open',
  assignee_name: null,
  snoozed_until: null,
} as const;

test('what somebody changed meanwhile is said as it is now', () => {
  const now = { ...SEEN, title: 'Disk of db-1', severity: 'low', status: 'acknowledged' } as const;
  expect(
    changesBetween(SEEN, {
      ...now,
      assignee_name: 'Ada',
      description: 'Full.',
    }),
  ).toEqual([
    'It is acknowledged now.',
    'The title is now “Disk of db-1”.',
    'The severity is now low.',
    'It is now assigned to Ada.',
    'The description is now: Full.',
  ]);
});

test('what was taken away is said too', () => {
  const before = {
    ...SEEN,
    assignee_name: 'Ada',
    description: 'Full.',
    snoozed_until: 'later',
  };
  expect(changesBetween(before, SEEN)).toEqual([
    'It is now assigned to nobody.',
    'The description is now: (none)',
    'It is not snoozed any more.',
  ]);
});

test('nothing is said where nothing that people see changed', () => {
  expect(changesBetween(SEEN, SEEN)).toEqual([]);
});

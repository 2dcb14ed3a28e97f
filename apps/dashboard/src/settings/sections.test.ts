import { expect, test } from '@jest/globals';
import { settingsSections } from './sections.ts';

const user = (role: 'viewer' | 'admin') => ({
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  email: 'ada@example.org',
  name: 'Ada',
  role,
  team_ids: [],
});
const ALL = ['people:read', 'keys:read', 'audit:read'];
const paths = (profile: Parameters<typeof settingsSections>[0]) =>
  settingsSections(profile).map(({ path }) => path);

test('an admin sees all of the settings', () => {
  expect(paths({ mode: 'sign-in', user: user('admin'), permissions: ALL })).toEqual([
    'people',
    'teams',
    'keys',
    'audit',
    'account',
  ]);
});

test('what somebody may not see is not there', () => {
  const permissions = ['people:read'];
  expect(paths({ mode: 'sign-in', user: user('viewer'), permissions })).toEqual([
    'people',
    'teams',
    'account',
  ]);
});

test('where nobody signs in there are no people, no keys of theirs and no account', () => {
  expect(paths({ mode: 'local', user: null, permissions: ALL })).toEqual([
    'local',
    'integrations',
    'audit',
  ]);
});

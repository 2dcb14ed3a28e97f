import { expect, test } from '@jest/globals';
import { isOwnEcho, keepOwnChange } from './own-changes.ts';

const event = (incident_id: string, version: number) => ({ incident_id, version });

test('an event is an echo up to the version that a change made here was answered with', () => {
  expect(isOwnEcho(event('a', 1))).toBe(false);
  keepOwnChange({ id: 'a', version: 4 });
  expect([3, 4, 5].map((version) => isOwnEcho(event('a', version)))).toEqual([true, true, false]);
  expect(isOwnEcho(event('b', 1))).toBe(false);
});

test('what is no incident is no change of one', () => {
  for (const answer of [undefined, null, 'a', { id: 'c' }, { id: 'c', version: '9' }])
    keepOwnChange(answer);
  expect(isOwnEcho(event('c', 1))).toBe(false);
});

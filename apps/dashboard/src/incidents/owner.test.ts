import { expect, test } from '@jest/globals';
import { ownerOf } from './owner.ts';

test.each([
  ['acknowledged', 'alice', 'bob', 'alice'],
  ['acknowledged', null, 'bob', 'bob'],
  // Somebody had it once; it came back.
  ['open', null, 'bob', null],
  ['open', null, null, null],
] as const)('%s, assigned to %p, acknowledged by %p: %p has it', (status, assignee, by, owner) => {
  const incident = { status, assignee_name: assignee, acknowledged_by_name: by };
  expect(ownerOf(incident)).toBe(owner);
});

import { describe, expect, test } from '@jest/globals';
import { acknowledging, split } from './acknowledging.ts';

const incident = (
  status: 'open' | 'acknowledged' | 'resolved',
  assignee: string | null = null,
) => ({ status, assignee_id: assignee });

describe('to acknowledge', () => {
  test.each([
    [incident('open'), 'me', 'claims'],
    [incident('open', 'alice'), 'me', 'claims'],
    [incident('open'), null, 'claims'],
    [incident('acknowledged', 'alice'), 'me', 'takes over'],
    [incident('acknowledged'), 'me', 'takes over'],
    [incident('acknowledged', 'me'), 'me', 'nothing'],
    [incident('acknowledged', 'alice'), null, 'nothing'],
    [incident('resolved'), 'me', 'nothing'],
  ] as const)('%j, as %p: %s', (one, userId, effect) => {
    expect(acknowledging(one, userId)).toBe(effect);
  });

  test('several tells those of others from those that are free', () => {
    const [free, others] = [incident('open'), incident('acknowledged', 'alice')];
    const all = [free, incident('acknowledged', 'me'), others, incident('resolved')];
    expect(split(all, 'me')).toEqual({ free: [free], others: [others] });
  });
});

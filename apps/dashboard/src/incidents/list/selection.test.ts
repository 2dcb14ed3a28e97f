import { describe, expect, test } from '@jest/globals';
import { NOTHING, type Selection, step, toggle, toggleAll } from './selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ ids }: Selection) => ORDER.filter((id) => ids.has(id)).join('');

describe('a selection', () => {
  test('takes one in and lets it go again', () => {
    const one = toggle(NOTHING, ORDER, 'b', false);
    expect(chosen(one)).toBe('b');
    expect(chosen(toggle(one, ORDER, 'b', false))).toBe('');
  });

  test('takes in a range, in either direction', () => {
    expect(chosen(toggle(toggle(NOTHING, ORDER, 'b', false), ORDER, 'd', true))).toBe('bcd');
    expect(chosen(toggle(toggle(NOTHING, ORDER, 'd', false), ORDER, 'a', true))).toBe('abcd');
  });

  test('lets go of a range', () => {
    const all = toggleAll(NOTHING, ORDER);
    const fewer = toggle(toggle(all, ORDER, 'b', false), ORDER, 'd', true);
    expect(chosen(fewer)).toBe('ae');
  });

  test('takes one alone where the beginning of the range is not listed any more', () => {
    const gone = toggle(NOTHING, ['z', ...ORDER], 'z', false);
    expect(chosen(toggle(gone, ORDER, 'c', true))).toBe('c');
  });

  test('takes in all, or lets go of all', () => {
    const some = toggle(NOTHING, ORDER, 'b', false);
    expect(chosen(toggleAll(some, ORDER))).toBe('abcde');
    expect(chosen(toggleAll(toggleAll(some, ORDER), ORDER))).toBe('');
  });
});

describe('a step through the list', () => {
  test.each([
    [null, 1, 'a'],
    [null, -1, 'a'],
    ['b', 1, 'c'],
    ['b', -1, 'a'],
    ['e', 1, 'e'],
    ['a', -1, 'a'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %s leads to %s', (current, by, to) => {
    expect(step(ORDER, current, by)).toBe(to);
  });

  test.each([
    [1, 'c'],
    [-1, 'b'],
  ] as const)('from the place of one that went away by %s leads to %s', (by, to) => {
    expect(step(ORDER, null, by, 2)).toBe(to);
  });

  test('through an empty list leads nowhere', () => {
    expect(step([], null, 1)).toBeNull();
  });
});

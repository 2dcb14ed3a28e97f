import { expect, test } from '@jest/globals';
import { commonLabels, makeLabels } from './labels.ts';

test('label names of JavaScript’s own are data', () => {
  const labels = makeLabels([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['toString', 'c'],
  ]);
  expect(Object.entries(labels)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['toString', 'c'],
  ]);
  expect(makeLabels([])['constructor']).toBeUndefined();
});

test('common labels are those that all sets share, name and value', () => {
  const sets = [
    makeLabels([
      ['service', 'api'],
      ['instance', 'a'],
      ['__proto__', 'x'],
    ]),
    makeLabels([
      ['service', 'api'],
      ['instance', 'b'],
      ['__proto__', 'x'],
    ]),
    makeLabels([
      ['service', 'api'],
      ['__proto__', 'x'],
      ['zone', '1'],
    ]),
  ];
  expect(Object.entries(commonLabels(sets))).toEqual([
    ['service', 'api'],
    ['__proto__', 'x'],
  ]);
  expect(Object.entries(commonLabels([]))).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { alertName, countLabels, sortedLabels, tellingLabels } from './alert-labels.ts';

test('of many labels those are shown that say where it is, three at the most', () => {
  const labels = { alertname: 'Down', env: 'live', team: 'shop', job: 'node', service: 'checkout' };
  expect(tellingLabels(labels)).toEqual([
    ['service', 'checkout'],
    ['job', 'node'],
    ['team', 'shop'],
  ]);
  expect(tellingLabels({ service: '', constructor: 'x' })).toEqual([]);
});

test('all of them are sorted by name', () => {
  expect(sortedLabels({ b: '2', a: '1' })).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
});

test('an alert without a name has one all the same', () => {
  expect(alertName({ alertname: 'Down' })).toBe('Down');
  expect(alertName({})).toBe('An alert without a name');
});

test('labels and annotations are counted in words', () => {
  expect(countLabels(3, 1)).toBe('3 labels, 1 annotation');
  expect(countLabels(1, 0)).toBe('1 label');
});

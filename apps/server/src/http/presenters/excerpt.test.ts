import { expect, test } from '@jest/globals';
import { makeLabels } from '@klaxon/domain';
import { excerptOf } from './excerpt.ts';

const BOUND = 8_192;
const length = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).reduce((sum, [name, text]) => sum + name.length + text.length, 0);

test('labels of the usual length are shown whole', () => {
  const labels = makeLabels([
    ['service', 'api'],
    ['alertname', 'Down'],
  ]);
  expect(excerptOf(labels)).toEqual(labels);
});

test('a long one is cut and crowds out no short one, whatever their order', () => {
  const shown = excerptOf(
    makeLabels([
      ['long', 'x'.repeat(1_000_000)],
      ['service', 'api'],
      ['alertname', 'Down'],
    ]),
  );
  expect(Object.keys(shown)).toEqual(['long', 'service', 'alertname']);
  expect(shown).toMatchObject({ service: 'api', alertname: 'Down' });
  expect(shown['long']).toMatch(/^x+…$/);
  expect(length(shown)).toBeLessThanOrEqual(BOUND);
});

test('of endlessly many, as many are shown as there is room for', () => {
  const many = Array.from({ length: 100_000 }, (_, n): [string, string] => [`label_${n}`, 'x']);
  expect(length(excerptOf(makeLabels(many)))).toBeLessThanOrEqual(BOUND);
});

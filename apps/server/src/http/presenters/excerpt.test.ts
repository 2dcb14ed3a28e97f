import { expect, test } from '@jest/globals';
import { makeLabels } from '@klaxon/domain';
import { excerpt, excerptOf } from './excerpt.ts';

const LIMIT = 8_192;

test('what is usual is shown as it is', () => {
  const labels = makeLabels([
    ['service', 'checkout'],
    ['__proto__', 'x'],
  ]);
  expect(Object.entries(excerptOf(labels))).toEqual(Object.entries(labels));
  expect(excerpt('It is down.')).toBe('It is down.');
  expect(excerpt('x'.repeat(LIMIT))).toBe('x'.repeat(LIMIT));
});

test('a long text ends where the excerpt does, and says so', () => {
  const shown = excerpt(`${'x'.repeat(LIMIT - 2)}🔥🔥`);
  expect(shown).toHaveLength(LIMIT);
  expect(shown.endsWith('…')).toBe(true);
  expect(shown.isWellFormed()).toBe(true);
});

test('however many and long they are, names and texts are no longer than the excerpt', () => {
  const many = Array.from(
    { length: 500 },
    (_, index) => [`label_${index}`, 'x'.repeat(100)] as const,
  );
  const long = [
    ['a'.repeat(10_000), 'x'],
    ['b', 'y'],
  ] as const;
  for (const entries of [many, long, [['text', 'x'.repeat(70_000)] as const]]) {
    const shown = Object.entries(excerptOf(makeLabels(entries)))
      .flat()
      .join('');
    expect(shown.length).toBeLessThanOrEqual(LIMIT);
  }
});

import { expect, test } from '@jest/globals';
import { runPooled } from './run-pooled.ts';

/** Work that is finished by hand. */
function workshop() {
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const work = (item: string) => {
    started.push(item);
    return new Promise<void>((resolve) => finish.set(item, resolve));
  };
  const complete = async (item: string) => {
    finish.get(item)?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { started, work, complete };
}

test('some at a time are worked on, and the next begins when one is finished', async () => {
  const { started, work, complete } = workshop();
  const all = runPooled(['a', 'b', 'c', 'd'], 2, work);
  expect(started).toEqual(['a', 'b']);
  await complete('b');
  expect(started).toEqual(['a', 'b', 'c']);
  await complete('a');
  await complete('c');
  await complete('d');
  await all;
  expect(started).toEqual(['a', 'b', 'c', 'd']);
});

test('nothing to do is done at once', async () => {
  await runPooled([], 4, () => Promise.reject(new Error('never')));
});

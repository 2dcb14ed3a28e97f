import { expect, test } from '@jest/globals';
import { together } from './together.ts';

const failure = (code: string) => Object.assign(new Error(`failed with ${code}`), { code });
const CAUSE = failure('23505');
const CONSEQUENCE = failure('25P02');
const later = async (error: Error): Promise<never> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  throw error;
};

test.each([
  ['first', () => [later(CAUSE), Promise.reject(CONSEQUENCE)]],
  ['last', () => [Promise.resolve(), Promise.reject(CONSEQUENCE), later(CAUSE)]],
])(
  'of statements the one that failed by itself is told, standing %s, however late',
  async (_, sent) => {
    await expect(together(sent())).rejects.toBe(CAUSE);
  },
);

test('of a transaction that had failed before them all, that is told', async () => {
  await expect(together([Promise.resolve(), Promise.reject(CONSEQUENCE)])).rejects.toBe(
    CONSEQUENCE,
  );
});

test('an error that is none still fails them', async () => {
  await expect(together([Promise.reject(undefined)])).rejects.toBeUndefined();
});

test('the last is waited for, also when another has failed', async () => {
  let ended = false;
  const slow = later(CAUSE).catch(() => {
    ended = true;
  });
  await expect(together([Promise.reject(CAUSE), slow])).rejects.toBe(CAUSE);
  expect(ended).toBe(true);
});

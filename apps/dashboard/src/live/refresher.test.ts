import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeRefresher, type RefreshRound } from './refresher.ts';

let rounds: RefreshRound[];
let takes: number;
let hidden: boolean;
let refresher: ReturnType<typeof makeRefresher>;

beforeEach(() => {
  jest.useFakeTimers();
  rounds = [];
  takes = 0;
  hidden = false;
  refresher = makeRefresher(
    (round) => {
      rounds.push(round);
      return new Promise((done) => setTimeout(done, takes));
    },
    () => hidden,
  );
});
afterEach(() => {
  refresher.stop();
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const ids = () => rounds.map(({ incidentIds }) => [...incidentIds]);

describe('what changed', () => {
  test('is loaded within half a second, once for all that came together', async () => {
    for (const id of ['a', 'b', 'a']) refresher.changed(id);
    await pass(500);
    expect(ids()).toEqual([['a', 'b']]);
    expect(rounds).toMatchObject([{ sums: true, everything: false }]);
    await pass(60_000);
    expect(rounds).toHaveLength(1);
  });

  test('is all loaded in the end, however it came', async () => {
    refresher.changed('a');
    await pass(410);
    refresher.changed('b');
    await pass(20_000);
    expect(ids().flat()).toEqual(['a', 'b']);
  });

  test('is loaded whole after a gap', async () => {
    refresher.reset();
    await pass(500);
    expect(rounds).toMatchObject([{ sums: true, everything: true }]);
  });
});

describe('in a storm', () => {
  async function storm(seconds: number): Promise<void> {
    for (let at = 0; at < seconds * 10; at += 1) {
      refresher.changed(`incident-${at}`);
      await pass(100);
    }
  }

  test('lists are loaded every second or so, and sums every ten', async () => {
    await storm(60);
    expect(rounds.length).toBeGreaterThan(30);
    expect(rounds.length).toBeLessThan(62);
    expect(rounds.filter(({ sums }) => sums).length).toBeLessThanOrEqual(7);
    await pass(15_000);
    expect(ids().flat()).toHaveLength(600);
    expect(rounds.at(-1)?.sums).toBe(true);
  });

  test('a slow Klaxon is asked a quarter of the time, and one round at a time', async () => {
    takes = 2_000;
    await storm(60);
    expect(rounds.length).toBeLessThanOrEqual(8);
    expect(rounds.length).toBeGreaterThanOrEqual(6);
  });

  test('a tab that nobody looks at asks less', async () => {
    hidden = true;
    await storm(60);
    expect(rounds.length).toBeLessThanOrEqual(13);
  });
});

test('a round that fails does not end it', async () => {
  const failing = makeRefresher(
    async (round) => {
      rounds.push(round);
      throw new Error('no answer');
    },
    () => false,
  );
  failing.changed('a');
  await pass(500);
  failing.changed('b');
  await pass(20_000);
  failing.stop();
  expect(ids().flat()).toEqual(expect.arrayContaining(['a', 'b']));
});

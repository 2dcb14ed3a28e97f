import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DomainError, SECOND } from '@klaxon/domain';
import { type CombineLimits, combine } from './combine.ts';

const LIMITS: CombineLimits<string> = {
  weigh: (item) => item.length,
  runWeight: 10,
  waitingWeight: 20,
  patience: 6 * SECOND,
};

/** A combined function whose runs wait until the test lets them go on. */
function stage(
  limits: Partial<CombineLimits<string>> = {},
  answer = (item: string) => item.toUpperCase(),
) {
  const runs: (readonly string[])[] = [];
  const gates: (() => void)[] = [];
  const call = combine<string, string>(
    async (items) => {
      runs.push(items);
      await new Promise<void>((resolve) => gates.push(resolve));
      return items.map(answer);
    },
    { ...LIMITS, ...limits },
  );
  /** Lets the run that goes on end, or the next to start. */
  const finishRun = async () => {
    while (gates.length === 0) await setImmediate();
    gates.shift()?.();
  };
  return { runs, call, finishRun };
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});

afterEach(() => {
  jest.useRealTimers();
});

const overloaded = { kind: 'unavailable' };

describe('combining', () => {
  test('what arrives during a run goes together in the next, and each gets its own answer', async () => {
    const { call, runs, finishRun } = stage();
    const answers = ['a', 'b', 'c', 'd'].map(call);
    expect(runs).toEqual([['a']]);
    await finishRun();
    expect(await answers[0]).toBe('A');
    await finishRun();
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D']);
    expect(runs).toEqual([['a'], ['b', 'c', 'd']]);
  });

  test('an item that arrives when nothing runs starts at once', async () => {
    const { call, runs, finishRun } = stage();
    for (const item of ['a', 'b']) {
      const answer = call(item);
      await finishRun();
      await answer;
    }
    expect(runs).toEqual([['a'], ['b']]);
  });

  test('a run takes no more than its weight, in order, and a heavier item alone', async () => {
    const { call, runs, finishRun } = stage({ waitingWeight: 100 });
    const answers = ['first', 'aaaaaa', 'bbbb', 'c', 'x'.repeat(30), 'd'].map(call);
    for (const count of [0, 2, 3, 4, 5]) {
      await finishRun();
      await answers[count];
    }
    expect(runs).toEqual([['first'], ['aaaaaa', 'bbbb'], ['c'], ['x'.repeat(30)], ['d']]);
  });

  test('an item on top of a full queue is refused, and the others are served', async () => {
    const { call, finishRun } = stage();
    const [first, waiting] = [call('run'), call('w'.repeat(20))];
    await expect(call('!')).rejects.toMatchObject(overloaded);
    await finishRun();
    await first;
    await finishRun();
    expect(await waiting).toBe('W'.repeat(20));
    const next = call('n');
    await finishRun();
    expect(await next).toBe('N');
  });

  test('an item larger than the queue is taken when nothing waits', async () => {
    const { call, finishRun } = stage();
    const [first, huge] = [call('a'), call('h'.repeat(50))];
    await finishRun();
    await first;
    await finishRun();
    expect(await huge).toHaveLength(50);
  });

  test('an item that waits too long is refused there and then, and never run', async () => {
    const { call, runs, finishRun } = stage();
    const [first, late] = [call('a'), call('late')];
    jest.advanceTimersByTime(1);
    const inTime = call('in time');
    jest.advanceTimersByTime(6 * SECOND - 1);
    await expect(late).rejects.toMatchObject(overloaded);
    await finishRun();
    await first;
    await finishRun();
    expect(await inTime).toBe('IN TIME');
    expect(runs).toEqual([['a'], ['in time']]);
  });

  test('an item that runs is never refused, however long it takes', async () => {
    const { call, finishRun } = stage();
    const slow = call('slow');
    jest.advanceTimersByTime(60 * SECOND);
    await finishRun();
    expect(await slow).toBe('SLOW');
  });

  test('items that were refused free their place', async () => {
    const { call, finishRun } = stage();
    const first = call('a');
    const late = call('l'.repeat(20));
    jest.advanceTimersByTime(7 * SECOND);
    await expect(late).rejects.toMatchObject(overloaded);
    await finishRun();
    await first;
    const next = call('n'.repeat(20));
    await finishRun();
    expect(await next).toHaveLength(20);
  });
});

describe('an item that fails its run', () => {
  const failing = (error: Error) => {
    const runs: (readonly string[])[] = [];
    const call = combine<string, string>(async (items) => {
      runs.push(items);
      await Promise.resolve();
      if (items.includes('bad')) throw error;
      return items;
    }, LIMITS);
    return { runs, call };
  };

  test('fails alone: the others run once more', async () => {
    const { call, runs } = failing(new Error('bad'));
    const answers = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(call));
    expect(answers.map((answer) => answer.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(runs).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  });

  test('fails them all where the store is away: trying each alone would only add to its load', async () => {
    const { call, runs } = failing(new DomainError('unavailable', 'away'));
    const answers = await Promise.allSettled(['a', 'b', 'bad'].map(call));
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(runs).toEqual([['a'], ['b', 'bad']]);
  });

  test('leaves the function usable', async () => {
    const { call } = failing(new Error('bad'));
    await expect(call('bad')).rejects.toThrow('bad');
    expect(await call('good')).toBe('good');
  });

  test('a run that does not answer an item is a mistake, told to that item', async () => {
    const call = combine<string, string>(async () => [], LIMITS);
    await expect(call('a')).rejects.toThrow(/every item/);
  });
});

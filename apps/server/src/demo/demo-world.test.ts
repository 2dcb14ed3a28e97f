import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Job } from '@klaxon/application';
import { HOUR, MINUTE } from '@klaxon/domain';
import { MovableClock, SequentialIds, START } from '@klaxon/testing';
import { LATENCY } from './demo-queue.ts';
import { type DemoWorld, demoWorld } from './demo-world.ts';

const PAST = START - 30 * HOUR;

let real: MovableClock;
let world: DemoWorld;

beforeEach(() => {
  real = new MovableClock(START);
  world = demoWorld({ start: PAST, seed: 7 }, { clock: real, ids: new SequentialIds() });
});

function announce(eventId: string, more: Pick<Job, 'after' | 'key'> = {}): Job {
  return { name: 'announce_events', payload: { eventIds: [eventId] }, ...more };
}

describe('the time of the demo', () => {
  test('stands where it was set, and never goes back', () => {
    world.clock.set(PAST + HOUR);
    world.clock.set(PAST);
    real.advance(MINUTE);
    expect(world.clock.now()).toBe(PAST + HOUR);
  });

  test('goes on from any present', () => {
    world.goOn(START + 400 * HOUR);
    real.advance(MINUTE);
    expect(world.clock.now()).toBe(START + 400 * HOUR + MINUTE);
  });
});

describe('ids', () => {
  test('are UUIDs of the time in the demo, the same for the same seed', () => {
    const other = demoWorld({ start: PAST, seed: 7 }, { clock: real, ids: new SequentialIds() });
    const id = world.ids.next();
    expect(other.ids.next()).toBe(id);
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(PAST);
    expect(world.ids.next()).not.toBe(id);
  });

  test('are real ones once the past is over', () => {
    world.goOn(START);
    expect(world.ids.next()).toBe(new SequentialIds().next());
  });
});

describe('jobs', () => {
  test('of the past stay in it, and come due in their order', () => {
    const left = world.redirectJobs([
      announce('later', { after: MINUTE }),
      announce('at once'),
      announce('much later', { after: HOUR }),
    ]);
    expect(left).toEqual([]);
    const due = [world.queue.take(PAST + 2 * MINUTE), world.queue.take(PAST + 2 * MINUTE)];
    expect(due).toMatchObject([
      { payload: { eventIds: ['at once'] } },
      { payload: { eventIds: ['later'] } },
    ]);
    expect(world.queue.take(PAST + 2 * MINUTE)).toBeNull();
    world.clock.set(PAST + 50 * MINUTE);
    expect(world.goOn(START)).toMatchObject([
      { payload: { eventIds: ['much later'] }, after: 10 * MINUTE + LATENCY },
    ]);
  });

  test('with a key that waits already take its place and keep its time', () => {
    world.redirectJobs([announce('a', { key: 'one', after: MINUTE })]);
    world.redirectJobs([announce('b', { key: 'one', after: HOUR })]);
    expect(world.queue.take(PAST + 2 * MINUTE)).toMatchObject({ payload: { eventIds: ['b'] } });
    expect(world.queue.take(PAST + 2 * HOUR)).toBeNull();
  });

  test('of the present go to the queue', () => {
    world.goOn(START - 10 * HOUR);
    const jobs = [announce('a'), announce('b', { after: MINUTE })];
    expect(world.redirectJobs(jobs)).toEqual(jobs);
  });
});

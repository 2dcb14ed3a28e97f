import { expect, test } from '@jest/globals';
import type { IngestStore } from '@klaxon/application';
import { DomainError, MINUTE, SECOND } from '@klaxon/domain';
import { InMemoryDatabase, MovableClock } from '@klaxon/testing';
import { storageWatch } from './storage-watch.ts';

const FULL = new DomainError('unavailable', 'The disk of the database is full.');

function watched() {
  const clock = new MovableClock();
  const told: string[] = [];
  const watch = storageWatch(clock, (line) => told.push(line));
  const { ingestStore } = new InMemoryDatabase(clock);
  let failure: Error | null = null;
  const base: IngestStore = {
    run: async (work) => {
      if (failure) throw failure;
      return ingestStore.run(work);
    },
  };
  const store = watch.watched(base);
  const run = async (error: Error | null) => {
    failure = error;
    await store.run(async () => {}).catch((caught) => expect(caught).toBe(error));
  };
  return { clock, told, watch, run };
}

test('alerts that cannot be stored are trouble until some are, and are told once a minute', async () => {
  const { clock, told, watch, run } = watched();
  const since = clock.now();
  expect(watch.trouble()).toBeNull();
  await run(FULL);
  clock.advance(10 * SECOND);
  await run(FULL);
  expect(watch.trouble()).toEqual({ reason: FULL.message, since });
  expect(told).toEqual([expect.stringContaining('The disk of the database is full.')]);
  clock.advance(MINUTE);
  await run(FULL);
  expect(told).toHaveLength(2);
  await run(null);
  expect(watch.trouble()).toBeNull();
});

test('what nobody tried again for a minute is no longer known, so that a probe does not keep senders away', async () => {
  const { clock, watch, run } = watched();
  await run(FULL);
  clock.advance(MINUTE);
  expect(watch.trouble()).toBeNull();
});

test('an error of another kind says nothing of storing', async () => {
  const { watch, run } = watched();
  await run(new TypeError('a defect'));
  expect(watch.trouble()).toBeNull();
});

import { describe, expect, test } from '@jest/globals';
import { type AttemptOutcome, LANE_WIDTH, MINUTE, SECOND } from '@klaxon/domain';
import { MovableClock } from '@klaxon/testing';
import type { DueDelivery } from '../../ports/due-deliveries.ts';
import { makeDeliverDue } from './deliver-due.ts';

const SENT: AttemptOutcome = { result: 'sent', providerId: null };
const BUSY: AttemptOutcome = { result: 'retry', error: 'HTTP 503', retryAfter: null };

/** A worker over messages that wait, whose attempts end when the test says so. */
function worker() {
  const clock = new MovableClock();
  const waiting: DueDelivery[] = [];
  const underWay: { readonly delivery: DueDelivery; end(outcome: AttemptOutcome): void }[] = [];
  const failures: unknown[] = [];
  let freed = 0;
  const deliverDue = makeDeliverDue({
    clock,
    workerId: 'worker',
    due: {
      due: async ({ room, perChannel, except }) =>
        [...Map.groupBy(waiting, ({ channelId }) => channelId)].flatMap(([channelId, some]) =>
          some.filter(({ id }) => !except.includes(id)).slice(0, room.get(channelId) ?? perChannel),
        ),
    },
    attempt: (id) => {
      const index = waiting.findIndex((one) => one.id === id);
      const [delivery] = waiting.splice(index, 1);
      if (!delivery) throw new TypeError('it was tried twice');
      const { promise, resolve } = Promise.withResolvers<AttemptOutcome | null>();
      underWay.push({ delivery, end: resolve });
      return promise;
    },
    freed: () => {
      freed += 1;
    },
    failed: (error) => failures.push(error),
  });
  const of = (channelId: string) =>
    underWay.filter(({ delivery }) => delivery.channelId === channelId);
  return {
    clock,
    deliverDue,
    failures,
    freed: () => freed,
    add: (channelId: string, count = 1) => {
      for (let n = 0; n < count; n += 1)
        waiting.push({ id: `${channelId}-${waiting.length}-${underWay.length}`, channelId });
    },
    underWay: (channelId: string) => of(channelId).length,
    /** Ends the oldest attempt at a channel. */
    async end(channelId: string, outcome: AttemptOutcome = SENT): Promise<void> {
      const [first] = of(channelId);
      if (!first) throw new TypeError(`nothing is under way to ${channelId}`);
      underWay.splice(underWay.indexOf(first), 1);
      first.end(outcome);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

/** The same, with a channel that is known to answer. */
async function trusted(channelId = 'slack') {
  const stage = worker();
  for (let n = 0; n < 3; n += 1) {
    stage.add(channelId);
    await stage.deliverDue.pass();
    await stage.end(channelId);
  }
  return stage;
}

test('a channel that answers gets some messages at once, one that nobody knows a single one', async () => {
  const { add, deliverDue, underWay } = await trusted();
  add('slack', 10);
  add('unknown', 10);
  expect((await deliverDue.pass()).begun).toBe(LANE_WIDTH + 1);
  expect([underWay('slack'), underWay('unknown')]).toEqual([LANE_WIDTH, 1]);
  expect((await deliverDue.pass()).begun).toBe(0);
  expect(deliverDue.inHand()).toHaveLength(LANE_WIDTH + 1);
});

test('an attempt that ends makes room for the next, and says so', async () => {
  const { add, deliverDue, underWay, end, freed } = await trusted();
  add('slack', 10);
  await deliverDue.pass();
  const before = freed();
  await end('slack');
  expect(freed()).toBe(before + 1);
  expect((await deliverDue.pass()).begun).toBe(1);
  expect(underWay('slack')).toBe(LANE_WIDTH);
});

describe('many channels that hang', () => {
  test('keep no message from one that answers', async () => {
    const { add, deliverDue, underWay } = await trusted();
    for (let n = 0; n < 500; n += 1) add(`hanging-${n}`, 3);
    for (let n = 0; n < 30; n += 1) await deliverDue.pass();
    expect(deliverDue.inHand().length).toBeLessThan(500);
    add('slack');
    await deliverDue.pass();
    expect(underWay('slack')).toBe(1);
  });

  test('are begun little by little, since all of them claim and give up together', async () => {
    const { add, deliverDue, clock } = worker();
    for (let n = 0; n < 100; n += 1) add(`hanging-${n}`);
    const soon = expect.any(Number);
    expect(await deliverDue.pass()).toEqual({ begun: 2, againIn: soon });
    expect(await deliverDue.pass()).toEqual({ begun: 0, againIn: soon });
    clock.advance(SECOND / 40);
    expect(await deliverDue.pass()).toEqual({ begun: 1, againIn: soon });
    clock.advance(10 * SECOND);
    expect(await deliverDue.pass()).toEqual({ begun: 2, againIn: soon });
  });

  test('rest, and are held back meanwhile', async () => {
    const { add, deliverDue, underWay, end, clock } = worker();
    add('hanging', 5);
    for (let n = 0; n < 2; n += 1) {
      await deliverDue.pass();
      expect(deliverDue.holdsBack('hanging')).toBe(true);
      clock.advance(10 * SECOND);
      await end('hanging', BUSY);
    }
    expect((await deliverDue.pass()).begun).toBe(0);
    expect(deliverDue.holdsBack('hanging')).toBe(true);
    clock.advance(30 * SECOND);
    expect((await deliverDue.pass()).begun).toBe(1);
    expect(underWay('hanging')).toBe(1);
  });
});

test('an attempt that never ends is no longer in hand after a while, so that its claim is released and its channel is tried again', async () => {
  const { add, deliverDue, clock } = worker();
  add('slack');
  await deliverDue.pass();
  clock.advance(34 * SECOND);
  await deliverDue.pass();
  expect(deliverDue.inHand()).toHaveLength(1);
  clock.advance(SECOND);
  await deliverDue.pass();
  expect(deliverDue.inHand()).toEqual([]);
  add('slack');
  clock.advance(MINUTE);
  expect((await deliverDue.pass()).begun).toBe(1);
});

test('an attempt that breaks off is told, and says nothing of its channel', async () => {
  const failures: unknown[] = [];
  const due = [{ id: '1', channelId: 'slack' }];
  const deliverDue = makeDeliverDue({
    clock: new MovableClock(),
    workerId: 'worker',
    due: { due: async () => due.splice(0) },
    attempt: async () => {
      throw new Error('the database is away');
    },
    freed: () => {},
    failed: (error) => failures.push(error),
  });
  await deliverDue.pass();
  await deliverDue.idle();
  expect(failures).toEqual([new Error('the database is away')]);
  expect(deliverDue.inHand()).toEqual([]);
  expect(deliverDue.holdsBack('slack')).toBe(false);
});

import { expect, test } from '@jest/globals';
import { MINUTE } from '@klaxon/domain';
import { idOf } from '../sequential-ids.ts';
import type { SuiteTools } from './store-subject.ts';

/** What becomes of jobs that a transaction adds. */
export function testJobs(tools: () => SuiteTools): void {
  test('jobs wait once their transaction committed', async () => {
    const { subject, clock } = tools();
    const runAt = clock.now() + MINUTE;
    await subject.unitOfWork.run((tx) =>
      tx.jobs.add([
        { name: 'announce_events', payload: { eventIds: [idOf(1)] } },
        { name: 'attempt_delivery', payload: { deliveryId: idOf(2) }, runAt },
      ]),
    );
    const jobs = await subject.waitingJobs();
    expect(jobs).toHaveLength(2);
    expect(jobs).toContainEqual(
      expect.objectContaining({ name: 'announce_events', payload: { eventIds: [idOf(1)] } }),
    );
    expect(jobs).toContainEqual(
      expect.objectContaining({ payload: { deliveryId: idOf(2) }, runAt }),
    );
  });

  test('a waiting job keeps its time and takes the payload of another of the same key', async () => {
    const { subject, clock } = tools();
    const add = (key: string, eventId: string) =>
      subject.unitOfWork.run((tx) =>
        tx.jobs.add([
          {
            name: 'announce_events',
            payload: { eventIds: [eventId] },
            runAt: clock.now() + MINUTE,
            key,
          },
        ]),
      );
    await add('growth:1', idOf(1));
    clock.advance(MINUTE);
    await add('growth:1', idOf(2));
    await add('growth:2', idOf(3));
    const jobs = await subject.waitingJobs();
    expect(jobs).toHaveLength(2);
    expect(jobs).toContainEqual(
      expect.objectContaining({
        payload: { eventIds: [idOf(2)] },
        key: 'growth:1',
        runAt: clock.now(),
      }),
    );
    expect(jobs).toContainEqual(
      expect.objectContaining({ payload: { eventIds: [idOf(3)] }, key: 'growth:2' }),
    );
  });
}

import { expect, test } from '@jest/globals';
import { MINUTE } from '@klaxon/domain';
import { idOf } from '../sequential-ids.ts';
import type { SuiteTools } from './store-subject.ts';

/** What becomes of jobs that a transaction adds. */
export function testJobs(tools: () => SuiteTools): void {
  test('jobs wait once their transaction committed', async () => {
    const { subject } = tools();
    await subject.unitOfWork.run((tx) =>
      tx.jobs.add([
        { name: 'announce_events', payload: { eventIds: [idOf(1)] } },
        { name: 'settle_alerts', payload: {}, after: MINUTE },
      ]),
    );
    const jobs = await subject.waitingJobs();
    expect(jobs).toHaveLength(2);
    expect(jobs).toContainEqual(
      expect.objectContaining({ name: 'announce_events', payload: { eventIds: [idOf(1)] } }),
    );
    const due = (name: string) => jobs.find((job) => job.name === name)?.dueAt ?? 0;
    expect(due('settle_alerts') - due('announce_events')).toBe(MINUTE);
  });

  test('a waiting job keeps its time and takes the payload of another of the same key', async () => {
    const { subject, clock } = tools();
    const dueOf = async (key: string) =>
      (await subject.waitingJobs()).find((job) => job.key === key)?.dueAt;
    const add = (key: string, eventId: string) =>
      subject.unitOfWork.run((tx) =>
        tx.jobs.add([
          {
            name: 'announce_events',
            payload: { eventIds: [eventId] },
            after: MINUTE,
            key,
          },
        ]),
      );
    await add('growth:1', idOf(1));
    const first = await dueOf('growth:1');
    clock.advance(MINUTE);
    await add('growth:1', idOf(2));
    await add('growth:2', idOf(3));
    const jobs = await subject.waitingJobs();
    expect(jobs).toHaveLength(2);
    expect(jobs).toContainEqual(
      expect.objectContaining({
        payload: { eventIds: [idOf(2)] },
        key: 'growth:1',
        dueAt: first,
      }),
    );
    expect(jobs).toContainEqual(
      expect.objectContaining({ payload: { eventIds: [idOf(3)] }, key: 'growth:2' }),
    );
  });
}

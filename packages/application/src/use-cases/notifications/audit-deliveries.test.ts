import { expect, test } from '@jest/globals';
import { CLAIM_EXPIRES_AFTER, MINUTE, SECOND } from '@klaxon/domain';
import { makeAnnouncedStage } from '@klaxon/testing';
import { makeAuditDeliveries } from './audit-deliveries.ts';

/** A stage with one message that is due, whose job is lost. */
async function dueWithoutJob() {
  const stage = await makeAnnouncedStage();
  const { database, clock } = stage;
  database.takeJobs(clock.now());
  const attempts = () => database.jobs.filter(({ name }) => name === 'attempt_delivery');
  const audit = makeAuditDeliveries(stage.notification);
  return { ...stage, deliveryId: stage.first().id, attempts, audit };
}

test('what is due and has no job gets one', async () => {
  const { audit, attempts, deliveryId, work, slack } = await dueWithoutJob();
  await audit();
  expect(attempts()).toMatchObject([{ payload: { deliveryId } }]);
  await work();
  expect(slack.messages).toHaveLength(1);
});

test('what has a job keeps that one', async () => {
  const { audit, attempts } = await dueWithoutJob();
  await audit();
  const jobs = attempts();
  await audit();
  expect(attempts()).toEqual(jobs);
});

test('what a worker has in hand is left to it until its claim expires', async () => {
  const { audit, attempts, handlers, deliveryId, slack, clock, work } = await dueWithoutJob();
  slack.afterArrival = () => Promise.reject(new Error('killed'));
  await handlers.attempt_delivery({ deliveryId }, 'job').catch(() => {});
  slack.afterArrival = async () => {};
  clock.advance(CLAIM_EXPIRES_AFTER);
  await audit();
  expect(attempts()).toEqual([]);
  clock.advance(1);
  await audit();
  expect(attempts()).toMatchObject([{ payload: { deliveryId } }]);
  await work();
  expect(slack.messages).toHaveLength(2);
});

test('what is settled, or waits for its time, is left alone', async () => {
  const { audit, attempts, work, slack, ingest, database, clock } = await dueWithoutJob();
  slack.answer({ result: 'retry', error: 'HTTP 503', retryAfter: MINUTE });
  await audit();
  await work();
  database.takeJobs(clock.now() + 2 * MINUTE);
  await ingest();
  await audit();
  expect(attempts()).toEqual([]);
});

test('it looks again every ten seconds', async () => {
  const { audit, database, clock } = await dueWithoutJob();
  await audit();
  expect(database.jobs).toContainEqual({
    name: 'audit_deliveries',
    payload: {},
    runAt: clock.now() + 10 * SECOND,
    key: 'audit',
  });
});

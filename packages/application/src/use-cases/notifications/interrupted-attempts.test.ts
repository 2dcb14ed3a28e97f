import { describe, expect, test } from '@jest/globals';
import { CLAIM_EXPIRES_AFTER } from '@klaxon/domain';
import { delivery, makeAnnouncedStage, makeNotificationStage } from '@klaxon/testing';

const busy = { result: 'retry', error: 'HTTP 503', retryAfter: null } as const;

describe('a worker', () => {
  test('that was killed after its claim leaves a message that its own job takes up again', async () => {
    const { attempt, slack, first } = await makeAnnouncedStage();
    slack.afterArrival = () => Promise.reject(new Error('killed'));
    await expect(attempt('job-1')).rejects.toThrow('killed');
    expect(first()).toMatchObject({ status: 'queued', attempts: 0, claim: { by: 'job-1' } });
    slack.afterArrival = async () => {};
    await attempt('job-1');
    expect(first()).toMatchObject({ status: 'sent', epoch: 2 });
    expect(slack.messages).toHaveLength(2);
  });

  test('leaves alone what another has in hand, and looks again when that claim expires', async () => {
    const { attempt, slack, database, clock } = await makeAnnouncedStage();
    database.takeJobs(clock.now());
    slack.afterArrival = () => Promise.reject(new Error('killed'));
    await attempt('job-1').catch(() => {});
    await attempt('job-2');
    expect(slack.attempts).toHaveLength(1);
    expect(database.jobs).toMatchObject([{ runAt: clock.now() + CLAIM_EXPIRES_AFTER }]);
  });

  test('that only stood still changes nothing with its late result', async () => {
    const { slack, clock, acknowledge, work, database, handlers } = await makeAnnouncedStage();
    await work();
    await acknowledge();
    const standStill = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    slack.afterArrival = () => {
      arrived.resolve();
      return standStill.promise;
    };
    const working = work();
    await arrived.promise;
    slack.afterArrival = async () => {};
    clock.advance(CLAIM_EXPIRES_AFTER);
    const second = () => database.deliveries[1];
    await handlers.attempt_delivery({ deliveryId: second()?.id ?? '' }, 'job of another worker');
    const settled = second();
    expect(settled).toMatchObject({ status: 'sent', epoch: 2, providerId: 'message-3' });
    expect(slack.updates).toHaveLength(1);
    standStill.resolve();
    await working;
    expect(second()).toEqual(settled);
    expect(slack.updates).toHaveLength(1);
  });

  test('that only stood still does not end what another has tried in vain since', async () => {
    const { slack, clock, work, first, attempt } = await makeAnnouncedStage();
    const standStill = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    slack.afterArrival = () => {
      arrived.resolve();
      return standStill.promise;
    };
    const working = work();
    await arrived.promise;
    clock.advance(CLAIM_EXPIRES_AFTER);
    slack.answer(busy);
    await attempt('job of another worker');
    const tried = first();
    expect(tried).toMatchObject({ status: 'queued', attempts: 1, epoch: 2 });
    standStill.resolve();
    await working;
    expect(first()).toEqual(tried);
  });

  test('that stood still between its claim and the sending does not send any more', async () => {
    const stage = makeNotificationStage(({ directory }) => ({
      directory: {
        channels: () => directory.channels(),
        rules: () => directory.rules(),
        notifier: async (id) => {
          stage.clock.advance(CLAIM_EXPIRES_AFTER);
          return directory.notifier(id);
        },
      },
    }));
    const slack = stage.channels.set('slack');
    await stage.ingest(delivery());
    await stage.work();
    expect(slack.attempts).toEqual([]);
    expect(stage.database.deliveries).toMatchObject([{ status: 'queued', attempts: 0 }]);
  });
});

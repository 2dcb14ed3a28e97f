import { describe, expect, test } from '@jest/globals';
import { CLAIM_EXPIRES_AFTER, DomainError } from '@klaxon/domain';
import { alertReport, makeAnnouncedStage, makeNotificationStage } from '@klaxon/testing';

const busy = { result: 'retry', error: 'HTTP 503', retryAfter: null } as const;

describe('a worker', () => {
  test('that was killed after its claim leaves a message that another takes up once the claim is released', async () => {
    const { attemptAs, slack, first, database, work } = await makeAnnouncedStage();
    slack.afterArrival = () => Promise.reject(new Error('killed'));
    await expect(attemptAs('killed worker')).rejects.toThrow('killed');
    expect(first()).toMatchObject({
      status: 'queued',
      attempts: 0,
      claim: { by: 'killed worker' },
    });
    slack.afterArrival = async () => {};
    await work();
    expect(slack.messages).toHaveLength(1);
    database.release('killed worker');
    await work();
    expect(first()).toMatchObject({ status: 'sent', epoch: 2 });
    expect(slack.messages).toHaveLength(2);
  });

  test('leaves alone what another has in hand, until that claim expires', async () => {
    const { attemptAs, slack, first, clock, work } = await makeAnnouncedStage();
    slack.afterArrival = () => Promise.reject(new Error('killed'));
    await attemptAs('worker').catch(() => {});
    slack.afterArrival = async () => {};
    expect(await attemptAs('another worker')).toBeNull();
    clock.advance(CLAIM_EXPIRES_AFTER - 1);
    await work();
    expect(slack.attempts).toHaveLength(1);
    clock.advance(1);
    await work();
    expect(first()).toMatchObject({ status: 'sent', epoch: 2 });
  });

  test('that only stood still changes nothing with its late result', async () => {
    const { slack, clock, acknowledge, work, database, attempt } = await makeAnnouncedStage();
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
    await attempt(second()?.id ?? '', 'another worker');
    const settled = second();
    expect(settled).toMatchObject({ status: 'sent', epoch: 2, providerId: 'message-3' });
    expect(slack.updates).toHaveLength(1);
    standStill.resolve();
    await working;
    expect(second()).toEqual(settled);
    expect(slack.updates).toHaveLength(1);
  });

  test('that only stood still does not end what another has tried in vain since', async () => {
    const { slack, clock, work, first, attemptAs } = await makeAnnouncedStage();
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
    await attemptAs('another worker');
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
    await stage.ingest(alertReport());
    await stage.announce();
    const deliveryId = stage.database.deliveries[0]?.id ?? '';
    expect(await stage.attempt(deliveryId, 'worker')).toBeNull();
    expect(slack.attempts).toEqual([]);
    expect(stage.database.deliveries).toMatchObject([{ status: 'queued', attempts: 0 }]);
  });

  test('whose message arrived while the database went away records it once it is back, and sends it once', async () => {
    let pauses = 0;
    const stage = makeNotificationStage(() => ({
      pause: async () => {
        pauses += 1;
        if (pauses === 3) stage.database.outage = null;
      },
    }));
    const slack = stage.channels.set('slack');
    await stage.ingest(alertReport());
    slack.afterArrival = async () => {
      stage.database.outage = new DomainError('unavailable', 'The database is away.');
    };
    await stage.work();
    expect(pauses).toBe(3);
    expect(slack.messages).toHaveLength(1);
    expect(stage.database.deliveries).toMatchObject([{ status: 'sent', attempts: 1, epoch: 1 }]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { HOUR, LAST_ATTEMPT, SECOND } from '@klaxon/domain';
import { alertReport, idOf, incomingAlert, makeAnnouncedStage } from '@klaxon/testing';

const busy = { result: 'retry', error: 'HTTP 503', retryAfter: null } as const;
const gone = { result: 'failed', error: 'HTTP 404: no such channel' } as const;

describe('a message', () => {
  test('says what happened, is sent once, and is recorded with the provider’s name for it', async () => {
    const { work, slack, first, incidentId, clock, timeline } = await makeAnnouncedStage();
    await work();
    expect(slack.messages).toMatchObject([
      {
        kind: 'created',
        headline: '🚨 New Incident Created',
        incidentId,
        number: 1,
        reason: 'An alert fired.',
        firingAlerts: 1,
      },
    ]);
    expect(first()).toMatchObject({
      status: 'sent',
      attempts: 1,
      epoch: 1,
      claim: null,
      providerId: 'message-1',
      settledAt: clock.now(),
    });
    expect(timeline().map(({ type }) => type)).toEqual(['opened']);
  });

  test('has one conversation a channel: later ones follow the first, and bring it up to date', async () => {
    const { work, slack, first, acknowledge, resolve } = await makeAnnouncedStage();
    await work();
    await acknowledge();
    await work();
    await resolve();
    await work();
    expect(slack.received).toMatchObject([
      { deliveryId: first().id, firstProviderId: null },
      { message: { kind: 'acknowledged' }, firstProviderId: 'message-1' },
      { message: { kind: 'resolved' }, firstProviderId: 'message-1' },
    ]);
    expect(slack.updates).toMatchObject([
      { message: { kind: 'acknowledged' }, providerId: 'message-1' },
      { message: { kind: 'resolved' }, providerId: 'message-1' },
    ]);
  });

  test('of growth is superseded once nobody works on the incident any more', async () => {
    const { work, slack, acknowledge, resolve, ingest, database, clock, workFor } =
      await makeAnnouncedStage();
    await work();
    await acknowledge();
    await work();
    await ingest(alertReport([incomingAlert({ labels: { instance: 'b' } })]));
    await resolve();
    clock.advance(SECOND);
    await workFor(2 * 60 * SECOND);
    expect(slack.messages.map(({ kind }) => kind)).toEqual(['created', 'acknowledged', 'resolved']);
    expect(database.deliveries.filter(({ status }) => status === 'queued')).toEqual([]);
  });

  test('that is unknown is dropped', async () => {
    const { attempt, slack } = await makeAnnouncedStage();
    expect(await attempt(idOf(0xdead), 'worker')).toBeNull();
    expect(slack.attempts).toEqual([]);
  });

  test('of one channel does not wait for another', async () => {
    const { channels, ingest, work, slack } = await makeAnnouncedStage();
    await work();
    const email = channels.set('email');
    slack.away = busy;
    await ingest(alertReport([incomingAlert({ labels: { service: 'web' } })]));
    await work();
    expect(email.messages).toHaveLength(1);
  });
});

describe('an attempt worth another try', () => {
  test('is followed by the next after a pause, with nothing on the timeline', async () => {
    const { work, slack, first, clock, timeline } = await makeAnnouncedStage();
    slack.answer(busy);
    await work();
    const next = clock.now() + 2 * SECOND * 1.125;
    expect(first()).toMatchObject({
      status: 'queued',
      attempts: 1,
      lastError: 'HTTP 503',
      nextAttemptAt: next,
    });
    expect(timeline()).toHaveLength(1);
  });

  test('succeeds later under the same id, by which a receiver can tell a double', async () => {
    const { workFor, slack, first } = await makeAnnouncedStage();
    slack.answer(busy, busy);
    await workFor(10 * SECOND);
    expect(slack.attempts).toMatchObject(
      Array.from({ length: 3 }, () => ({ deliveryId: first().id })),
    );
    expect(first()).toMatchObject({ status: 'sent', attempts: 3, lastError: null });
  });

  test('waits as long as the provider asks', async () => {
    const { workFor, slack } = await makeAnnouncedStage();
    slack.answer({ ...busy, retryAfter: HOUR });
    await workFor(HOUR);
    expect(slack.attempts).toHaveLength(1);
    await workFor(HOUR / 4);
    expect(slack.messages).toHaveLength(1);
  });

  test('is given up after the last, on the timeline', async () => {
    const { workFor, slack, first, timeline } = await makeAnnouncedStage();
    slack.away = busy;
    await workFor(2 * HOUR);
    expect(first()).toMatchObject({ status: 'failed', attempts: LAST_ATTEMPT });
    expect(timeline().at(-1)).toMatchObject({
      type: 'notification_failed',
      data: { channel: 'Slack', about: 'created', error: 'HTTP 503' },
      actor: { kind: 'system', id: null },
    });
  });
});

describe('a failure for good', () => {
  test('is final at once, and told on the timeline with its reason', async () => {
    const { work, slack, first, timeline } = await makeAnnouncedStage();
    slack.answer(gone);
    await work();
    expect(first()).toMatchObject({ status: 'failed', lastError: gone.error });
    expect(timeline().at(-1)).toMatchObject({
      type: 'notification_failed',
      reason: 'Slack could not be told: HTTP 404: no such channel',
    });
  });

  test('of a channel that is gone says so', async () => {
    const { work, channels, timeline } = await makeAnnouncedStage();
    channels.remove('slack');
    await work();
    expect(timeline().at(-1)).toMatchObject({
      type: 'notification_failed',
      data: { channel: 'slack', error: 'The channel is gone or switched off.' },
    });
  });

  test('of every channel is told through the fallback, not before the last of them has failed', async () => {
    const { work, workFor, slack, channels, ingest, database } = await makeAnnouncedStage();
    await work();
    const email = channels.set('email');
    const pager = channels.set('pager', { fallback: true });
    slack.answer(gone);
    email.answer(busy, gone);
    await ingest(alertReport([incomingAlert({ labels: { service: 'web' } })]));
    await work();
    expect(pager.messages).toEqual([]);
    await workFor(10 * SECOND);
    expect(pager.messages).toMatchObject([{ kind: 'created', labels: { service: 'web' } }]);
    expect(database.deliveries.find(({ channelId }) => channelId === 'pager')).toMatchObject({
      status: 'sent',
      reason: 'It is the fallback: all other channels failed.',
    });
  });
});

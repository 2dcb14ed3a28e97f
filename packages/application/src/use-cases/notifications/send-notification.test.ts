import { describe, expect, test } from '@jest/globals';
import { HOUR, LAST_ATTEMPT, MINUTE, SECOND } from '@klaxon/domain';
import {
  ALICE,
  delivery,
  idOf,
  incomingAlert,
  makeStage,
  RecordingNotifier,
} from '@klaxon/testing';
import { makeAcknowledgeIncident } from '../incidents/acknowledge-incident.ts';
import { makeResolveIncident } from '../incidents/resolve-incident.ts';
import { makeSendNotification } from './send-notification.ts';

/** A stage with one open incident and the attempt to tell of it. */
async function sending() {
  const stage = makeStage();
  const [slack, email] = [new RecordingNotifier('slack'), new RecordingNotifier('email')];
  await stage.ingest(delivery());
  stage.database.takeJobs(stage.clock.now());
  const incidentId = stage.incidents()[0]?.id ?? '';
  const eventId = stage.database.eventsOf(incidentId)[0]?.id ?? '';
  const send = makeSendNotification({
    ...stage.tools,
    queries: stage.database.incidentQueries,
    notifiers: [slack, email],
    publicUrl: 'https://klaxon.test',
  });
  const attempt = { eventId, channel: 'slack', attempt: 1 };
  return {
    ...stage,
    slack,
    email,
    send,
    attempt,
    incidentId,
    lastEvent: () => stage.database.eventsOf(incidentId).at(-1),
  };
}

describe('a message', () => {
  test('goes to its channel alone, says what happened, and is told on the timeline', async () => {
    const { send, attempt, slack, email, lastEvent, incidentId } = await sending();
    await send(attempt);
    expect(slack.messages).toMatchObject([
      {
        kind: 'created',
        headline: '🚨 New Incident Created',
        incidentId,
        number: 1,
        reason: 'An alert fired.',
        firingAlerts: 1,
        url: `https://klaxon.test/api/incidents/${incidentId}`,
      },
    ]);
    expect(email.messages).toEqual([]);
    expect(lastEvent()).toMatchObject({
      type: 'notification_sent',
      data: { channel: 'slack', about: 'created' },
      actor: { kind: 'system', id: null },
    });
  });

  test('adds no message of its own', async () => {
    const { send, attempt, database } = await sending();
    await send(attempt);
    expect(database.jobs).toEqual([]);
  });

  test.each([
    ['an unknown channel', { channel: 'pager' }],
    ['an unknown event', { eventId: idOf(0xdead) }],
  ])('for %s is dropped', async (_, unknown) => {
    const { send, attempt, slack, database, incidents } = await sending();
    await send({ ...attempt, ...unknown });
    expect(slack.messages).toEqual([]);
    expect(database.jobs).toEqual([]);
    expect(incidents()[0]?.version).toBe(1);
  });
});

describe('an attempt worth another try', () => {
  const busy = { result: 'retry', error: 'HTTP 503', retryAfter: null } as const;

  test('adds the next attempt after the pause, and nothing to the timeline', async () => {
    const { send, attempt, slack, database, clock, incidents } = await sending();
    slack.answer(busy);
    await send(attempt);
    expect(database.jobs).toEqual([
      {
        name: 'send_notification',
        payload: { ...attempt, attempt: 2 },
        runAt: clock.now() + 2 * SECOND,
      },
    ]);
    expect(incidents()[0]?.version).toBe(1);
  });

  test('waits longer each time, a minute at the most', async () => {
    const { send, attempt, slack, database, clock } = await sending();
    slack.answer(busy, busy);
    await send({ ...attempt, attempt: 3 });
    await send({ ...attempt, attempt: 20 });
    expect(database.jobs.map((job) => (job.runAt ?? 0) - clock.now())).toEqual([
      8 * SECOND,
      MINUTE,
    ]);
  });

  test('waits as long as the provider asks', async () => {
    const { send, attempt, slack, database, clock } = await sending();
    slack.answer({ ...busy, retryAfter: HOUR });
    await send(attempt);
    expect(database.jobs).toMatchObject([{ runAt: clock.now() + HOUR }]);
  });

  test('succeeds later and says so', async () => {
    const { send, attempt, slack, lastEvent } = await sending();
    slack.answer(busy);
    await send(attempt);
    await send({ ...attempt, attempt: 2 });
    expect(slack.messages).toHaveLength(2);
    expect(lastEvent()?.type).toBe('notification_sent');
  });

  test('is given up after the last, on the timeline', async () => {
    const { send, attempt, slack, database, lastEvent } = await sending();
    slack.answer(busy);
    await send({ ...attempt, attempt: LAST_ATTEMPT });
    expect(database.jobs).toEqual([]);
    expect(lastEvent()).toMatchObject({ type: 'notification_failed', data: { error: 'HTTP 503' } });
  });
});

test('a failure not worth another try is final, and told on the timeline with its reason', async () => {
  const { send, attempt, slack, database, lastEvent } = await sending();
  slack.answer({ result: 'failed', error: 'HTTP 404: no such channel' });
  await send(attempt);
  expect(database.jobs).toEqual([]);
  expect(lastEvent()).toMatchObject({
    type: 'notification_failed',
    data: { channel: 'slack', about: 'created', error: 'HTTP 404: no such channel' },
    reason: 'slack failed: HTTP 404: no such channel',
  });
});

describe('a message of growth', () => {
  async function grown() {
    const stage = await sending();
    const request = { incidentId: stage.incidentId, actor: ALICE };
    await makeAcknowledgeIncident(stage.tools)({ ...request, assigneeId: 'alice' });
    await stage.ingest(delivery([incomingAlert({ labels: { instance: 'b' } })]));
    const eventId = stage.lastEvent()?.id ?? '';
    return { ...stage, request, attempt: { ...stage.attempt, eventId } };
  }

  test('tells the assignee how many alerts fire by now', async () => {
    const { send, attempt, slack } = await grown();
    await send(attempt);
    expect(slack.messages).toMatchObject([{ kind: 'grown', firingAlerts: 2, assigneeId: 'alice' }]);
  });

  test('is dropped once the incident is resolved', async () => {
    const { send, attempt, slack, tools, request } = await grown();
    await makeResolveIncident(tools)(request);
    await send(attempt);
    expect(slack.messages).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { DeliveryFilter, PageRequest } from '@klaxon/application';
import { conflict, notFound } from '@klaxon/domain';
import { INCIDENT_ID, NOON, queuedNotification, recording, stubApp } from './testing/stub-app.ts';

const onTheWire = {
  id: queuedNotification.id,
  incident_id: INCIDENT_ID,
  event_id: queuedNotification.eventId,
  channel_id: 'env:slack',
  kind: 'created',
  status: 'queued',
  reason: 'It has no rules, so it hears everything.',
  superseded_because: null,
  attempts: 2,
  last_error: 'Slack answered HTTP 503.',
  next_attempt_at: '2026-11-23T12:00:00.002Z',
  in_hand_since: '2026-11-23T12:00:00.003Z',
  bundled_into_id: null,
  provider_id: null,
  created_at: '2026-11-23T12:00:00.000Z',
  settled_at: null,
};

const INCIDENT = { number: 1_042, title: 'Customers cannot pay' };

/** Lists these, and keeps what was asked for. */
async function listing(items = [queuedNotification]) {
  const asked: { filter: DeliveryFilter; page: PageRequest }[] = [];
  const app = await stubApp({
    notifications: {
      queries: {
        list: async (filter, page) => {
          asked.push({ filter, page });
          const listed = items.map((delivery) => ({ delivery, incident: INCIDENT }));
          return { items: listed, total: 7, nextCursor: 'next' };
        },
      },
    },
  });
  return { app, asked };
}

describe('the list of notifications', () => {
  test('says of each what it is about, why the channel was told, how often it was tried and what went wrong', async () => {
    const { app } = await listing();
    expect((await app.inject('/api/notifications')).json()).toEqual({
      notifications: [{ ...onTheWire, incident: INCIDENT }],
      total: 7,
      next_cursor: 'next',
    });
  });

  test('says of one that is settled when, and of no attempt to come', async () => {
    const sent = { status: 'sent', settledAt: NOON + 9, providerId: 'ts-1' } as const;
    const { app } = await listing([{ ...queuedNotification, ...sent }]);
    expect((await app.inject('/api/notifications')).json().notifications).toMatchObject([
      {
        status: 'sent',
        settled_at: '2026-11-23T12:00:00.009Z',
        provider_id: 'ts-1',
        next_attempt_at: null,
        in_hand_since: null,
      },
    ]);
  });

  test.each([
    ['', {}],
    ['?status=failed', { status: 'failed' }],
    ['?channel_id=env:slack', { channelId: 'env:slack' }],
    [`?channel_id=${INCIDENT_ID.toUpperCase()}`, { channelId: INCIDENT_ID }],
    [`?incident_id=${INCIDENT_ID}`, { incidentId: INCIDENT_ID }],
    ['?from=2026-11-23T12:00:00Z&to=2026-11-23T12:00:00.005Z', { from: NOON, to: NOON + 5 }],
  ])('%s takes those that match', async (query, filter) => {
    const { app, asked } = await listing();
    await app.inject(`/api/notifications${query}`);
    expect(asked).toEqual([{ filter, page: { limit: 50, offset: 0, cursor: null } }]);
  });

  test('goes on where it is asked to', async () => {
    const { app, asked } = await listing();
    await app.inject('/api/notifications?limit=2&offset=4');
    await app.inject('/api/notifications?limit=2&cursor=abc');
    expect(asked.map(({ page }) => page)).toEqual([
      { limit: 2, offset: 4, cursor: null },
      { limit: 2, offset: 0, cursor: 'abc' },
    ]);
  });

  test.each([
    ['status', 'status=lost'],
    ['channel_id', 'channel_id=slack'],
    ['incident_id', 'incident_id=1042'],
    ['limit', 'limit=201'],
    ['to', 'from=2026-11-23T12:00:00Z&to=2026-11-23T11:00:00Z'],
  ])('refuses what is no %s, and names it', async (path, query) => {
    const { app } = await listing();
    const answer = await app.inject(`/api/notifications?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ path }]);
  });
});

describe('sending a notification again', () => {
  const path = `/api/notifications/${queuedNotification.id}/resend`;

  test('answers it, on its way', async () => {
    const { requests, ask } = recording<string, typeof queuedNotification>(queuedNotification);
    const app = await stubApp({
      notifications: { resendNotification: ({ deliveryId }) => ask(deliveryId) },
    });
    const answer = await app.inject({ method: 'POST', url: path });
    expect(answer.json()).toEqual(onTheWire);
    expect(requests).toEqual([queuedNotification.id]);
  });

  test.each([
    [404, notFound('There is no notification 1.')],
    [409, conflict('This notification is still on its way.')],
  ])('is refused with %i, with the reason', async (status, error) => {
    const app = await stubApp({
      notifications: { resendNotification: () => Promise.reject(error) },
    });
    const answer = await app.inject({ method: 'POST', url: path });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().detail).toBe(error.message);
  });
});

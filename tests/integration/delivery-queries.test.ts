import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createPool,
  createPrisma,
  prismaDeliveryQueries,
  prismaUnitOfWork,
} from '@klaxon/adapters';
import type { DeliveryFilter, DeliveryQueries } from '@klaxon/application';
import { MINUTE, type NotificationDelivery, openIncident } from '@klaxon/domain';
import { ALICE, idOf, notificationDelivery, SequentialIds, START } from '@klaxon/testing';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let close: () => Promise<void>;
let queries: DeliveryQueries;
let deliveries: readonly NotificationDelivery[];
const ids = new SequentialIds();

/** An incident with its first event, and a delivery of that to each of these channels. */
function told(
  channels: readonly (Partial<NotificationDelivery> & { readonly channelId: string })[],
) {
  const change = {
    type: 'opened',
    data: {
      title: 'Checkout is slow',
      description: null,
      severity: 'high',
      labels: {},
      group: null,
      assignee: null,
      count: 0,
      fingerprints: [],
      alerts: [],
    },
    reason: 'Created by alice.',
  } as const;
  const recorded = openIncident(change, { actor: ALICE, at: START, newId: () => ids.next() });
  const [event] = recorded.events;
  const about = { eventId: event?.id ?? '', incidentId: recorded.incident.id };
  return {
    ...recorded,
    deliveries: channels.map((own) => notificationDelivery({ id: ids.next(), ...about, ...own })),
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  const pool = createPool({
    url: database.url,
    maxConnections: 4,
    maxIdleConnections: 1,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  });
  const prisma = createPrisma(pool);
  close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  queries = prismaDeliveryQueries(prisma);
  const failed = { status: 'failed', lastError: 'HTTP 404' } as const;
  const incidents = [
    told([
      { channelId: 'slack', status: 'sent', settledAt: START + 1 },
      { channelId: 'email', ...failed, settledAt: START + 2 },
    ]),
    told([
      { channelId: 'slack', createdAt: START + MINUTE, status: 'sent', settledAt: START + MINUTE },
      { channelId: 'email', createdAt: START + MINUTE },
    ]),
    told([
      { channelId: 'slack', createdAt: START + 2 * MINUTE, lastError: 'HTTP 503', attempts: 1 },
      { channelId: 'telegram', createdAt: START + 2 * MINUTE },
    ]),
  ];
  deliveries = incidents.flatMap((one) => one.deliveries);
  await prismaUnitOfWork(prisma).run(async (tx) => {
    for (const { incident, events, deliveries: own } of incidents) {
      await tx.incidents.insert(incident);
      await tx.timeline.append(events);
      await tx.deliveries.insert(own);
    }
  });
});

afterAll(async () => {
  await close?.();
  await database?.drop();
});

const whole = { limit: 100, offset: 0, cursor: null };
const listed = async (filter: DeliveryFilter) =>
  (await queries.list(filter, whole)).items.map(({ delivery }) => delivery);

describe('the list of deliveries', () => {
  test('has all of them whole, newest first', async () => {
    const newestFirst = deliveries.toSorted(
      (a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
    );
    expect(await listed({})).toEqual(newestFirst);
    expect(await queries.list({}, whole)).toMatchObject({ total: 6, nextCursor: null });
  });

  test('says what people call the incidents', async () => {
    const { items } = await queries.list({}, whole);
    expect(items.map(({ incident }) => incident.title)).toEqual(Array(6).fill('Checkout is slow'));
    const numbers = new Map(
      items.map(({ delivery, incident }) => [delivery.incidentId, incident.number]),
    );
    expect([...numbers.values()].sort()).toEqual([1, 2, 3]);
  });

  test.each<[string, DeliveryFilter, (delivery: NotificationDelivery) => boolean]>([
    ['a status', { status: 'queued' }, ({ status }) => status === 'queued'],
    ['a channel', { channelId: 'email' }, ({ channelId }) => channelId === 'email'],
    ['an incident that is unknown', { incidentId: idOf(0xdead) }, () => false],
    [
      'a time',
      { from: START + MINUTE, to: START + 2 * MINUTE },
      ({ createdAt }) => createdAt === START + MINUTE,
    ],
    [
      'all of them at once',
      { status: 'queued', channelId: 'slack', from: START + MINUTE },
      ({ status, channelId }) => status === 'queued' && channelId === 'slack',
    ],
  ])('can be those of %s', async (_, filter, wanted) => {
    const expected = deliveries.filter(wanted).map(({ id }) => id);
    expect((await listed(filter)).map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  test('can be those of an incident', async () => {
    const incidentId = deliveries[0]?.incidentId ?? '';
    expect((await listed({ incidentId })).map(({ channelId }) => channelId).sort()).toEqual([
      'email',
      'slack',
    ]);
  });

  test('comes in pages that neither skip nor repeat', async () => {
    const all = await listed({});
    const paged: NotificationDelivery[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await queries.list({}, { limit: 4, offset: 0, cursor });
      paged.push(...page.items.map(({ delivery }) => delivery));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    const part = await queries.list({}, { limit: 2, offset: 3, cursor: null });
    expect(part.items.map(({ delivery }) => delivery)).toEqual(all.slice(3, 5));
  });
});

test('every channel’s health is what it last did, and how much waits for it', async () => {
  const nothing = { lastSentAt: null, lastFailedAt: null, lastError: null };
  expect(await queries.health()).toEqual([
    { ...nothing, channelId: 'email', lastFailedAt: START + 2, lastError: 'HTTP 404', queued: 1 },
    {
      channelId: 'slack',
      lastSentAt: START + MINUTE,
      // Not for good yet: it is being tried again.
      lastFailedAt: START + 2 * MINUTE,
      lastError: 'HTTP 503',
      queued: 1,
    },
    { ...nothing, channelId: 'telegram', queued: 1 },
  ]);
});

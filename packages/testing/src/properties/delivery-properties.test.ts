import { expect, test } from '@jest/globals';
import type { NotificationDelivery } from '@klaxon/domain';
import fc from 'fast-check';
import { anyDeliveryStep, type DeliveryWorld, makeDeliveryWorld } from './delivery-world.ts';

const runs = { numRuns: 120 };
const ANNOUNCED = ['opened', 'acknowledged', 'resolved', 'reopened'];

/** Holds of every story, however workers, people, clocks and the channel take turns. */
async function afterAnyStory(expectOf: (world: DeliveryWorld) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeliveryStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      const world = makeDeliveryWorld();
      for (const step of steps) await world.play(step);
      await world.end();
      expectOf(world);
    }),
    runs,
  );
}

/**
 * What arrived, in that order: of a bundle, the last that it says of each incident. Without what arrived
 * from a worker that was killed and then failed for good: nobody can know that it was told.
 */
function arrived({ slack, database }: DeliveryWorld): readonly NotificationDelivery[] {
  return slack.received.flatMap(({ deliveryId }) => {
    const said = database.deliveries
      .filter(({ id, bundledInto }) => id === deliveryId || bundledInto === deliveryId)
      .filter(({ status }) => status !== 'failed')
      .sort((x, y) => x.version - y.version);
    return [...new Map(said.map((one) => [one.incidentId, one])).values()];
  });
}

test('every event that people are told of ends sent, failed or superseded by what says more', () =>
  afterAnyStory(({ database }) => {
    const { deliveries, incidents } = database;
    for (const event of incidents.flatMap(({ id }) => database.eventsOf(id)))
      if (ANNOUNCED.includes(event.type))
        expect(deliveries).toContainEqual(expect.objectContaining({ eventId: event.id }));
    expect(deliveries.filter(({ status }) => status === 'queued')).toEqual([]);
    for (const one of deliveries)
      if (one.status === 'superseded' && one.kind !== 'grown')
        expect(
          deliveries.filter(
            ({ incidentId, version }) => incidentId === one.incidentId && version > one.version,
          ),
        ).not.toEqual([]);
  }));

test('what is recorded as sent has arrived, and nothing arrives twice but for a worker that was killed or stood still', () =>
  afterAnyStory((world) => {
    const times = Map.groupBy(world.arrivals, ({ deliveryId }) => deliveryId);
    for (const { id, status, bundledInto } of world.database.deliveries) {
      if (bundledInto !== null) continue;
      const count = times.get(id)?.length ?? 0;
      expect(count).toBeLessThanOrEqual(1 + world.mishapsOf(id));
      if (status === 'sent') expect(count).toBeGreaterThan(0);
    }
  }));

test('no claim sends twice', () =>
  afterAnyStory(({ arrivals }) => {
    const claims = arrivals.map(({ deliveryId, epoch }) => `${deliveryId} ${epoch}`);
    expect(claims).toEqual([...new Set(claims)]);
  }));

test('messages about an incident arrive in order: nothing stale comes after what says more', () =>
  afterAnyStory((world) => {
    const latest = new Map<string, number>();
    for (const { incidentId, version } of arrived(world)) {
      expect(version).toBeGreaterThanOrEqual(latest.get(incidentId) ?? 0);
      latest.set(incidentId, version);
    }
  }));

test('an event is announced to a channel once', () =>
  afterAnyStory(({ database }) => {
    const about = database.deliveries.map(({ eventId }) => eventId);
    expect(about).toEqual([...new Set(about)]);
  }));

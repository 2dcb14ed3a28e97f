import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectNothingLost, expectSound } from './invariants.ts';
import { anyEnding, anyStep } from './story.ts';
import { makeWorld, type World } from './world.ts';

const story = fc.array(anyStep, { maxLength: 14 });
const runs = { numRuns: 150 };

async function playSoundly(
  world: World,
  steps: readonly Parameters<World['play']>[0][],
): Promise<void> {
  for (const step of steps) {
    const before = world.database.alerts;
    await world.play(step);
    expectSound(world.database);
    expectNothingLost(before, world.database.alerts);
  }
}

/** What a timeline tells: neither the ids of its events nor the order in which one names its alerts. */
function timeline(world: World, incidentId: string) {
  return world.database.eventsOf(incidentId).map(({ id: _, ...event }) => {
    const named = 'fingerprints' in event.data ? event.data.fingerprints.toSorted() : [];
    return { ...event, data: { ...event.data, fingerprints: named } };
  });
}

test('after every step each group has one unresolved incident at most, and each firing alert a place', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => playSoundly(makeWorld(), steps)),
    runs,
  );
});

test('a stream ends in the states of its last payloads, in whatever order and however often they come', async () => {
  await fc.assert(
    fc.asyncProperty(story, anyEnding, fc.boolean(), async (steps, ending, atOnce) => {
      const world = makeWorld();
      await playSoundly(world, steps);
      const deliveries = atOnce ? [ending.payloads] : ending.payloads.map((payload) => [payload]);
      await playSoundly(
        world,
        deliveries.map((payloads) => ({ kind: 'deliver', deliveries: payloads })),
      );
      const { alerts, incidents } = world.database;
      const latest = alerts.filter((alert) => alert.latest);
      expect(new Map(latest.map((alert) => [alert.fingerprint, alert.status]))).toEqual(
        ending.statuses,
      );
      const firing = alerts.filter((alert) => alert.status === 'firing');
      const unresolved = new Set(
        incidents.filter(({ status }) => status !== 'resolved').map(({ id }) => id),
      );
      expect(firing.filter((alert) => !unresolved.has(alert.incidentId ?? ''))).toEqual([]);
    }),
    runs,
  );
});

test('deliveries planned at once come to the same as one after another', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const [together, apart] = [makeWorld(true), makeWorld(false)];
      for (const step of steps) {
        await together.play(step);
        await apart.play(step);
        expect(together.database.alerts).toEqual(apart.database.alerts);
        expect(together.database.incidents).toEqual(apart.database.incidents);
        for (const { id } of apart.database.incidents)
          expect(timeline(together, id)).toEqual(timeline(apart, id));
      }
    }),
    runs,
  );
});

test('the same payload again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const world = makeWorld();
      for (const step of steps) {
        if (step.kind !== 'deliver') {
          await world.play(step);
          continue;
        }
        for (const payload of step.deliveries) {
          await world.ingest([payload]);
          const again = await world.ingest([payload]);
          expect(again).toEqual({
            newAlerts: [],
            changedAlerts: [],
            newIncidents: [],
            changedIncidents: [],
            events: [],
            settleAt: null,
          });
        }
      }
    }),
    runs,
  );
});

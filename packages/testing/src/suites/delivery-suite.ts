import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DeliveryRepository } from '@klaxon/application';
import {
  HOUR,
  type IncidentEvent,
  MINUTE,
  type NotificationDelivery,
  recordChanges,
  SECOND,
} from '@klaxon/domain';
import { notificationDelivery } from '../builders/notification-delivery.ts';
import { ALICE } from '../builders/people.ts';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

/** What every repository of deliveries promises. The factory gives fresh, empty stores for each test. */
export function describeDeliveries(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`deliveries: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    let events: readonly IncidentEvent[] = [];
    let elsewhere: IncidentEvent | undefined;

    beforeEach(async () => {
      events = await incidentWithEvents();
      [elsewhere] = await incidentWithEvents();
    });

    /** Stores an incident with three events. */
    async function incidentWithEvents(): Promise<readonly IncidentEvent[]> {
      const { subject, opened, clock, ids } = tools();
      const { incident, events: first } = opened();
      const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
      const note = (text: string) =>
        ({ type: 'note_added', data: { text }, reason: 'Note added.' }) as const;
      const noted = recordChanges(incident, [note('one'), note('two')], stamp);
      await subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert(noted.incident);
        await tx.timeline.append([...first, ...noted.events]);
      });
      return [...first, ...noted.events];
    }

    /** A delivery of the incident's event of this version, or of another incident's first. */
    function of(
      version: number | 'elsewhere',
      overrides: Partial<NotificationDelivery> = {},
    ): NotificationDelivery {
      const event = version === 'elsewhere' ? elsewhere : events[version - 1];
      if (!event) throw new TypeError(`the incident has no version ${version}`);
      const about = { eventId: event.id, incidentId: event.incidentId, version: event.version };
      return notificationDelivery({ id: tools().ids.next(), ...about, ...overrides });
    }

    const run = <T>(work: (deliveries: DeliveryRepository) => Promise<T>): Promise<T> =>
      tools().subject.unitOfWork.run((tx) => work(tx.deliveries));
    const insert = (...deliveries: readonly NotificationDelivery[]) =>
      run((repository) => repository.insert(deliveries));
    const stored = async (id: string) => (await run((repository) => repository.lock(id)))?.delivery;
    const ids = (deliveries: readonly NotificationDelivery[]) => deliveries.map(({ id }) => id);

    test('what was inserted is there, whole', async () => {
      const delivery = of(1, { channelId: 'env:slack' });
      expect(await insert(delivery)).toEqual([delivery]);
      expect(await stored(delivery.id)).toEqual(delivery);
    });

    test('an event is delivered to a channel once, however often it is announced', async () => {
      const first = of(1);
      await insert(first);
      const again = [of(1), of(1, { channelId: 'email' }), of(2)];
      expect(ids(await insert(...again))).toEqual(ids(again.slice(1)));
      expect(await stored(first.id)).toEqual(first);
    });

    test('two announcements at once are one', async () => {
      const taken = await Promise.all([insert(of(1)), insert(of(1))]);
      expect(taken.flat()).toHaveLength(1);
    });

    test('nothing to insert is nothing to do', async () => expect(await insert()).toEqual([]));

    test('a delivery comes with the others about its incident to its channel, in order', async () => {
      const [first, second, third] = [of(1), of(2), of(3)];
      await insert(third, first, second, of(2, { channelId: 'email' }), of('elsewhere'));
      expect(await run((repository) => repository.lock(second.id))).toEqual({
        delivery: second,
        siblings: [first, third],
      });
      expect(await run((repository) => repository.lock(idOf(0xdead)))).toBeNull();
    });

    test('everything but what it is about can be changed, and changed back', async () => {
      const queued = of(1);
      const carrier = of(2);
      await insert(queued, carrier);
      const changed: NotificationDelivery = {
        ...queued,
        status: 'failed',
        attempts: 3,
        epoch: 4,
        claim: { by: 'job-7', at: START + SECOND },
        nextAttemptAt: START + MINUTE,
        carries: true,
        bundledInto: carrier.id,
        providerId: 'ts-1',
        lastError: 'HTTP 404',
        reason: 'Its rule "Critical" matches.',
        supersededBecause: 'A later message says more.',
        createdAt: START + 1,
        settledAt: START + 2,
      };
      await run((repository) => repository.update(changed));
      expect(await stored(queued.id)).toEqual(changed);
      await run((repository) => repository.update(queued));
      expect(await stored(queued.id)).toEqual(queued);
    });

    test('work that throws leaves nothing of it', async () => {
      const kept = of(1);
      await insert(kept);
      const failed = run(async (repository) => {
        await repository.update({ ...kept, attempts: 1 });
        await repository.insert([of(2)]);
        throw new Error('power cut');
      });
      await expect(failed).rejects.toThrow('power cut');
      expect(await run((repository) => repository.lock(kept.id))).toEqual({
        delivery: kept,
        siblings: [],
      });
    });

    test('of two claims at once, one sees the other', async () => {
      const delivery = of(1);
      await insert(delivery, of(2));
      const claim = (by: string) =>
        run(async (repository) => {
          const current = (await repository.lock(delivery.id))?.delivery;
          if (!current || current.claim) return current?.claim?.by;
          await repository.update({ ...current, claim: { by, at: START } });
          return by;
        });
      const seen = await Promise.all([claim('left'), claim('right')]);
      expect(new Set(seen).size).toBe(1);
    });

    test('the deliveries of events, and of incidents, are those that were inserted', async () => {
      const wanted = [of(1), of(1, { channelId: 'email' }), of('elsewhere')];
      await insert(...wanted, of(2));
      const eventIds = wanted.map(({ eventId }) => eventId);
      const found = await run((repository) => repository.ofEvents([...eventIds, idOf(0xdead)]));
      expect(ids(found).sort()).toEqual(ids(wanted).sort());
      expect(await run((repository) => repository.ofEvents([]))).toEqual([]);
      const incidentIds = [events[0]?.incidentId ?? '', idOf(0xdead)];
      expect(await run((repository) => repository.ofIncidents(incidentIds))).toHaveLength(3);
    });

    test('those that a bundle speaks for end as it ends, but for those that ended before', async () => {
      const carrier = of(1, { carries: true });
      const [queued, failed] = [
        of(2, { bundledInto: carrier.id }),
        of(3, { bundledInto: carrier.id }),
      ];
      const other = of('elsewhere');
      await insert(carrier, queued, failed, other);
      const failedEarlier = { ...failed, status: 'failed', settledAt: START } as const;
      const sent = { ...carrier, status: 'sent', settledAt: START + MINUTE } as const;
      await run(async (repository) => {
        await repository.update(failedEarlier);
        await repository.settleBundle(sent);
      });
      expect(await run((repository) => repository.bundledInto(carrier.id))).toEqual([
        { ...queued, status: 'sent', settledAt: START + MINUTE },
        failedEarlier,
      ]);
      expect(await stored(other.id)).toEqual(other);
      expect((await stored(carrier.id))?.status).toBe('queued');
    });

    test('the traffic of a channel is what it was sent singly since then', async () => {
      const carrier = of(2, { carries: true });
      await insert(
        of(1, { createdAt: START + 1 }),
        carrier,
        of(3, { bundledInto: carrier.id, createdAt: START + 1 }),
        of('elsewhere', { createdAt: START }),
        of(1, { channelId: 'email', createdAt: START + 1 }),
      );
      const channels = ['slack', 'email', 'telegram'];
      const traffic = await run((repository) => repository.traffic(channels, START, START + 1));
      expect(traffic.map(({ channelId, singles }) => [channelId, singles])).toEqual([
        ['slack', 1],
        ['email', 1],
        ['telegram', 0],
      ]);
    });

    test.each([
      ['is open until its time comes', {}, true],
      ['is closed when its time has come', { nextAttemptAt: START }, false],
      ['is closed once it is in hand', { claim: { by: 'job', at: START } }, false],
      ['is closed once it was tried', { attempts: 1 }, false],
      ['is closed once it was sent', { status: 'sent', settledAt: START }, false],
    ] as const)('a bundle %s', async (_, state, open) => {
      const carrier = of(1, { carries: true, nextAttemptAt: START + MINUTE, ...state });
      await insert(carrier);
      const traffic = await run((repository) =>
        repository.traffic(['slack', 'email'], START, START),
      );
      expect(traffic.map(({ openBundle }) => openBundle)).toEqual([open ? carrier.id : null, null]);
    });

    test('news that only a newer Klaxon knows stands in the conversation, and is not due here', async () => {
      const newer = of(1, { kind: 'escalated', nextAttemptAt: START });
      const known = of(2, { nextAttemptAt: START + 1 });
      await insert(newer, known);
      const locked = await run((repository) => repository.lock(known.id));
      expect(locked?.siblings).toMatchObject([{ id: newer.id, kind: 'escalated' }]);
      const all = { room: new Map(), perChannel: 10, except: [] };
      expect(await tools().subject.dueDeliveries.due(all)).toMatchObject([{ id: known.id }]);
    });

    test('what waits for a channel that only a newer Klaxon can reach is not due here', async () => {
      const { unitOfWork, dueDeliveries } = tools().subject;
      const base = { enabled: true, fallback: false, config: {}, sealed: null };
      const times = { createdAt: START, updatedAt: START };
      await unitOfWork.run(async (tx) => {
        await tx.channels.insert({ id: idOf(1), name: 'a', type: 'pager', ...base, ...times });
        await tx.channels.insert({ id: idOf(2), name: 'b', type: 'email', ...base, ...times });
      });
      const known = of(2, { channelId: idOf(2) });
      const configured = of(3, { channelId: 'env:slack', nextAttemptAt: START + 1 });
      const unknown = [of(1, { channelId: idOf(1) }), of(1, { channelId: 'env:pager' })];
      await insert(...unknown, known, configured);
      const due = await dueDeliveries.due({ room: new Map(), perChannel: 10, except: [] });
      expect(due.map(({ id }) => id)).toEqual([known.id, configured.id]);
    });

    test('due is what waits for its time and is in nobody’s hand: of each channel, what is due the longest', async () => {
      const carrier = of(1, { nextAttemptAt: START + 1 });
      const expired = of(2, { claim: { by: 'gone', at: START }, nextAttemptAt: START });
      const other = of(3, { channelId: 'email', nextAttemptAt: START + 2 });
      const later = tools().subject.now() + HOUR;
      await insert(
        carrier,
        expired,
        other,
        of(3, { bundledInto: carrier.id }),
        of('elsewhere', { nextAttemptAt: later }),
        of(1, { channelId: 'email', claim: { by: 'worker', at: tools().subject.now() } }),
        of(2, { channelId: 'email', status: 'sent', settledAt: START }),
      );
      const due = async (
        perChannel: number,
        room: readonly (readonly [string, number])[] = [],
        except: readonly string[] = [],
      ) =>
        (await tools().subject.dueDeliveries.due({ room: new Map(room), perChannel, except })).map(
          ({ id }) => id,
        );
      expect(await due(10)).toEqual([expired.id, carrier.id, other.id]);
      expect(await due(1)).toEqual([expired.id, other.id]);
      expect(await due(1, [['slack', 0]])).toEqual([other.id]);
      expect(await due(0, [['slack', 2]])).toEqual([expired.id, carrier.id]);
      expect(await due(1, [], [expired.id])).toEqual([carrier.id, other.id]);
    });
  });
}

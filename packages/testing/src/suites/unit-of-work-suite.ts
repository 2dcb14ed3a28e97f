import { describe, expect, test } from '@jest/globals';
import type { Transaction } from '@klaxon/application';
import {
  type Incident,
  MINUTE,
  namedActor,
  type RecordedChanges,
  recordChanges,
  resolve,
  snooze,
} from '@klaxon/domain';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert } from '../builders/incoming-alert.ts';
import { ALICE } from '../builders/people.ts';
import { withoutAlerts } from '../in-memory/queries.ts';
import { idOf } from '../sequential-ids.ts';
import { testJobs } from './job-queue-suite.ts';
import { eachTestWith, FIRST_PAGE, type StoreSubject } from './store-subject.ts';

const UNKNOWN = idOf(0xdead);

/** What every unit of work promises. The factory gives fresh, empty stores for each test. */
export function describeUnitOfWork(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`unit of work: ${name}`, () => {
    const tools = eachTestWith(makeSubject);

    async function store({ incident, events }: RecordedChanges): Promise<Incident> {
      return tools().subject.unitOfWork.run(async (tx) => {
        const { number: _, ...stored } = await tx.incidents.insert(incident);
        await tx.timeline.append(events);
        return stored;
      });
    }

    test('what a transaction wrote can be read after it', async () => {
      const { subject, opened } = tools();
      const { incident, events } = opened('service=api');
      await store({ incident, events });
      const { number, ...stored } = await subject.unitOfWork.run((tx) =>
        tx.incidents.get(incident.id),
      );
      expect(stored).toEqual(incident);
      expect(number).toBeGreaterThan(0);
      expect((await subject.incidentQueries.get(incident.id)).incident).toEqual({
        ...incident,
        number,
      });
      expect(await subject.history(incident.id)).toEqual(events);
    });

    test('the answer of the work is the answer of the run', async () => {
      expect(await tools().subject.unitOfWork.run(async () => 'done')).toBe('done');
    });

    test('work that throws leaves nothing: no incident, no event, no job', async () => {
      const { subject, opened } = tools();
      const { incident, events } = opened();
      const failed = subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert(incident);
        await tx.timeline.append(events);
        await tx.jobs.add([
          { name: 'announce_events', payload: { eventIds: events.map((event) => event.id) } },
        ]);
        throw new Error('power cut');
      });
      await expect(failed).rejects.toThrow('power cut');
      await expect(subject.incidentQueries.get(incident.id)).rejects.toMatchObject({
        kind: 'not-found',
      });
      expect(await subject.incidentQueries.events(events.map((event) => event.id))).toEqual([]);
      expect(await subject.waitingJobs()).toEqual([]);
    });

    test('a run after one that failed works', async () => {
      const { subject, opened } = tools();
      await expect(
        subject.unitOfWork.run(() => Promise.reject(new Error('power cut'))),
      ).rejects.toThrow('power cut');
      const incident = await store(opened());
      expect((await subject.incidentQueries.get(incident.id)).incident).toMatchObject(incident);
    });

    test('an unknown incident is not found, by get or by getPair', async () => {
      const { subject, opened } = tools();
      const known = await store(opened());
      const asked: readonly ((tx: Transaction) => Promise<unknown>)[] = [
        (tx) => tx.incidents.get(UNKNOWN),
        (tx) => tx.incidents.getPair(known.id, UNKNOWN),
        (tx) => tx.incidents.getPair(UNKNOWN, known.id),
      ];
      for (const ask of asked)
        await expect(subject.unitOfWork.run(ask)).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('a pair comes in the order it was asked for', async () => {
      const { subject, opened } = tools();
      const first = await store(opened());
      const second = await store(opened());
      const both = (a: string, b: string) =>
        subject.unitOfWork.run(async (tx) =>
          (await tx.incidents.getPair(a, b)).map((incident) => incident.id),
        );
      expect(await both(first.id, second.id)).toEqual([first.id, second.id]);
      expect(await both(second.id, first.id)).toEqual([second.id, first.id]);
    });

    test('every incident has a number of its own, a later one a higher one', async () => {
      const { subject, opened } = tools();
      const insert = () => subject.unitOfWork.run((tx) => tx.incidents.insert(opened().incident));
      const [first, second] = [await insert(), await insert()];
      expect(second.number).toBeGreaterThan(first.number);
    });

    test('an update keeps the number and changes the rest', async () => {
      const { subject, opened, clock, ids } = tools();
      const incident = await store(opened('service=api'));
      const { number } = (await subject.incidentQueries.get(incident.id)).incident;
      clock.advance(MINUTE);
      const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
      const resolved = recordChanges(incident, resolve(incident, namedActor(ALICE)), stamp);
      await subject.unitOfWork.run(async (tx) => {
        await tx.incidents.update(resolved.incident);
        await tx.timeline.append(resolved.events);
      });
      expect((await subject.incidentQueries.get(incident.id)).incident).toEqual({
        ...resolved.incident,
        number,
      });
    });

    test('events come back in the order they were written, with their incident as it is now', async () => {
      const { subject, opened, clock, ids } = tools();
      const { incident, events } = opened();
      await store({ incident, events });
      const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
      const noted = recordChanges(
        incident,
        ['one', 'two', 'three'].map((text) => ({
          type: 'note_added',
          data: { text },
          reason: 'Note added.',
        })),
        stamp,
      );
      await subject.unitOfWork.run(async (tx) => {
        await tx.incidents.update(noted.incident);
        await tx.timeline.append(noted.events);
      });
      const all = [...events, ...noted.events];
      expect((await subject.incidentQueries.timeline(incident.id, FIRST_PAGE)).items).toEqual(
        all.map(withoutAlerts),
      );
      const announced = await subject.incidentQueries.events([noted.events[1]?.id ?? '', UNKNOWN]);
      expect(announced.map(({ event }) => event)).toEqual([noted.events[1]]);
      expect(announced[0]?.incident).toMatchObject({ id: incident.id, version: 4 });
    });

    test('a second unresolved incident of a group is a conflict, on insert and on reopening', async () => {
      const { subject, opened, clock, ids } = tools();
      const first = await store(opened('service=api'));
      const insertSecond = subject.unitOfWork.run((tx) =>
        tx.incidents.insert(opened('service=api').incident),
      );
      await expect(insertSecond).rejects.toMatchObject({ kind: 'conflict' });

      const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
      const resolved = recordChanges(first, resolve(first, namedActor(ALICE)), stamp);
      await subject.unitOfWork.run((tx) => tx.incidents.update(resolved.incident));
      const second = await store(opened('service=api'));
      const reopened = recordChanges(
        resolved.incident,
        [{ type: 'reopened', data: {}, reason: 'Again.' }],
        stamp,
      );
      const reopenFirst = subject.unitOfWork.run((tx) => tx.incidents.update(reopened.incident));
      await expect(reopenFirst).rejects.toMatchObject({ kind: 'conflict' });
      expect((await subject.incidentQueries.get(first.id)).incident.status).toBe('resolved');
      expect((await subject.incidentQueries.get(second.id)).incident.status).toBe('open');
    });

    test('incidents without a group do not stand in each other’s way', async () => {
      const { opened } = tools();
      await store(opened(null));
      await expect(store(opened(null))).resolves.toMatchObject({ status: 'open' });
    });

    test('two runs at once on one incident both count', async () => {
      const { subject, opened, clock, ids } = tools();
      const incident = await store(opened());
      const note = (text: string) =>
        subject.unitOfWork.run(async (tx) => {
          const { number: _, ...current } = await tx.incidents.get(incident.id);
          const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
          const noted = recordChanges(
            current,
            [{ type: 'note_added', data: { text }, reason: 'Note added.' }],
            stamp,
          );
          await tx.incidents.update(noted.incident);
          await tx.timeline.append(noted.events);
        });
      await Promise.all([note('from the left'), note('from the right')]);
      expect((await subject.incidentQueries.get(incident.id)).incident.version).toBe(3);
    });

    test('all alerts of an incident move to another, firing or not', async () => {
      const { subject, opened, ingest } = tools();
      const firing = incomingAlert({ labels: { instance: 'a' } });
      const ending = incomingAlert({ labels: { instance: 'b' } });
      const plan = await ingest(alertReport([firing, ending]));
      await ingest(
        alertReport([firing, { ...ending, status: 'resolved', endsAt: ending.startsAt + MINUTE }]),
      );
      const from = plan.newIncidents[0]?.id ?? '';
      const target = await store(opened());
      await subject.unitOfWork.run((tx) => tx.alerts.move(from, target.id));
      expect(await subject.incidentQueries.get(from)).toMatchObject({ alerts: 0, firingAlerts: 0 });
      expect(await subject.incidentQueries.get(target.id)).toMatchObject({
        alerts: 2,
        firingAlerts: 1,
      });
    });

    test('snoozes that are over are those that end now or earlier', async () => {
      const { subject, opened, clock, ids } = tools();
      const now = clock.now();
      const snoozed = await Promise.all(
        [1, 2, 3].map(async (minutes) => {
          const incident = await store(opened());
          const stamp = { actor: ALICE, at: now, newId: () => ids.next() };
          const changed = recordChanges(
            incident,
            snooze(incident, now + minutes * MINUTE, now),
            stamp,
          );
          await subject.unitOfWork.run((tx) => tx.incidents.update(changed.incident));
          return incident.id;
        }),
      );
      await store(opened());
      const ended = (at: number, limit = 10) =>
        subject.unitOfWork.run((tx) => tx.incidents.snoozeEnded(at, limit));
      expect(await ended(now)).toEqual([]);
      expect([...(await ended(now + 2 * MINUTE))].sort()).toEqual(snoozed.slice(0, 2).sort());
      expect(await ended(now + 9 * MINUTE, 2)).toHaveLength(2);
    });

    test('unheard are unresolved incidents all of whose firing alerts are silent, and which have some', async () => {
      const { subject, opened, clock, ingest, ids } = tools();
      const heardLate = incomingAlert({ labels: { service: 'mixed', instance: 'b' } });
      const silent = incomingAlert({ labels: { service: 'silent' } });
      const plan = await ingest(
        alertReport([silent, incomingAlert({ labels: { service: 'mixed', instance: 'a' } })]),
      );
      await store(opened());
      clock.advance(10 * MINUTE);
      await ingest(alertReport([heardLate]));
      const unheard = (before: number) =>
        subject.unitOfWork.run((tx) => tx.incidents.unheard(before, 10));
      const ofSilent = plan.newIncidents.find((incident) => incident.groupKey === 'service=silent');
      expect(await unheard(clock.now())).toEqual([ofSilent?.id]);
      expect(await unheard(clock.now() - 10 * MINUTE)).toEqual([]);

      const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
      if (!ofSilent) throw new TypeError('the silent alert opened no incident');
      const stale = recordChanges(
        ofSilent,
        [{ type: 'went_stale', data: {}, reason: 'Silent.' }],
        stamp,
      );
      await subject.unitOfWork.run((tx) => tx.incidents.update(stale.incident));
      expect(await unheard(clock.now())).toEqual([]);
    });

    testJobs(tools);
  });
}

import { describe, expect, test } from '@jest/globals';
import { announcementOf, type Incident, recordChanges, resolve } from '@klaxon/domain';
import { ALICE } from '../builders/people.ts';
import { eachTestWith, FIRST_PAGE, type StoreSubject } from './store-subject.ts';

/** What every stream of events promises. The factory gives fresh, empty stores for each test. */
export function describeLiveEvents(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`live events: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    const live = () => tools().subject.liveEvents;
    const open = async (): Promise<Incident> => {
      const { incident, events } = tools().opened();
      await tools().subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert(incident);
        await tx.timeline.append(events);
      });
      return incident;
    };
    const openAll = async (count: number) => {
      const ids: string[] = [];
      for (let opened = 0; opened < count; opened += 1) ids.push((await open()).id);
      return ids;
    };
    const resolveOne = (id: string) =>
      tools().subject.unitOfWork.run(async (tx) => {
        const incident = await tx.incidents.get(id);
        const stamp = {
          actor: ALICE,
          at: tools().clock.now(),
          newId: () => tools().ids.next(),
        };
        const changed = recordChanges(
          incident,
          resolve(incident, { id: 'alice', name: 'Alice' }),
          stamp,
        );
        await tx.incidents.update(changed.incident);
        await tx.timeline.append(changed.events);
      });
    const batch = async (position: string, until?: string) => {
      const found = await live().after(position, 100, until);
      if (!found) throw new TypeError(`${position} is no place`);
      return found;
    };
    const told = async (position: string, until?: string) =>
      (await batch(position, until)).events.map(({ event }) => event.incidentId);

    test('each event is told once, and none that was committed before the place', async () => {
      await open();
      const begin = await live().now();
      expect(await told(begin)).toEqual([]);
      const ids = await openAll(2);
      expect(await told(begin)).toEqual(ids);
      const { position } = await batch(begin);
      expect(await told(position)).toEqual([]);
      const more = await openAll(1);
      expect(await told(position)).toEqual(more);
    });

    test('up to a place is what was committed before that', async () => {
      const begin = await live().now();
      const ids = await openAll(2);
      const end = await live().now();
      await open();
      expect(await told(begin, end)).toEqual(ids);
      expect(await told(end, end)).toEqual([]);
    });

    test('after each event the others follow, in the same order', async () => {
      const begin = await live().now();
      const ids = await openAll(3);
      const { events, position } = await batch(begin);
      const later = await openAll(1);
      for (const [index, event] of events.entries())
        expect(await told(event.position)).toEqual([...ids.slice(index + 1), ...later]);
      expect(events.at(-1)?.position).toBe(position);
      expect(await told(events[1]?.position ?? '', position)).toEqual(ids.slice(2));
    });

    test('an event tells what its incident is by now', async () => {
      const begin = await live().now();
      const { id, title } = await open();
      await resolveOne(id);
      const { events } = await batch(begin);
      const { number } = (await tools().subject.incidentQueries.get(id)).incident;
      const at = tools().clock.now();
      const now = { incidentId: id, at, number, title, severity: 'high', status: 'resolved' };
      expect(events.map(({ event }) => event)).toEqual([
        { ...now, version: 1, type: 'opened' },
        { ...now, version: 2, type: 'resolved' },
      ]);
    });

    test('an event that only a newer Klaxon knows is passed on and shown as it is, and announces nothing', async () => {
      const { subject, clock, ids, opened } = tools();
      const begin = await live().now();
      const { incident, events } = opened();
      const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
      const change = {
        type: 'note_added',
        data: { text: '' },
        reason: 'Nobody answered.',
      } as const;
      const noted = recordChanges(incident, [change], stamp);
      const shown = { type: 'unknown', data: { name: 'unknown' } } as const;
      const [note] = noted.events;
      if (!note) throw new TypeError('a note is an event');
      const newer = { ...note, ...shown };
      await subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert(noted.incident);
        await tx.timeline.append([...events, newer]);
      });
      const { items } = await subject.incidentQueries.timeline(incident.id, FIRST_PAGE);
      const reason = 'Nobody answered.';
      expect(items).toMatchObject([{ type: 'opened' }, { ...shown, reason }]);
      const passedOn = (await batch(begin)).events.map(({ event }) => event.type);
      expect(passedOn).toEqual(['opened', 'unknown']);
      const [announced] = await subject.incidentQueries.events([newer.id]);
      expect(announced?.event).toMatchObject(shown);
      expect(announced && announcementOf(announced.event, 'open')).toBeNull();
    });

    test('more than can be told is told as such', async () => {
      const begin = await live().now();
      await openAll(3);
      expect((await live().after(begin, 3))?.events).toHaveLength(3);
      expect(await live().after(begin, 2)).toBeNull();
    });

    test('what was rolled back is not told', async () => {
      const begin = await live().now();
      const { incident, events } = tools().opened();
      const failed = tools().subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert(incident);
        await tx.timeline.append(events);
        throw new RangeError('changed its mind');
      });
      await expect(failed).rejects.toThrow('changed its mind');
      expect(await told(begin)).toEqual([]);
    });

    test.each([
      '',
      'x',
      '-1',
      '1:2:3',
      '1/2/3',
      "0/1:1:'; DROP TABLE incidents",
      '99999999999999999999/1:1:',
      '9'.repeat(10_000),
    ])('%j is no place', async (position) => {
      expect(await live().after(position, 100)).toBeNull();
      expect(await live().after(position, 100, await live().now())).toBeNull();
    });

    test('whoever listens hears of it, and of nothing once they stopped', async () => {
      let heard = 0;
      let wake = () => {};
      const next = () =>
        new Promise<void>((resolveNext) => {
          wake = resolveNext;
        });
      const first = next();
      const listening = live().listen(() => {
        heard += 1;
        wake();
      });
      await first;
      const second = next();
      await open();
      await second;
      await listening.stop();
      const before = heard;
      await open();
      expect(heard).toBe(before);
    });
  });
}

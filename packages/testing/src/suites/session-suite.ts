import { describe, expect, test } from '@jest/globals';
import type { InvitationRecord, SessionRecord, Transaction } from '@klaxon/application';
import { HOUR, MINUTE } from '@klaxon/domain';
import { apiKeyRecord } from '../builders/key-record.ts';
import { teamRecord, userRecord } from '../builders/user-record.ts';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

const ADA = userRecord();
const BOB = userRecord({ id: idOf(1_001), email: 'bob@example.org', name: 'Bob' });
const PAYMENTS = teamRecord();
const hashOf = (byte: number) => new Uint8Array(32).fill(byte);

const FIRST: SessionRecord = {
  id: idOf(2_001),
  userId: ADA.id,
  kind: 'browser',
  tokenHash: hashOf(1),
  createdAt: START,
  lastSeenAt: START,
  expiresAt: START + 24 * HOUR,
  userAgent: 'Firefox',
  address: '192.0.2.7',
};
const SECOND: SessionRecord = { ...FIRST, id: idOf(2_002), tokenHash: hashOf(2) };
const TOKEN: SessionRecord = { ...FIRST, id: idOf(2_003), kind: 'token', tokenHash: null };
const BOBS: SessionRecord = { ...FIRST, id: idOf(2_004), userId: BOB.id, tokenHash: hashOf(4) };
const LINK: InvitationRecord = {
  id: idOf(2_100),
  userId: ADA.id,
  tokenHash: hashOf(9),
  createdAt: START,
  expiresAt: START + HOUR,
  byKey: false,
};

/** What every store of sessions and one-time links promises. The factory gives fresh, empty stores for each test. */
export function describeSessions(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`sessions and one-time links: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      tools().subject.unitOfWork.run(work);
    const queries = () => tools().subject.accessQueries;
    const begin = (...sessions: readonly SessionRecord[]) =>
      run(async (tx) => {
        await tx.users.insert(ADA);
        await tx.users.insert(BOB);
        for (const session of sessions) await tx.sessions.insert(session);
      });
    const left = async (userId = ADA.id) =>
      (await queries().sessionsOf(userId)).map(({ id }) => id).sort();

    test('a session is found by what the cookie holds and by its id, with its owner of now', async () => {
      await begin(FIRST, TOKEN);
      await run(async (tx) => {
        await tx.teams.insert(PAYMENTS);
        await tx.users.setTeamsOf(ADA.id, [PAYMENTS.id]);
        await tx.users.update({ ...ADA, role: 'admin', deactivatedAt: START });
      });
      const found = {
        id: FIRST.id,
        kind: 'browser',
        lastSeenAt: START,
        expiresAt: FIRST.expiresAt,
        user: {
          id: ADA.id,
          email: ADA.email,
          name: 'Ada',
          role: 'admin',
          teamIds: [PAYMENTS.id],
          deactivatedAt: START,
        },
      };
      expect(await queries().sessionByTokenHash(hashOf(1))).toEqual(found);
      expect(await queries().sessionById(FIRST.id)).toEqual(found);
      expect(await queries().sessionById(TOKEN.id)).toMatchObject({ kind: 'token' });
      expect(await queries().sessionByTokenHash(hashOf(8))).toBeNull();
      expect(await queries().sessionById(idOf(2_999))).toBeNull();
    });

    test('of sessions and keys those stand that are there, as they are now', async () => {
      const key = apiKeyRecord({ expiresAt: START + HOUR });
      await begin(FIRST, TOKEN, BOBS);
      await run(async (tx) => {
        await tx.apiKeys.insert(key);
        await tx.users.update({ ...ADA, role: 'admin', deactivatedAt: START });
      });
      const { lastSeenAt, expiresAt } = FIRST;
      const ids = [FIRST.id, TOKEN.id, idOf(2_999)];
      const { sessions, apiKeys } = await queries().standing(ids, [key.id, idOf(2_999)]);
      const adas = { lastSeenAt, expiresAt, role: 'admin', isActive: false };
      expect([...sessions].sort((a, b) => a.id.localeCompare(b.id))).toEqual([
        { id: FIRST.id, ...adas },
        { id: TOKEN.id, ...adas },
      ]);
      expect(apiKeys).toEqual([{ id: key.id, expiresAt: START + HOUR }]);
      expect(await queries().standing([], [])).toEqual({ sessions: [], apiKeys: [] });
    });

    test('sessions are listed of one user, the one used last first', async () => {
      await begin(FIRST, SECOND, BOBS);
      await queries().touchSession(SECOND.id, START + MINUTE);
      const { tokenHash: _, ...shown } = SECOND;
      const [first, second, ...more] = await queries().sessionsOf(ADA.id);
      expect(first).toMatchObject({ ...shown, lastSeenAt: START + MINUTE });
      expect(second?.id).toBe(FIRST.id);
      expect(more).toEqual([]);
    });

    test('a session is there for its owner, until it is ended', async () => {
      await begin(FIRST, BOBS);
      const exist = (userId: string) =>
        run(async (tx) => [
          await tx.sessions.exists(userId, FIRST.id),
          await tx.sessions.exists(userId, BOBS.id),
        ]);
      expect([await exist(ADA.id), await exist(BOB.id)]).toEqual([
        [true, false],
        [false, true],
      ]);
      await run((tx) => tx.sessions.delete(ADA.id, FIRST.id));
      expect(await exist(ADA.id)).toEqual([false, false]);
    });

    test('a session is ended by its owner alone', async () => {
      await begin(FIRST, BOBS);
      await expect(run((tx) => tx.sessions.delete(ADA.id, BOBS.id))).rejects.toMatchObject({
        kind: 'not-found',
      });
      await run((tx) => tx.sessions.delete(ADA.id, FIRST.id));
      expect(await left()).toEqual([]);
      expect(await left(BOB.id)).toEqual([BOBS.id]);
    });

    test('a session ends by what its cookie holds, and an unknown one ends nothing', async () => {
      await begin(FIRST, SECOND, TOKEN);
      await run((tx) => tx.sessions.deleteByTokenHash(hashOf(8)));
      await run((tx) => tx.sessions.deleteByTokenHash(hashOf(1)));
      expect(await left()).toEqual([SECOND.id, TOKEN.id]);
    });

    test('all sessions of somebody end but one, or all of them', async () => {
      await begin(FIRST, SECOND, TOKEN, BOBS);
      expect(await run((tx) => tx.sessions.deleteOthers(ADA.id, FIRST.id))).toBe(2);
      expect(await left()).toEqual([FIRST.id]);
      expect(await run((tx) => tx.sessions.deleteOthers(ADA.id, null))).toBe(1);
      expect(await left()).toEqual([]);
      expect(await left(BOB.id)).toEqual([BOBS.id]);
    });

    test('sessions are forgotten that expired or were not used', async () => {
      const idle = { ...SECOND, lastSeenAt: START - HOUR };
      const expired = { ...BOBS, expiresAt: START };
      await begin(FIRST, idle, expired);
      expect(await run((tx) => tx.sessions.deleteEnded(START, START - HOUR))).toBe(2);
      expect(await left()).toEqual([FIRST.id]);
      expect(await left(BOB.id)).toEqual([]);
    });

    test('a user has one link: a new one takes the place of the old', async () => {
      await begin();
      await run((tx) => tx.invitations.put(LINK));
      expect(await run((tx) => tx.invitations.byTokenHash(hashOf(9)))).toEqual(LINK);
      const newer = { ...LINK, id: idOf(2_101), tokenHash: hashOf(10) };
      await run((tx) => tx.invitations.put(newer));
      expect(await run((tx) => tx.invitations.byTokenHash(hashOf(9)))).toBeNull();
      expect(await run((tx) => tx.invitations.byTokenHash(hashOf(10)))).toEqual(newer);
    });

    test('links go when they are used, taken back or expired', async () => {
      await begin();
      const known = () => run((tx) => tx.invitations.byTokenHash(hashOf(9)));
      const put = () => run((tx) => tx.invitations.put(LINK));
      await put();
      await run((tx) => tx.invitations.delete(LINK.id));
      expect(await known()).toBeNull();
      await put();
      await run((tx) => tx.invitations.deleteOf(ADA.id));
      expect(await known()).toBeNull();
      await put();
      await run((tx) => tx.invitations.deleteMadeByKey(ADA.id));
      expect(await known()).toEqual(LINK);
      await run((tx) => tx.invitations.put({ ...LINK, byKey: true }));
      await run((tx) => tx.invitations.deleteMadeByKey(BOB.id));
      expect(await known()).toMatchObject({ byKey: true });
      await run((tx) => tx.invitations.deleteMadeByKey(ADA.id));
      expect(await known()).toBeNull();
      await put();
      await run((tx) => tx.invitations.deleteExpired(LINK.expiresAt - 1));
      expect(await known()).toEqual(LINK);
      await run((tx) => tx.invitations.deleteExpired(LINK.expiresAt));
      expect(await known()).toBeNull();
    });

    describe('places that somebody signed in from', () => {
      const marksOf = (userId: string, since = START - 1, marks = ['laptop', 'phone']) =>
        run((tx) => tx.knownPlaces.knownMarks(userId, marks, since));
      const remember = (userId: string, mark: string, at = START) =>
        run((tx) => tx.knownPlaces.remember(userId, { marks: [mark], address: '192.0.2.7' }, at));

      test('are known of them alone, and as long as they are used', async () => {
        await begin();
        await remember(ADA.id, 'laptop');
        await remember(BOB.id, 'phone');
        expect([await marksOf(ADA.id), await marksOf(BOB.id)]).toEqual([['laptop'], ['phone']]);
        expect(await marksOf(ADA.id, START)).toEqual([]);
        await remember(ADA.id, 'laptop', START + HOUR);
        expect(await marksOf(ADA.id, START)).toEqual(['laptop']);
        expect(await marksOf(ADA.id, START, [])).toEqual([]);
      });

      test('are forgotten of one user, or when they were not used', async () => {
        await begin();
        await remember(ADA.id, 'laptop');
        await remember(BOB.id, 'laptop');
        await run((tx) => tx.knownPlaces.deleteOf(ADA.id));
        expect([await marksOf(ADA.id), await marksOf(BOB.id)]).toEqual([[], ['laptop']]);
        await run((tx) => tx.knownPlaces.deleteUnused(START - 1));
        expect(await marksOf(BOB.id)).toEqual(['laptop']);
        await run((tx) => tx.knownPlaces.deleteUnused(START));
        expect(await marksOf(BOB.id)).toEqual([]);
      });
    });
  });
}

import { describe, expect, test } from '@jest/globals';
import type { NamePage, Transaction, UserRecord } from '@klaxon/application';
import { MINUTE } from '@klaxon/domain';
import { serviceRecord, teamRecord, userRecord } from '../builders/user-record.ts';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

const ALL: NamePage = { limit: 100, offset: 0 };
const ADA = userRecord();
const BOB = userRecord({ id: idOf(1_001), email: 'bob@example.org', name: 'Bob', role: 'admin' });
const PAYMENTS = teamRecord();
const SEARCH = teamRecord({ id: idOf(1_101), name: 'Search' });
const CHECKOUT = serviceRecord();

/** What every store of people, teams and services promises. The factory gives fresh, empty stores for each test. */
export function describePeople(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`people, teams and services: ${name}`, () => {
    const tools = eachTestWith(makeSubject);

    const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      tools().subject.unitOfWork.run(work);
    const insert = (...users: readonly UserRecord[]) =>
      run(async (tx) => {
        for (const user of users) await tx.users.insert(user);
      });
    const insertTeams = () =>
      run(async (tx) => {
        await tx.teams.insert(PAYMENTS);
        await tx.teams.insert(SEARCH);
      });

    describe('a user', () => {
      test('is kept as given, found by id, address and account', async () => {
        const oidc = { issuer: 'https://id.example.org', subject: '42' };
        const eve = userRecord({
          id: idOf(1_002),
          email: 'eve@example.org',
          passwordHash: null,
          oidc,
        });
        await insert(ADA, eve);
        expect(await run((tx) => tx.users.get(ADA.id))).toEqual(ADA);
        expect(await run((tx) => tx.users.byEmail(ADA.email))).toEqual(ADA);
        expect(await run((tx) => tx.users.byOidc(oidc.issuer, '42'))).toEqual(eve);
        expect(await run((tx) => tx.users.byOidc(oidc.issuer, '43'))).toBeNull();
        expect(await run((tx) => tx.users.byEmail('nobody@example.org'))).toBeNull();
      });

      test('is named by their id, whatever else is asked for', async () => {
        await insert(ADA, BOB);
        const { names } = tools().subject.peopleQueries;
        const asked = [BOB.id, null, idOf(9), 'slack:ada', '', ADA.id, BOB.id];
        expect(await names(asked)).toEqual(
          new Map([
            [ADA.id, 'Ada'],
            [BOB.id, 'Bob'],
          ]),
        );
        expect(await names([])).toEqual(new Map());
      });

      test('changes in everything but id and age', async () => {
        await insert(ADA);
        const changed = userRecord({
          email: 'ada.l@example.org',
          name: 'Ada L.',
          role: 'viewer',
          passwordHash: '$argon2id$of-ada-again',
          passwordByKey: true,
          passwordEndedAt: START + MINUTE,
          oidc: { issuer: 'https://id.example.org', subject: '1' },
          updatedAt: START + MINUTE,
          deactivatedAt: START + MINUTE,
        });
        await run((tx) => tx.users.update({ ...changed, createdAt: START + MINUTE }));
        expect(await run((tx) => tx.users.get(ADA.id))).toEqual(changed);
      });

      test('is not found where there is none', async () => {
        await expect(run((tx) => tx.users.get(idOf(9)))).rejects.toMatchObject({
          kind: 'not-found',
        });
        await expect(tools().subject.peopleQueries.user(idOf(9))).rejects.toMatchObject({
          kind: 'not-found',
        });
      });

      test('shares neither address nor account with another', async () => {
        const oidc = { issuer: 'https://id.example.org', subject: '42' };
        await insert({ ...ADA, oidc }, BOB);
        const message = 'Another user has this e-mail address already.';
        for (const attempt of [
          () => insert({ ...ADA, id: idOf(9) }),
          () => run((tx) => tx.users.update({ ...BOB, email: ADA.email })),
        ])
          await expect(attempt()).rejects.toMatchObject({ kind: 'conflict', message });
        const sameAccount = run((tx) => tx.users.update({ ...BOB, oidc }));
        await expect(sameAccount).rejects.toMatchObject({ kind: 'conflict' });
        await run((tx) => tx.users.update({ ...BOB, oidc: { ...oidc, issuer: 'https://b.org' } }));
      });

      test('counts among the admins only where they can sign in as one', async () => {
        const other = (id: number, change: Partial<UserRecord>) =>
          userRecord({ id: idOf(id), email: `u${id}@example.org`, role: 'admin', ...change });
        const oidc = { issuer: 'https://id.example.org', subject: '7' };
        await insert(
          ADA,
          BOB,
          other(2_000, { deactivatedAt: START }),
          other(2_001, { passwordHash: null }),
          other(2_003, { passwordEndedAt: START }),
          other(2_002, { passwordHash: null, oidc }),
        );
        expect(await run((tx) => tx.users.activeAdmins())).toEqual([BOB.id, idOf(2_002)]);
      });

      test('who is an admin cannot be demoted by one whom they demote meanwhile', async () => {
        const eve = userRecord({ id: idOf(1_002), email: 'eve@example.org', role: 'admin' });
        await insert(BOB, eve);
        const demote = (user: UserRecord) =>
          run(async (tx) => {
            const admins = await tx.users.activeAdmins();
            if (admins.length > 1) await tx.users.update({ ...user, role: 'viewer' });
          });
        let meanwhile: Promise<void> | undefined;
        await run(async (tx) => {
          const admins = await tx.users.activeAdmins();
          meanwhile ??= demote(eve);
          // Long enough for the other to be through, were it not for the locks.
          for (let round = 0; round < 100; round += 1) await tx.users.byEmail('nobody@example.org');
          if (admins.length > 1) await tx.users.update({ ...BOB, role: 'viewer' });
        });
        await meanwhile;
        expect(await run((tx) => tx.users.activeAdmins())).toHaveLength(1);
      });
    });

    describe('memberships', () => {
      test('are set as a whole', async () => {
        await insert(ADA);
        await insertTeams();
        await run((tx) => tx.users.setTeamsOf(ADA.id, [SEARCH.id, PAYMENTS.id, SEARCH.id]));
        expect(await run((tx) => tx.users.teamsOf(ADA.id))).toEqual([PAYMENTS.id, SEARCH.id]);
        await run((tx) => tx.users.setTeamsOf(ADA.id, [SEARCH.id]));
        expect(await run((tx) => tx.users.teamsOf(ADA.id))).toEqual([SEARCH.id]);
      });

      test('need a team that exists', async () => {
        await insert(ADA);
        const attempt = run((tx) => tx.users.setTeamsOf(ADA.id, [idOf(9)]));
        await expect(attempt).rejects.toMatchObject({
          kind: 'invalid',
          faults: [{ path: 'team_ids' }],
        });
      });

      test('end with their team', async () => {
        await insert(ADA);
        await insertTeams();
        await run((tx) => tx.users.setTeamsOf(ADA.id, [SEARCH.id, PAYMENTS.id]));
        await run((tx) => tx.teams.delete(SEARCH.id));
        expect(await run((tx) => tx.users.teamsOf(ADA.id))).toEqual([PAYMENTS.id]);
      });
    });

    describe('a team', () => {
      test('is kept as given and renamed', async () => {
        await insertTeams();
        expect(await run((tx) => tx.teams.get(SEARCH.id))).toEqual(SEARCH);
        const renamed = { ...SEARCH, name: 'Find', updatedAt: START + MINUTE };
        await run((tx) => tx.teams.update({ ...renamed, createdAt: START + MINUTE }));
        expect(await run((tx) => tx.teams.get(SEARCH.id))).toEqual(renamed);
      });

      test('has a name of its own', async () => {
        await insertTeams();
        for (const attempt of [
          () => run((tx) => tx.teams.insert({ ...SEARCH, id: idOf(9) })),
          () => run((tx) => tx.teams.update({ ...SEARCH, name: PAYMENTS.name })),
        ])
          await expect(attempt()).rejects.toMatchObject({
            kind: 'conflict',
            message: 'Another team has this name already.',
          });
      });

      test('stays while something belongs to it', async () => {
        await insertTeams();
        await run((tx) => tx.services.insert({ ...CHECKOUT, teamId: SEARCH.id }));
        await expect(run((tx) => tx.teams.delete(SEARCH.id))).rejects.toMatchObject({
          kind: 'conflict',
          message: expect.stringContaining('the service "checkout"'),
        });
        await run((tx) => tx.services.update(CHECKOUT));
        await run((tx) => tx.teams.delete(SEARCH.id));
        for (const attempt of [
          () => run((tx) => tx.teams.get(SEARCH.id)),
          () => run((tx) => tx.teams.delete(SEARCH.id)),
          () => tools().subject.peopleQueries.team(SEARCH.id),
        ])
          await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' });
      });
    });

    describe('a service', () => {
      test('is kept as given, changed and deleted', async () => {
        await insertTeams();
        await run((tx) => tx.services.insert(CHECKOUT));
        expect(await run((tx) => tx.services.get(CHECKOUT.id))).toEqual(CHECKOUT);
        const changed = { ...CHECKOUT, name: 'shop', teamId: SEARCH.id, updatedAt: START + 1 };
        await run((tx) => tx.services.update({ ...changed, createdAt: START + 1 }));
        expect(await tools().subject.peopleQueries.service(CHECKOUT.id)).toEqual({
          ...changed,
          teamName: 'Search',
        });
        await run((tx) => tx.services.delete(CHECKOUT.id));
        for (const attempt of [
          () => run((tx) => tx.services.get(CHECKOUT.id)),
          () => run((tx) => tx.services.delete(CHECKOUT.id)),
          () => tools().subject.peopleQueries.service(CHECKOUT.id),
        ])
          await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' });
      });

      test('has a name of its own and a team that exists', async () => {
        await run((tx) => tx.services.insert(CHECKOUT));
        const other = serviceRecord({ id: idOf(9), name: 'search' });
        await run((tx) => tx.services.insert(other));
        for (const attempt of [
          () => run((tx) => tx.services.insert({ ...CHECKOUT, id: idOf(10) })),
          () => run((tx) => tx.services.update({ ...other, name: 'checkout' })),
        ])
          await expect(attempt()).rejects.toMatchObject({ kind: 'conflict' });
        for (const attempt of [
          () =>
            run((tx) =>
              tx.services.insert({ ...CHECKOUT, id: idOf(10), name: 'x', teamId: idOf(9) }),
            ),
          () => run((tx) => tx.services.update({ ...other, teamId: idOf(9) })),
        ])
          await expect(attempt()).rejects.toMatchObject({
            kind: 'invalid',
            faults: [{ path: 'team_id' }],
          });
      });
    });

    describe('lists', () => {
      const names = async (...ask: Parameters<StoreSubject['peopleQueries']['users']>) => {
        const { items, total } = await tools().subject.peopleQueries.users(...ask);
        return { names: items.map((one) => one.name), total };
      };

      test('tell of users by name, without what proves who they are', async () => {
        const invited = userRecord({
          id: idOf(1_002),
          name: 'Aaron',
          email: 'aaron@example.org',
          passwordHash: null,
        });
        await insert(BOB, ADA, invited);
        await insertTeams();
        await run(async (tx) => {
          await tx.users.setTeamsOf(ADA.id, [SEARCH.id, PAYMENTS.id]);
          await tx.invitations.put({
            id: idOf(50),
            userId: invited.id,
            tokenHash: Uint8Array.of(1),
            createdAt: START,
            expiresAt: START + MINUTE,
            byKey: false,
          });
        });
        const { peopleQueries } = tools().subject;
        const { items } = await peopleQueries.users({}, ALL);
        expect(items.map((one) => one.name)).toEqual(['Aaron', 'Ada', 'Bob']);
        const {
          passwordHash: _,
          passwordByKey: __,
          passwordEndedAt: ___,
          oidc: ____,
          ...ada
        } = ADA;
        expect(items[1]).toEqual({
          ...ada,
          teamIds: [PAYMENTS.id, SEARCH.id],
          canSignIn: true,
          invitationExpiresAt: null,
        });
        expect(await peopleQueries.user(invited.id)).toMatchObject({
          canSignIn: false,
          invitationExpiresAt: START + MINUTE,
        });
      });

      test('find users by part of name or address, by team, and by whether they are active', async () => {
        await insert({ ...ADA, name: 'Ada 100%_\\' }, { ...BOB, deactivatedAt: START });
        await insertTeams();
        await run((tx) => tx.users.setTeamsOf(ADA.id, [SEARCH.id]));
        const ada = { names: ['Ada 100%_\\'], total: 1 };
        for (const q of ['aDA', '0%', '%_', '_\\', '\\'])
          expect(await names({ q }, ALL)).toEqual(ada);
        expect(await names({ q: 'BOB@' }, ALL)).toEqual({ names: ['Bob'], total: 1 });
        for (const q of ['a%a', 'b_b']) expect(await names({ q }, ALL)).toMatchObject({ total: 0 });
        expect(await names({ active: true }, ALL)).toEqual(ada);
        expect(await names({ active: false }, ALL)).toEqual({ names: ['Bob'], total: 1 });
        expect(await names({ teamId: SEARCH.id }, ALL)).toEqual(ada);
        expect(await names({ teamId: PAYMENTS.id }, ALL)).toMatchObject({ total: 0 });
      });

      test('come in pages, and tell how many there are in all', async () => {
        await insert(ADA, BOB);
        expect(await names({}, { limit: 1, offset: 1 })).toEqual({ names: ['Bob'], total: 2 });
      });

      test('tell of teams with their members', async () => {
        await insert(ADA, BOB);
        await insertTeams();
        await run(async (tx) => {
          await tx.users.setTeamsOf(BOB.id, [SEARCH.id]);
          await tx.users.setTeamsOf(ADA.id, [SEARCH.id]);
        });
        const { peopleQueries } = tools().subject;
        const search = { ...SEARCH, memberIds: [ADA.id, BOB.id] };
        expect(await peopleQueries.teams()).toEqual([{ ...PAYMENTS, memberIds: [] }, search]);
        expect(await peopleQueries.team(SEARCH.id)).toEqual(search);
      });

      test('tell of services, those of a team and those of none', async () => {
        await insertTeams();
        const search = serviceRecord({ id: idOf(9), name: 'search', teamId: SEARCH.id });
        await run(async (tx) => {
          await tx.services.insert(search);
          await tx.services.insert(CHECKOUT);
        });
        const { peopleQueries } = tools().subject;
        const all = [
          { ...CHECKOUT, teamName: null },
          { ...search, teamName: 'Search' },
        ];
        expect(await peopleQueries.services({}, ALL)).toEqual({ items: all, total: 2 });
        for (const [filter, found] of [
          [{ teamId: null }, [all[0]]],
          [{ teamId: SEARCH.id }, [all[1]]],
          [{ q: 'CHECK' }, [all[0]]],
        ] as const)
          expect((await peopleQueries.services(filter, ALL)).items).toEqual(found);
      });
    });
  });
}

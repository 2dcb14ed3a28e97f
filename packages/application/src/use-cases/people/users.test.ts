import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type ApiKeyPrincipal,
  DEFAULT_SESSION_POLICY,
  INVITATION_LIFETIME,
  LOCAL,
  MINUTE,
} from '@klaxon/domain';
import {
  idOf,
  makeStage,
  plainBearerSecrets,
  plainPasswords,
  START,
  type Stage,
  teamRecord,
  userRecord,
} from '@klaxon/testing';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { Caller } from '../../shared/caller.ts';
import { startSession } from '../sign-in/start-session.ts';
import { makeAcceptInvitation, makeCheckInvitation } from './accept-invitation.ts';
import { makeCreateAdmin } from './create-admin.ts';
import { makeDeactivateUser, makeReactivateUser } from './deactivate-user.ts';
import { makeEditUser } from './edit-user.ts';
import { makeInviteUser } from './invite-user.ts';
import { makeRenewInvitation } from './renew-invitation.ts';

const ME: Caller = { principal: LOCAL, requestId: 'request-1', address: '127.0.0.1' };
const KEY: ApiKeyPrincipal = {
  kind: 'api-key',
  id: 'key-1',
  name: 'directory',
  scopes: ['people:read', 'people:write'],
  teamId: null,
  expiresAt: null,
};
const MACHINE: Caller = { ...ME, principal: KEY };
const DEVICE = { userAgent: 'Firefox', address: '192.0.2.7', requestId: 'request-2', marks: [] };
const PASSWORD = 'four words are enough';
const PAYMENTS = teamRecord();
const WISH = { email: 'Eve@Example.org', name: 'Eve', role: 'responder', teamIds: [] } as const;

let stage: Stage;

beforeEach(() => {
  stage = makeStage();
});

function useCases() {
  const tools = {
    ...stage.tools,
    secrets: plainBearerSecrets(),
    passwords: plainPasswords(),
    policy: DEFAULT_SESSION_POLICY,
  };
  const { unitOfWork } = tools;
  return {
    invite: makeInviteUser(tools),
    renew: makeRenewInvitation(tools),
    check: makeCheckInvitation(tools),
    accept: makeAcceptInvitation(tools),
    edit: makeEditUser(tools),
    deactivate: makeDeactivateUser(tools),
    reactivate: makeReactivateUser(tools),
    createAdmin: makeCreateAdmin(tools),
    view: (id: string) => stage.database.peopleQueries.user(id),
    record: (id: string) => unitOfWork.run((tx) => tx.users.get(id)),
    insert: (...users: readonly UserRecord[]) =>
      unitOfWork.run(async (tx) => {
        for (const user of users) await tx.users.insert(user);
      }),
    signIn: async (user: UserRecord) => {
      const { secret } = await unitOfWork.run((tx) =>
        startSession(tx, tools, user, DEVICE, 'password'),
      );
      return secret;
    },
    isSignedIn: async (secret: string) =>
      (await stage.database.accessQueries.sessionByTokenHash(tools.secrets.hash(secret))) !== null,
  };
}

const actions = () => stage.database.auditEntries.map(({ action }) => action);
const lastEntry = () => stage.database.auditEntries.at(-1);

describe('inviting somebody', () => {
  test('makes a user who cannot sign in yet, and a link that is told once', async () => {
    const { invite, view, check } = useCases();
    await stage.tools.unitOfWork.run((tx) => tx.teams.insert(PAYMENTS));
    const { userId, link } = await invite({ actor: ME, ...WISH, teamIds: [PAYMENTS.id] });
    expect(await view(userId)).toMatchObject({
      email: 'eve@example.org',
      name: 'Eve',
      role: 'responder',
      teamIds: [PAYMENTS.id],
      canSignIn: false,
      invitationExpiresAt: START + INVITATION_LIFETIME,
    });
    expect(await check({ token: link.token })).toEqual({
      email: 'eve@example.org',
      name: 'Eve',
      expiresAt: link.expiresAt,
    });
    expect(lastEntry()).toMatchObject({
      actor: { kind: 'local' },
      action: 'user.invited',
      target: { kind: 'user', id: userId, name: 'eve@example.org' },
      after: { email: 'eve@example.org', name: 'Eve', role: 'responder', team_ids: [PAYMENTS.id] },
      requestId: 'request-1',
    });
    expect(JSON.stringify(stage.database.auditEntries)).not.toContain(link.token);
  });

  test('is refused for an address that is taken or none, and for a team that is not there', async () => {
    const { invite } = useCases();
    await invite({ actor: ME, ...WISH });
    for (const [wish, refusal] of [
      [WISH, { kind: 'conflict' }],
      [
        { ...WISH, email: 'eve' },
        { kind: 'invalid', faults: [{ path: 'email' }] },
      ],
      [
        { ...WISH, email: 'x@example.org', teamIds: [idOf(9)] },
        { kind: 'invalid', faults: [{ path: 'team_ids' }] },
      ],
    ] as const)
      await expect(invite({ actor: ME, ...wish })).rejects.toMatchObject(refusal);
    expect(actions()).toEqual(['user.invited']);
    expect((await stage.database.peopleQueries.users({}, { limit: 9, offset: 0 })).total).toBe(1);
  });
});

describe('a one-time link', () => {
  const BAD = { kind: 'invalid', message: expect.stringContaining('not good any more') };

  test('sets name and password, and signs in', async () => {
    const { invite, accept, record, isSignedIn } = useCases();
    const { userId, link } = await invite({ actor: ME, ...WISH });
    stage.clock.advance(MINUTE);
    const acceptance = {
      token: link.token,
      password: PASSWORD,
      name: 'Eve E.',
      device: DEVICE,
      shown: null,
    };
    const { secret, principal } = await accept(acceptance);
    expect(await record(userId)).toMatchObject({
      name: 'Eve E.',
      passwordHash: `plain:${PASSWORD}`,
      updatedAt: START + MINUTE,
    });
    expect(await isSignedIn(secret)).toBe(true);
    expect(principal).toMatchObject({ kind: 'user', id: userId, role: 'responder' });
    expect(actions()).toEqual(['user.invited', 'session.signed_in', 'user.invitation_accepted']);
    expect(lastEntry()).toMatchObject({
      actor: { kind: 'user', id: userId, name: 'Eve E.' },
      requestId: 'request-2',
      address: '192.0.2.7',
    });
    expect(JSON.stringify(stage.database.auditEntries)).not.toContain(PASSWORD);
  });

  test('keeps the name where none is given', async () => {
    const { invite, accept, view } = useCases();
    const { userId, link } = await invite({ actor: ME, ...WISH });
    await accept({
      token: link.token,
      password: PASSWORD,
      name: null,
      device: DEVICE,
      shown: null,
    });
    expect(await view(userId)).toMatchObject({ name: 'Eve', invitationExpiresAt: null });
  });

  test('works once, also for two at once', async () => {
    const { invite, accept, check } = useCases();
    const { link } = await invite({ actor: ME, ...WISH });
    const acceptance = {
      token: link.token,
      password: PASSWORD,
      name: null,
      device: DEVICE,
      shown: null,
    };
    const outcomes = await Promise.allSettled([accept(acceptance), accept(acceptance)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(accept(acceptance)).rejects.toMatchObject(BAD);
    await expect(check({ token: link.token })).rejects.toMatchObject(BAD);
  });

  test('is as bad unknown as expired, replaced, or of somebody who was deactivated', async () => {
    const { invite, accept, renew, deactivate, reactivate, check } = useCases();
    const refused = async (token: string) => {
      await expect(check({ token })).rejects.toMatchObject(BAD);
      const acceptance = { token, password: PASSWORD, name: null, device: DEVICE, shown: null };
      await expect(accept(acceptance)).rejects.toMatchObject(BAD);
    };
    await refused('nonsense');
    const { userId, link } = await invite({ actor: ME, ...WISH });
    const second = await renew({ actor: ME, userId });
    await refused(link.token);
    await check({ token: second.token });
    stage.clock.advance(INVITATION_LIFETIME);
    await refused(second.token);
    const third = await renew({ actor: ME, userId });
    await deactivate({ actor: ME, userId });
    await refused(third.token);
    await reactivate({ actor: ME, userId });
    await refused(third.token);
    const fourth = await renew({ actor: ME, userId });
    await stage.tools.unitOfWork.run(async (tx) =>
      tx.users.update({ ...(await tx.users.get(userId)), deactivatedAt: stage.clock.now() }),
    );
    await refused(fourth.token);
  });

  test('is not used up by a password that will not do', async () => {
    const { invite, accept, check } = useCases();
    const { link } = await invite({ actor: ME, ...WISH });
    const acceptance = {
      token: link.token,
      password: 'short',
      name: null,
      device: DEVICE,
      shown: null,
    };
    await expect(accept(acceptance)).rejects.toMatchObject({ faults: [{ path: 'password' }] });
    await check({ token: link.token });
  });

  test('for a forgotten password ends all sessions when it is used, and none before', async () => {
    const { insert, signIn, isSignedIn, renew, accept } = useCases();
    const ada = userRecord();
    await insert(ada);
    const before = await signIn(ada);
    const link = await renew({ actor: ME, userId: ada.id });
    expect(await isSignedIn(before)).toBe(true);
    const acceptance = {
      token: link.token,
      password: PASSWORD,
      name: null,
      device: DEVICE,
      shown: null,
    };
    const { secret } = await accept(acceptance);
    expect([await isSignedIn(before), await isSignedIn(secret)]).toEqual([false, true]);
    expect(lastEntry()?.after).toEqual({ sessions_ended: 1 });
  });
});

test('whoever accepts a link leaves the session that the browser was in, though it is another’s', async () => {
  const { insert, signIn, isSignedIn, invite, accept } = useCases();
  const ada = userRecord();
  await insert(ada);
  const [shown, elsewhere] = [await signIn(ada), await signIn(ada)];
  const { link } = await invite({ actor: ME, ...WISH });
  await accept({ token: link.token, password: PASSWORD, name: null, device: DEVICE, shown });
  expect([await isSignedIn(shown), await isSignedIn(elsewhere)]).toEqual([false, true]);
});

describe('editing a user', () => {
  test('changes what is given, and writes down what that was', async () => {
    const { insert, edit, view } = useCases();
    await insert(userRecord());
    await stage.tools.unitOfWork.run((tx) => tx.teams.insert(PAYMENTS));
    stage.clock.advance(MINUTE);
    const { id } = userRecord();
    await edit({ actor: ME, userId: id, edit: { role: 'viewer', teamIds: [PAYMENTS.id] } });
    expect(await view(id)).toMatchObject({
      name: 'Ada',
      role: 'viewer',
      teamIds: [PAYMENTS.id],
      updatedAt: START + MINUTE,
    });
    expect(lastEntry()).toMatchObject({
      action: 'user.edited',
      before: { role: 'responder', team_ids: [] },
      after: { role: 'viewer', team_ids: [PAYMENTS.id] },
    });
  });

  test('that changes nothing leaves no line', async () => {
    const { insert, edit } = useCases();
    await insert(userRecord());
    await edit({
      actor: ME,
      userId: userRecord().id,
      edit: { name: 'Ada', email: 'ADA@example.org', teamIds: [] },
    });
    expect(actions()).toEqual([]);
  });

  test('gives them another address, with which a link that waits is void', async () => {
    const { invite, edit, check, view } = useCases();
    const { userId, link } = await invite({ actor: ME, ...WISH });
    await edit({ actor: ME, userId, edit: { name: 'Eva' } });
    await check({ token: link.token });
    await edit({ actor: ME, userId, edit: { email: 'EVA@example.org' } });
    expect(await view(userId)).toMatchObject({ email: 'eva@example.org' });
    await expect(check({ token: link.token })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('refuses an address that another has, and somebody who is not there', async () => {
    const { insert, edit } = useCases();
    await insert(userRecord(), userRecord({ id: idOf(1_001), email: 'bob@example.org' }));
    await expect(
      edit({ actor: ME, userId: idOf(1_001), edit: { email: 'ada@example.org' } }),
    ).rejects.toMatchObject({
      kind: 'conflict',
    });
    await expect(edit({ actor: ME, userId: idOf(9), edit: { name: 'x' } })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('deactivating a user', () => {
  test('ends all that they are signed in with at once, and keeps their name', async () => {
    const { insert, signIn, isSignedIn, deactivate, view } = useCases();
    const ada = userRecord();
    await insert(ada);
    const secrets = [await signIn(ada), await signIn(ada)];
    await deactivate({ actor: ME, userId: ada.id });
    for (const secret of secrets) expect(await isSignedIn(secret)).toBe(false);
    expect(await view(ada.id)).toMatchObject({ name: 'Ada', deactivatedAt: START });
    expect(lastEntry()).toMatchObject({ action: 'user.deactivated', after: { sessions_ended: 2 } });
  });

  test('and reactivating are each done once', async () => {
    const { insert, deactivate, reactivate, record } = useCases();
    const ada = userRecord();
    await insert(ada);
    await deactivate({ actor: ME, userId: ada.id });
    await deactivate({ actor: ME, userId: ada.id });
    await reactivate({ actor: ME, userId: ada.id });
    await reactivate({ actor: ME, userId: ada.id });
    expect(await record(ada.id)).toEqual(ada);
    expect(actions()).toEqual(['user.deactivated', 'user.reactivated']);
  });

  test('leaves no link to renew', async () => {
    const { insert, deactivate, renew } = useCases();
    await insert(userRecord());
    await deactivate({ actor: ME, userId: userRecord().id });
    await expect(renew({ actor: ME, userId: userRecord().id })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('an API key', () => {
  const VIEWER = userRecord({ role: 'viewer' });
  const ADMIN = userRecord({ id: idOf(1_001), email: 'bob@example.org', role: 'admin' });
  const OTHER = userRecord({ id: idOf(1_002), email: 'grace@example.org', role: 'admin' });
  const REFUSED = { kind: 'forbidden', message: expect.stringContaining('viewers alone') };

  test('opens no account that may do more than read', async () => {
    const { insert, invite, renew, edit, deactivate, reactivate, record, check } = useCases();
    await insert(VIEWER, ADMIN, OTHER);
    const waiting = await renew({ actor: ME, userId: ADMIN.id });
    for (const attempt of [
      () => invite({ actor: MACHINE, ...WISH }),
      () => invite({ actor: MACHINE, ...WISH, role: 'admin' }),
      () => renew({ actor: MACHINE, userId: ADMIN.id }),
      () => edit({ actor: MACHINE, userId: VIEWER.id, edit: { role: 'admin' } }),
      () => edit({ actor: MACHINE, userId: ADMIN.id, edit: { role: 'viewer' } }),
      () => edit({ actor: MACHINE, userId: ADMIN.id, edit: { email: 'eve@example.org' } }),
      () => deactivate({ actor: MACHINE, userId: ADMIN.id }),
    ])
      await expect(attempt()).rejects.toMatchObject(REFUSED);
    expect([await record(VIEWER.id), await record(ADMIN.id)]).toEqual([VIEWER, ADMIN]);
    await check({ token: waiting.token });
    await deactivate({ actor: ME, userId: ADMIN.id });
    await expect(reactivate({ actor: MACHINE, userId: ADMIN.id })).rejects.toMatchObject(REFUSED);
  });

  test('looks after viewers, and after names and teams of all', async () => {
    const { insert, invite, renew, edit, deactivate, reactivate, view } = useCases();
    await insert(VIEWER, ADMIN);
    await stage.tools.unitOfWork.run((tx) => tx.teams.insert(PAYMENTS));
    await invite({ actor: MACHINE, ...WISH, role: 'viewer' });
    await edit({
      actor: MACHINE,
      userId: VIEWER.id,
      edit: { email: 'ada.l@example.org', role: 'viewer' },
    });
    await renew({ actor: MACHINE, userId: VIEWER.id });
    await deactivate({ actor: MACHINE, userId: VIEWER.id });
    await reactivate({ actor: MACHINE, userId: VIEWER.id });
    await edit({ actor: MACHINE, userId: VIEWER.id, edit: { teamIds: [PAYMENTS.id] } });
    await edit({ actor: ME, userId: ADMIN.id, edit: { teamIds: [PAYMENTS.id] } });
    await edit({ actor: MACHINE, userId: ADMIN.id, edit: { name: 'Bob', teamIds: [] } });
    expect(await view(VIEWER.id)).toMatchObject({ teamIds: [PAYMENTS.id] });
    expect(await view(ADMIN.id)).toMatchObject({ name: 'Bob', teamIds: [] });
  });

  test('puts nobody into a team who may do more than read', async () => {
    const { insert, edit, view } = useCases();
    await insert(VIEWER, ADMIN);
    await stage.tools.unitOfWork.run((tx) => tx.teams.insert(PAYMENTS));
    await expect(
      edit({ actor: MACHINE, userId: ADMIN.id, edit: { teamIds: [PAYMENTS.id] } }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(await view(ADMIN.id)).toMatchObject({ teamIds: [] });
  });
});

describe('the last admin who can sign in', () => {
  const ADA = userRecord({ role: 'admin' });
  const BOB = userRecord({ id: idOf(1_001), email: 'bob@example.org', role: 'admin' });

  test('can neither be deactivated nor made something else, by nobody', async () => {
    const { insert, invite, deactivate, edit, record } = useCases();
    await insert(ADA, { ...BOB, deactivatedAt: START });
    await invite({ actor: ME, ...WISH, role: 'admin' });
    for (const attempt of [
      () => deactivate({ actor: ME, userId: ADA.id }),
      () => edit({ actor: ME, userId: ADA.id, edit: { role: 'responder' } }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'conflict' });
    expect(await record(ADA.id)).toEqual(ADA);
    await edit({ actor: ME, userId: ADA.id, edit: { name: 'Ada L.', role: 'admin' } });
  });

  test('is left where two remove each other at once', async () => {
    const { insert, deactivate, edit } = useCases();
    await insert(ADA, BOB);
    const outcomes = await Promise.allSettled([
      deactivate({ actor: ME, userId: ADA.id }),
      edit({ actor: ME, userId: BOB.id, edit: { role: 'viewer' } }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('creating an admin from the machine itself', () => {
  const ASK = { email: 'Ada@Example.org', name: null, password: null };

  test('makes one who sets a password by a link', async () => {
    const { createAdmin, accept } = useCases();
    const { link, ...rest } = await createAdmin(ASK);
    expect(rest).toEqual({ email: 'ada@example.org', existed: false });
    const token = link?.token ?? '';
    const { principal } = await accept({
      token,
      password: PASSWORD,
      name: null,
      device: DEVICE,
      shown: null,
    });
    expect(principal).toMatchObject({ name: 'ada', role: 'admin' });
    expect(stage.database.auditEntries[0]).toMatchObject({
      actor: { kind: 'system', name: 'Klaxon' },
      action: 'user.created_admin',
      before: null,
      after: { email: 'ada@example.org', role: 'admin' },
    });
  });

  test('makes one with a password, who signs in at once', async () => {
    const { createAdmin, view } = useCases();
    const created = await createAdmin({ ...ASK, name: 'Ada', password: PASSWORD });
    expect(created.link).toBeNull();
    const { items } = await stage.database.peopleQueries.users({}, { limit: 9, offset: 0 });
    expect(items).toMatchObject([{ name: 'Ada', role: 'admin', canSignIn: true }]);
    expect(await view(items[0]?.id ?? '')).toMatchObject({ invitationExpiresAt: null });
    expect(JSON.stringify(stage.database.auditEntries)).not.toContain(PASSWORD);
  });

  test('promotes and reactivates who was there, who signs in again', async () => {
    const { insert, createAdmin, record, signIn, isSignedIn } = useCases();
    const ada = userRecord({ role: 'viewer', deactivatedAt: START });
    await insert(ada);
    const secret = await signIn(ada);
    expect(await createAdmin(ASK)).toMatchObject({ existed: true });
    expect(await record(ada.id)).toEqual({ ...ada, role: 'admin', deactivatedAt: null });
    expect(await isSignedIn(secret)).toBe(false);
  });

  test('gives who is one already a link, and ends their sessions with a password alone', async () => {
    const { insert, createAdmin, signIn, isSignedIn } = useCases();
    const ada = userRecord({ role: 'admin' });
    await insert(ada);
    const secret = await signIn(ada);
    await createAdmin(ASK);
    expect(await isSignedIn(secret)).toBe(true);
    await createAdmin({ ...ASK, password: PASSWORD });
    expect(await isSignedIn(secret)).toBe(false);
  });

  test('is refused for what is no address or no password', async () => {
    const { createAdmin } = useCases();
    for (const wish of [
      { ...ASK, email: 'ada' },
      { ...ASK, password: 'short' },
    ])
      await expect(createAdmin(wish)).rejects.toMatchObject({ kind: 'invalid' });
    expect(actions()).toEqual([]);
  });
});

describe('what a key prepared for an account', () => {
  /** A viewer whom a key invited; somebody followed the link, and has a password and a session. */
  async function planted() {
    const cases = useCases();
    const { userId, link } = await cases.invite({ actor: MACHINE, ...WISH, role: 'viewer' });
    const acceptance = { password: PASSWORD, name: null, device: DEVICE, shown: null };
    const { secret } = await cases.accept({ token: link.token, ...acceptance });
    return { ...cases, userId, secret, acceptance };
  }

  test('lets in as long as the account stays what it was', async () => {
    const { edit, userId, secret, isSignedIn, record } = await planted();
    await edit({ actor: ME, userId, edit: { name: 'Eve L.', role: 'viewer' } });
    expect(await isSignedIn(secret)).toBe(true);
    expect(await record(userId)).toMatchObject({ passwordByKey: true, passwordEndedAt: null });
  });

  test('ends with a higher role: the session, the password and the link', async () => {
    const { edit, renew, userId, secret, isSignedIn, view, check } = await planted();
    const { token } = await renew({ actor: MACHINE, userId });
    await edit({ actor: ME, userId, edit: { role: 'responder' } });
    expect(await isSignedIn(secret)).toBe(false);
    expect(await view(userId)).toMatchObject({ canSignIn: false, invitationExpiresAt: null });
    await expect(check({ token })).rejects.toMatchObject({ kind: 'invalid' });
    expect(lastEntry()).toMatchObject({
      action: 'user.edited',
      before: { role: 'viewer' },
      after: { role: 'responder', sessions_ended: 1, password_ended: true },
    });
  });

  test('ends with the reactivation of the account, and where it becomes an admin', async () => {
    const { deactivate, reactivate, createAdmin, userId, record } = await planted();
    await deactivate({ actor: ME, userId });
    await reactivate({ actor: ME, userId });
    expect(await record(userId)).toMatchObject({ passwordEndedAt: START });
    await createAdmin({ email: 'eve@example.org', name: null, password: PASSWORD });
    expect(await record(userId)).toMatchObject({ passwordEndedAt: null, passwordByKey: false });
  });

  test('ends whole where a key gives the account another address', async () => {
    const { edit, userId, secret, isSignedIn, record, insert } = await planted();
    await edit({ actor: MACHINE, userId, edit: { email: 'grace@example.org' } });
    expect(await isSignedIn(secret)).toBe(false);
    expect(await record(userId)).toMatchObject({ passwordEndedAt: START });
    const tied = userRecord({ role: 'viewer', oidc: { issuer: 'https://sso.org', subject: '1' } });
    await insert(tied);
    await edit({ actor: MACHINE, userId: tied.id, edit: { email: 'victim@example.org' } });
    expect(await record(tied.id)).toMatchObject({ oidc: null, passwordEndedAt: START });
  });

  test('is not what an admin gave: that password stays, the sessions end', async () => {
    const { renew, accept, acceptance, edit, userId, view, isSignedIn } = await planted();
    const { token } = await renew({ actor: ME, userId });
    const { secret } = await accept({ token, ...acceptance });
    const { expiresAt } = await renew({ actor: ME, userId });
    await edit({ actor: ME, userId, edit: { role: 'admin' } });
    expect(await isSignedIn(secret)).toBe(false);
    expect(await view(userId)).toMatchObject({ canSignIn: true, invitationExpiresAt: expiresAt });
  });
});

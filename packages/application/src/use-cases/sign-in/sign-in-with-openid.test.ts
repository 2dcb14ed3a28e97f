import { beforeEach, describe, expect, test } from '@jest/globals';
import { type ClaimPolicy, DEFAULT_SESSION_POLICY, LOCAL } from '@klaxon/domain';
import {
  countingThrottle,
  makeStage,
  plainBearerSecrets,
  plainPasswords,
  START,
  type Stage,
  userRecord,
} from '@klaxon/testing';
import type { OpenIdIdentity } from '../../ports/openid-provider.ts';
import { makeAcceptInvitation } from '../people/accept-invitation.ts';
import { putInvitation } from '../people/people-tools.ts';
import { makeRenewInvitation } from '../people/renew-invitation.ts';
import type { SessionDeps } from './session-deps.ts';
import { makeSignIn } from './sign-in.ts';
import { makeSignInWithOpenId } from './sign-in-with-openid.ts';
import { startSession } from './start-session.ts';

const DEVICE = { userAgent: 'Firefox', address: '192.0.2.7', requestId: 'r-1', marks: [] };
const ISSUER = 'https://sso.example.org';
const ADA = userRecord();
const POLICY: ClaimPolicy = {
  roleClaim: 'groups',
  adminValues: ['root'],
  responderValues: ['oncall'],
  viewerValues: [],
  teamsClaim: null,
};
const WITH_GROUP = { groups: ['oncall'] };

let stage: Stage;
let tools: SessionDeps;

beforeEach(async () => {
  stage = makeStage();
  tools = { ...stage.tools, secrets: plainBearerSecrets(), policy: DEFAULT_SESSION_POLICY };
  await stage.tools.unitOfWork.run((tx) => tx.users.insert(ADA));
});

const identity = (subject: string, change: Partial<OpenIdIdentity> = {}): OpenIdIdentity => ({
  issuer: ISSUER,
  subject,
  email: ADA.email,
  emailVerified: true,
  name: 'Ada',
  claims: WITH_GROUP,
  ...change,
});
const signIn = (who: OpenIdIdentity, claimPolicy = POLICY) =>
  makeSignInWithOpenId({ ...tools, claimPolicy })({ identity: who, device: DEVICE, shown: null });
const record = () => stage.tools.unitOfWork.run((tx) => tx.users.get(ADA.id));
const edits = () => stage.database.auditEntries.filter(({ action }) => action === 'user.edited');

describe('an account of the provider', () => {
  test('is tied to the user of its address, under the eyes of the audit log', async () => {
    const { principal } = await signIn(identity('first'));
    expect(principal.id).toBe(ADA.id);
    expect((await record()).oidc).toEqual({ issuer: ISSUER, subject: 'first' });
    await signIn(identity('first', { email: 'ada@elsewhere.example' }));
    expect(edits()).toMatchObject([
      {
        before: { openid: null },
        after: { openid: `first at ${ISSUER}`, by: 'openid' },
      },
    ]);
  });

  test('does not take over the user of another with the same address', async () => {
    await signIn(identity('first'));
    await expect(signIn(identity('second'))).rejects.toMatchObject({
      kind: 'forbidden',
      message: expect.stringContaining('Another account of the provider is tied to this address'),
    });
    expect((await record()).oidc).toEqual({ issuer: ISSUER, subject: 'first' });
  });

  test('of another provider takes the place of that of the one before', async () => {
    await signIn(identity('first'));
    const issuer = 'https://new.example.org';
    expect((await signIn(identity('second', { issuer }))).principal.id).toBe(ADA.id);
    expect((await record()).oidc).toEqual({ issuer, subject: 'second' });
  });

  test('is untied by a one-time link that is followed, which the audit log says', async () => {
    await signIn(identity('first'));
    const by = { principal: LOCAL, requestId: null, address: null };
    const { token } = await makeRenewInvitation(tools)({ actor: by, userId: ADA.id });
    await expect(signIn(identity('second'))).rejects.toMatchObject({ kind: 'forbidden' });
    const accept = makeAcceptInvitation({ ...tools, passwords: plainPasswords() });
    const password = 'four words are enough';
    await accept({ token, password, name: null, device: DEVICE, shown: null });
    expect(stage.database.auditEntries.at(-1)).toMatchObject({
      action: 'user.invitation_accepted',
      before: { openid: `first at ${ISSUER}` },
      after: { openid: null },
    });
    expect((await signIn(identity('second'))).principal.id).toBe(ADA.id);
    await expect(signIn(identity('first'))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('where values say who is let in', () => {
  const narrow = { ...POLICY, viewerValues: ['staff'] };
  const stranger = { email: 'eve@example.org', claims: { groups: ['guests'] } };

  test('nobody else is, new or known', async () => {
    await signIn(identity('first'));
    const audited = stage.database.auditEntries.length;
    for (const who of [identity('first', { claims: {} }), identity('other', stranger)])
      await expect(signIn(who, narrow)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(stage.database.auditEntries).toHaveLength(audited);
  });

  test('whoever has one is, with the role that it gives', async () => {
    const staff = { ...stranger, claims: { groups: ['staff'] } };
    expect((await signIn(identity('other', staff), narrow)).principal.role).toBe('viewer');
    expect((await signIn(identity('first'), narrow)).principal.role).toBe('responder');
  });

  test('everybody is where there are none', async () => {
    expect((await signIn(identity('other', stranger))).principal.role).toBe('viewer');
  });
});

describe('whoever becomes more by signing in', () => {
  const sessions = () => stage.database.accessQueries.sessionsOf(ADA.id);
  const before = () =>
    stage.tools.unitOfWork.run(async (tx) => {
      await startSession(tx, tools, ADA, DEVICE, 'password');
      await putInvitation(tx, tools, ADA.id, null);
    });

  test('for the first time is left with that session alone', async () => {
    await before();
    const { session } = await signIn(identity('first'));
    expect((await sessions()).map(({ id }) => id)).toEqual([session.id]);
    expect(await record()).toMatchObject({ passwordEndedAt: START });
    expect(await stage.database.peopleQueries.user(ADA.id)).toMatchObject({
      invitationExpiresAt: null,
    });
    expect(edits().at(-1)).toMatchObject({ after: { sessions_ended: 1, password_ended: true } });
  });

  test('with a higher role is left with that session alone', async () => {
    await signIn(identity('first'));
    const { session } = await signIn(identity('first', { claims: { groups: ['root'] } }));
    expect((await sessions()).map(({ id }) => id)).toEqual([session.id]);
  });

  test('is told by the password that it ended, and nobody else is', async () => {
    const passwords = plainPasswords();
    await stage.tools.unitOfWork.run((tx) =>
      tx.users.update({ ...ADA, passwordHash: 'plain:four words are enough' }),
    );
    await signIn(identity('first'));
    const byPassword = makeSignIn({ ...tools, passwords, throttle: countingThrottle(9) });
    const attempt = (password: string) =>
      byPassword({ email: ADA.email, password, device: DEVICE, shown: null });
    await expect(attempt('four words are enough')).rejects.toMatchObject({
      kind: 'unauthenticated',
      message: expect.stringContaining('This password ended'),
    });
    await expect(attempt('a wrong password')).rejects.toMatchObject({
      message: 'E-mail or password is wrong.',
    });
    expect(await sessions()).toHaveLength(1);
  });

  test('is not who has the same identity and role: their sessions stay', async () => {
    await signIn(identity('first'));
    await signIn(identity('first'));
    expect(await sessions()).toHaveLength(2);
  });
});

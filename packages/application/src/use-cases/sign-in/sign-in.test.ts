import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  DEFAULT_SESSION_POLICY,
  HOUR,
  KNOWN_PLACE_LIFETIME,
  LOCAL,
  MINUTE,
  type Principal,
} from '@klaxon/domain';
import {
  countingThrottle,
  idOf,
  makeStage,
  plainAccessTokens,
  plainBearerSecrets,
  plainPasswords,
  START,
  type Stage,
  userRecord,
} from '@klaxon/testing';
import type { TakeBack } from '../../ports/sign-in-throttle.ts';
import type { Caller } from '../../shared/caller.ts';
import {
  type Authenticate,
  makeAuthenticate,
  makeAuthenticateLocally,
} from '../access/authenticate.ts';
import { makeDeactivateUser } from '../people/deactivate-user.ts';
import { makeCreateAccessToken } from './create-access-token.ts';
import { makeChangePassword } from './own-account.ts';
import { makeRevokeOtherSessions, makeRevokeSession } from './own-sessions.ts';
import { makePruneSessions } from './prune-sessions.ts';
import { makeSignIn, type PasswordDeps } from './sign-in.ts';
import { makeSignOut } from './sign-out.ts';

const DEVICE = { userAgent: 'Firefox', address: '192.0.2.7', requestId: 'r-1', marks: [] };
const PASSWORD = 'four words are enough';
const ADA = userRecord({ passwordHash: `plain:${PASSWORD}` });

let stage: Stage;
let tools: PasswordDeps;
let passwords: ReturnType<typeof plainPasswords>;
let authenticate: Authenticate;
let touchErrors: unknown[];

beforeEach(async () => {
  stage = makeStage();
  passwords = plainPasswords();
  const secrets = plainBearerSecrets();
  const policy = DEFAULT_SESSION_POLICY;
  tools = { ...stage.tools, secrets, policy, passwords, throttle: countingThrottle(3) };
  touchErrors = [];
  authenticate = makeAuthenticate({
    queries: stage.database.accessQueries,
    secrets,
    tokens: plainAccessTokens(stage.clock),
    clock: stage.clock,
    policy,
    onTouchError: (error) => touchErrors.push(error),
  });
  await stage.tools.unitOfWork.run((tx) => tx.users.insert(ADA));
});

const signIn = (email = ADA.email, password = PASSWORD) =>
  makeSignIn(tools)({ email, password, device: DEVICE, shown: null });
const cookie = (secret: string) => authenticate({ kind: 'cookie', secret });
const audited = () => stage.database.audit.map(({ action }) => action);

async function callerWith(secret: string): Promise<Caller> {
  const principal: Principal = await cookie(secret);
  if (principal.kind !== 'user') throw new TypeError('somebody should be signed in');
  return { principal, requestId: null, address: null };
}

async function deactivate(): Promise<void> {
  const gone = { ...ADA, deactivatedAt: stage.clock.now() };
  await stage.tools.unitOfWork.run((tx) => tx.users.update(gone));
}

describe('signing in', () => {
  test('gives a session that proves who it is', async () => {
    const { secret } = await signIn();
    expect(await cookie(secret)).toMatchObject({ kind: 'user', id: ADA.id, role: 'responder' });
    expect(stage.database.audit).toMatchObject([
      {
        action: 'session.signed_in',
        actor: { name: 'Ada' },
        address: '192.0.2.7',
        requestId: 'r-1',
      },
    ]);
  });

  test('takes the address as it was typed', async () => {
    expect((await signIn(' Ada@Example.ORG ')).session.userId).toBe(ADA.id);
  });

  test('says the same and does the same work for everybody it does not let in', async () => {
    const nobody = signIn('nobody@example.org');
    const wrong = signIn(ADA.email, 'not the right password');
    const refused = { kind: 'unauthenticated', message: 'E-mail or password is wrong.' };
    await expect(nobody).rejects.toMatchObject(refused);
    await expect(wrong).rejects.toMatchObject(refused);
    await deactivate();
    await expect(signIn()).rejects.toMatchObject(refused);
    expect(passwords.verified).toHaveLength(3);
    expect(passwords.verified[0]).toBeNull();
  });

  test('writes down who was tried, and never what with', async () => {
    await expect(signIn('nobody@example.org', 'my secret guess')).rejects.toThrow();
    expect(stage.database.audit).toMatchObject([
      {
        action: 'session.sign_in_failed',
        actor: { kind: 'anonymous', name: 'nobody@example.org' },
      },
    ]);
    expect(JSON.stringify(stage.database.audit)).not.toContain('guess');
  });

  test('is slowed down after too many attempts, at accounts that are not there too', async () => {
    for (const email of [ADA.email, 'nobody@example.org']) {
      for (let attempt = 0; attempt < 3; attempt += 1)
        await expect(signIn(email, 'a wrong password')).rejects.toMatchObject({
          kind: 'unauthenticated',
        });
      await expect(signIn(email, PASSWORD)).rejects.toMatchObject({
        kind: 'limit',
        retryAfterSeconds: 60,
      });
    }
  });

  test('hashes a password again that was hashed with other parameters', async () => {
    await stage.tools.unitOfWork.run((tx) =>
      tx.users.update({ ...ADA, passwordHash: `old:${PASSWORD}` }),
    );
    await signIn();
    const user = await stage.tools.unitOfWork.run((tx) => tx.users.get(ADA.id));
    expect(user.passwordHash).toBe(`plain:${PASSWORD}`);
  });
});

describe('a session', () => {
  const ended = { kind: 'unauthenticated', message: 'This session has ended. Sign in again.' };

  test('ends when it is not used for half a day, and goes on while it is', async () => {
    const { secret } = await signIn();
    for (let hours = 0; hours < 3; hours += 1) {
      stage.clock.advance(11 * HOUR);
      await cookie(secret);
    }
    stage.clock.advance(12 * HOUR);
    await expect(cookie(secret)).rejects.toMatchObject(ended);
  });

  test('ends after a week, however often it is used', async () => {
    const { secret } = await signIn();
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      stage.clock.advance(6 * HOUR);
      await cookie(secret);
    }
    stage.clock.advance(6 * HOUR);
    await expect(cookie(secret)).rejects.toMatchObject(ended);
  });

  test('is written to once a minute at most', async () => {
    const { session, secret } = await signIn();
    const lastSeen = async () =>
      (await stage.database.accessQueries.sessionById(session.id))?.lastSeenAt;
    stage.clock.advance(MINUTE - 1);
    await cookie(secret);
    expect(await lastSeen()).toBe(session.createdAt);
    stage.clock.advance(1);
    await cookie(secret);
    expect(await lastSeen()).toBe(session.createdAt + MINUTE);
  });

  test('is over at once for somebody who was deactivated', async () => {
    const { secret } = await signIn();
    await deactivate();
    await expect(cookie(secret)).rejects.toMatchObject(ended);
  });

  test('is over when its owner signs out, or ends it from another', async () => {
    const [first, second, third] = [await signIn(), await signIn(), await signIn()];
    await makeSignOut(stage.tools)({
      actor: await callerWith(first.secret),
    });
    await expect(cookie(first.secret)).rejects.toMatchObject(ended);
    const by = await callerWith(second.secret);
    await makeRevokeSession(stage.tools)({ actor: by, sessionId: third.session.id });
    await expect(cookie(third.secret)).rejects.toMatchObject(ended);
    expect(audited().slice(3)).toEqual(['session.signed_out', 'session.revoked']);
  });

  test('of somebody else cannot be ended', async () => {
    const grace = userRecord({ ...ADA, id: stage.ids.next(), email: 'grace@example.org' });
    await stage.tools.unitOfWork.run((tx) => tx.users.insert(grace));
    const theirs = await signIn(grace.email);
    const by = await callerWith((await signIn()).secret);
    await expect(
      makeRevokeSession(stage.tools)({ actor: by, sessionId: theirs.session.id }),
    ).rejects.toMatchObject({
      kind: 'not-found',
    });
    await cookie(theirs.secret);
  });

  test('is the only one left when its owner ends all others, or changes the password', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const by = await callerWith(mine.secret);
    expect(await makeRevokeOtherSessions(stage.tools)({ actor: by })).toBe(1);
    await expect(cookie(other.secret)).rejects.toMatchObject(ended);

    const another = await signIn();
    const change = makeChangePassword(tools);
    const next = 'five words are even better';
    await expect(change({ actor: by, current: 'wrong', next })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(change({ actor: by, current: PASSWORD, next: 'too short' })).rejects.toMatchObject(
      {
        faults: [{ path: 'password' }],
      },
    );
    await change({ actor: by, current: PASSWORD, next });
    await expect(cookie(another.secret)).rejects.toMatchObject(ended);
    await cookie(mine.secret);
    await expect(signIn()).rejects.toMatchObject({ kind: 'unauthenticated' });
    await signIn(ADA.email, next);
  });

  test('is forgotten when it has ended', async () => {
    const { session } = await signIn();
    const prune = makePruneSessions({ ...stage.tools, policy: DEFAULT_SESSION_POLICY });
    await prune();
    expect(await stage.database.accessQueries.sessionById(session.id)).not.toBeNull();
    stage.clock.advance(12 * HOUR);
    await prune();
    expect(await stage.database.accessQueries.sessionById(session.id)).toBeNull();
  });
});

describe('an access token', () => {
  const create = () =>
    makeCreateAccessToken({ ...tools, tokens: plainAccessTokens(stage.clock) })({
      proof: { email: ADA.email, password: PASSWORD, device: DEVICE },
    });
  const bearer = (secret: string) => authenticate({ kind: 'secret', secret });
  const invalid = { kind: 'unauthenticated' };

  test('proves who it is for a quarter of an hour', async () => {
    const { token, expiresIn } = await create();
    expect(expiresIn).toBe(900);
    expect(await bearer(token)).toMatchObject({ kind: 'user', id: ADA.id });
    stage.clock.advance(15 * MINUTE);
    await expect(bearer(token)).rejects.toMatchObject(invalid);
  });

  test('dies with its session, at once', async () => {
    const { token } = await create();
    const by = await callerWith((await signIn()).secret);
    await makeRevokeOtherSessions(stage.tools)({ actor: by });
    await expect(bearer(token)).rejects.toMatchObject(invalid);
  });

  test('cannot be made of the session of a browser, nor of another user', async () => {
    const { session } = await signIn();
    const { id: sessionId, userId, expiresAt } = session;
    await expect(bearer(JSON.stringify({ userId, sessionId, expiresAt }))).rejects.toMatchObject(
      invalid,
    );
    const claims = JSON.parse((await create()).token);
    const stolen = JSON.stringify({ ...claims, userId: stage.ids.next() });
    await expect(bearer(stolen)).rejects.toMatchObject(invalid);
  });
});

describe('what overlaps', () => {
  const NEXT = 'five words are even better';
  const WRONG = { kind: 'unauthenticated', message: 'E-mail or password is wrong.' };
  const proof = { email: ADA.email, password: PASSWORD, device: DEVICE };

  /** Lets something happen once, between the proof of a password and what it is for. */
  function meanwhile(happens: () => Promise<unknown>): PasswordDeps {
    let isFirst = true;
    const then = (takeBack: TakeBack) => async () => {
      await takeBack();
      if (isFirst) {
        isFirst = false;
        await happens();
      }
    };
    const { throttle } = tools;
    return {
      ...tools,
      throttle: {
        attempt: async (...from) => then(await throttle.attempt(...from)),
        attemptInSession: async (id) => then(await throttle.attemptInSession(id)),
      },
    };
  }
  const createToken = (over: PasswordDeps) =>
    makeCreateAccessToken({ ...over, tokens: plainAccessTokens(stage.clock) });
  const sessions = () => stage.database.accessQueries.sessionsOf(ADA.id);
  const setHash = (passwordHash: string) =>
    stage.tools.unitOfWork.run((tx) => tx.users.update({ ...ADA, passwordHash }));

  test.each<[string, () => Promise<unknown>]>([
    ['a change of the password', () => setHash(`plain:${NEXT}`)],
    ['a deactivation', deactivate],
  ])('%s is not survived by a sign-in', async (_, happens) => {
    const over = meanwhile(happens);
    await expect(makeSignIn(over)({ ...proof, shown: null })).rejects.toMatchObject(WRONG);
    expect(await sessions()).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a change of the password', () => setHash(`plain:${NEXT}`)],
    ['a deactivation', deactivate],
  ])('%s is not survived by an access token', async (_, happens) => {
    await expect(createToken(meanwhile(happens))({ proof })).rejects.toMatchObject(WRONG);
    expect(await sessions()).toEqual([]);
  });

  test('a session that has ended gives no access token', async () => {
    const { session, principal } = await signIn();
    await makeSignOut(stage.tools)({
      actor: { principal, requestId: null, address: null },
    });
    const wish = { userId: ADA.id, sessionId: session.id, device: DEVICE };
    await expect(createToken(tools)(wish)).rejects.toMatchObject({ kind: 'unauthenticated' });
    expect(await sessions()).toEqual([]);
  });

  test('a change of an old hash is none of the password', async () => {
    await setHash(`old:${PASSWORD}`);
    const over = meanwhile(() => setHash(`plain:${PASSWORD}`));
    await makeSignIn(over)({ ...proof, shown: null });
    expect(await sessions()).toHaveLength(1);
  });

  test('a change of the password is not undone by a sign-in that renews its hash', async () => {
    await setHash(`old:${PASSWORD}`);
    const over = meanwhile(() => setHash(`plain:${NEXT}`));
    await expect(makeSignIn(over)({ ...proof, shown: null })).rejects.toMatchObject(WRONG);
    await signIn(ADA.email, NEXT);
  });

  test('of two changes of the password the second does not undo the first', async () => {
    const { principal } = await signIn();
    const change = makeChangePassword(meanwhile(() => setHash(`plain:${NEXT}`)));
    const by = { principal, requestId: null, address: null };
    await expect(
      change({ actor: by, current: PASSWORD, next: 'what another wants' }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await signIn(ADA.email, NEXT);
  });
});

describe('where nobody signs in', () => {
  const TOKEN = 'klt_of-this-klaxon';
  const locally = (...asked: Parameters<Authenticate>) =>
    makeAuthenticateLocally(authenticate, (secret) => secret === TOKEN)(...asked);
  const WRONG_PROOFS = [
    { kind: 'cookie', secret: 'an old one' },
    { kind: 'secret', secret: 'kli_unknown' },
    { kind: 'secret', secret: 'klx_unknown' },
    { kind: 'secret', secret: 'klt_of-another' },
    { kind: 'secret', secret: '' },
  ] as const;

  test('whoever shows the token of this Klaxon is the one at the machine', async () => {
    for (const kind of ['cookie', 'secret'] as const)
      expect(await locally({ kind, secret: TOKEN })).toEqual({ kind: 'local' });
  });

  test('whoever shows nothing is nobody, and whatever else is shown proves nothing', async () => {
    expect(await locally({ kind: 'none' })).toEqual({ kind: 'anonymous' });
    for (const credentials of WRONG_PROOFS)
      await expect(locally(credentials)).rejects.toMatchObject({ kind: 'unauthenticated' });
  });

  test('alerts are taken from whoever sends them, whatever they show', async () => {
    for (const credentials of [{ kind: 'none' }, ...WRONG_PROOFS] as const)
      expect(await locally(credentials, 'alerts')).toEqual({ kind: 'local-sender' });
  });
});

test('without credentials somebody is nobody', async () => {
  expect(await authenticate({ kind: 'none' })).toEqual({ kind: 'anonymous' });
});

describe('a browser', () => {
  const by = (marks: readonly string[]) =>
    makeSignIn(tools)({
      email: ADA.email,
      password: PASSWORD,
      device: { ...DEVICE, marks },
      shown: null,
    });
  const EVE = userRecord({ id: idOf(1_001), email: 'eve@example.org' });

  test('keeps the mark that it is known by, and gets one where it has none', async () => {
    const { marks } = await by([]);
    expect(marks).toHaveLength(1);
    expect((await by(marks)).marks).toEqual(marks);
    stage.clock.advance(KNOWN_PLACE_LIFETIME);
    expect((await by(marks)).marks).toEqual([...marks, expect.any(String)]);
  });

  test('keeps those of others, and none is taken for that of whoever signs in', async () => {
    await stage.tools.unitOfWork.run(async (tx) => {
      await tx.users.insert(EVE);
      await tx.knownPlaces.remember(EVE.id, { marks: ['eves'], address: null }, START);
    });
    const { marks } = await by(['eves', 'planted']);
    expect(marks).toEqual(['eves', 'planted', expect.any(String)]);
    const known = await stage.tools.unitOfWork.run((tx) =>
      tx.knownPlaces.knownMarks(ADA.id, marks, START - 1),
    );
    expect(known).toEqual([marks[2]]);
  });

  test('is not known any more after the account was deactivated', async () => {
    const { marks } = await by([]);
    await makeDeactivateUser(stage.tools)({
      actor: { principal: LOCAL, requestId: null, address: null },
      userId: ADA.id,
    });
    const known = await stage.tools.unitOfWork.run((tx) =>
      tx.knownPlaces.knownMarks(ADA.id, marks, START - 1),
    );
    expect(known).toEqual([]);
  });
});

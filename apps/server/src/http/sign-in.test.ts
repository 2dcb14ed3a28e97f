import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Credentials, makeAuthenticate, signInUseCases } from '@klaxon/application';
import { DEFAULT_SESSION_POLICY, LOCAL } from '@klaxon/domain';
import {
  countingThrottle,
  makeStage,
  plainAccessTokens,
  plainBearerSecrets,
  plainPasswords,
  userRecord,
} from '@klaxon/testing';
import type { FastifyInstance } from 'fastify';
import { stubApp } from './testing/stub-app.ts';

const PASSWORD = 'four words are enough';
const ADA = userRecord({ passwordHash: `plain:${PASSWORD}` });
const OWN_PAGE = { origin: 'https://klaxon.example.org', host: 'klaxon.example.org' };
const PROOF = { email: ADA.email, password: PASSWORD };

let app: FastifyInstance;
let shown: Credentials[];

beforeEach(async () => {
  const { tools, database, clock } = makeStage();
  const secrets = plainBearerSecrets();
  const tokens = plainAccessTokens(clock);
  const policy = DEFAULT_SESSION_POLICY;
  const throttle = countingThrottle(3);
  const queries = database.accessQueries;
  const onTouchError = () => {};
  const authenticate = makeAuthenticate({ queries, secrets, tokens, clock, policy, onTouchError });
  shown = [];
  app = await stubApp(
    {
      access: {
        authenticate: (credentials) => {
          shown.push(credentials);
          return authenticate(credentials);
        },
      },
      signIn: signInUseCases({
        ...tools,
        secrets,
        policy,
        throttle,
        tokens,
        queries,
        passwords: plainPasswords(),
        openId: null,
      }),
    },
    { publicUrl: 'https://klaxon.example.org' },
  );
  await tools.unitOfWork.run((tx) => tx.users.insert(ADA));
});

const post = (url: string, payload: object | undefined, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, headers, ...(payload && { payload }) });
const signIn = (headers: Record<string, string> = {}) =>
  post('/api/auth/sign-in', PROOF, { ...OWN_PAGE, ...headers });
const me = (headers: Record<string, string>) => app.inject({ url: '/api/me', headers });

async function signedIn(headers: Record<string, string> = {}): Promise<string> {
  const [cookie] = (await signIn(headers)).cookies;
  return `${cookie?.name}=${cookie?.value}`;
}

describe('the cookies', () => {
  test('is out of reach for scripts, other sites and other hosts', async () => {
    const answer = await signIn();
    expect(answer.statusCode).toBe(200);
    const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' };
    expect(answer.cookies).toMatchObject([
      { name: '__Host-klaxon_session', ...attributes },
      { name: '__Host-klaxon_device', ...attributes },
    ]);
    for (const one of answer.cookies) {
      expect(one).not.toHaveProperty('domain');
      expect(answer.body).not.toContain(one.value);
    }
  });

  test('is plain where people reach Klaxon without HTTPS', async () => {
    const plain = await stubApp({}, { publicUrl: 'http://klaxon.test' });
    const answer = await plain.inject({ method: 'POST', url: '/api/auth/sign-in', payload: PROOF });
    expect(answer.cookies).toMatchObject([
      { name: 'klaxon_session', httpOnly: true },
      { name: 'klaxon_device', httpOnly: true },
    ]);
    for (const one of answer.cookies) expect(one).not.toHaveProperty('secure');
  });

  test('says who asks', async () => {
    const answer = await me({ cookie: await signedIn() });
    expect(answer.json()).toMatchObject({
      mode: 'sign-in',
      user: { id: ADA.id, email: ADA.email, name: 'Ada', role: 'responder' },
    });
  });

  test('that somebody planted is never kept', async () => {
    const planted = '__Host-klaxon_session=planted';
    const own = await signedIn({ cookie: planted });
    expect(own).not.toBe(planted);
    expect((await me({ cookie: planted })).statusCode).toBe(401);
  });

  test('of before ends at the next sign-in', async () => {
    const before = await signedIn();
    const after = await signedIn({ cookie: before });
    expect((await me({ cookie: before })).statusCode).toBe(401);
    expect((await me({ cookie: after })).statusCode).toBe(200);
  });

  test('is taken away at sign-out, and worth nothing after', async () => {
    const cookie = await signedIn();
    const answer = await post('/api/auth/sign-out', undefined, { ...OWN_PAGE, cookie });
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies).toMatchObject([{ name: '__Host-klaxon_session', value: '' }]);
    const after = await me({ cookie });
    expect(after.json()).toMatchObject({ detail: 'This session has ended. Sign in again.' });
  });
});

describe('a change with a cookie', () => {
  test('must come from a page of Klaxon’s own', async () => {
    const cookie = await signedIn();
    const { host } = OWN_PAGE;
    const out = (headers: Record<string, string>) =>
      post('/api/auth/sign-out', undefined, { host, cookie, ...headers });
    expect((await out({})).statusCode).toBe(403);
    expect((await out({ origin: 'https://evil.example.org' })).statusCode).toBe(403);
    expect((await out({ origin: 'null' })).statusCode).toBe(403);
    expect((await out({ origin: OWN_PAGE.origin })).statusCode).toBe(204);
  });

  test('needs no page where a token shows who it is', async () => {
    const token = (await post('/api/auth/token', PROOF)).json().access_token;
    const answer = await post('/api/auth/sign-out', undefined, {
      authorization: `Bearer ${token}`,
    });
    expect(answer.statusCode).toBe(204);
    expect((await me({ authorization: `Bearer ${token}` })).statusCode).toBe(401);
  });
});

describe('an access token', () => {
  test('is given for a session', async () => {
    const cookie = await signedIn();
    const answer = await post('/api/auth/token', {}, { ...OWN_PAGE, cookie });
    expect(answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    const { access_token: token } = answer.json();
    expect((await me({ authorization: `Bearer ${token}` })).statusCode).toBe(200);
  });

  test('is not given for another one, which would then never expire', async () => {
    const token = (await post('/api/auth/token', PROOF)).json().access_token;
    const answer = await post('/api/auth/token', {}, { authorization: `Bearer ${token}` });
    expect(answer.statusCode).toBe(400);
  });

  test('weighs more than the cookie that came with it', async () => {
    const cookie = await signedIn();
    expect((await me({ cookie, authorization: 'Bearer no-token' })).statusCode).toBe(401);
    expect(shown.at(-1)).toEqual({ kind: 'secret', secret: 'no-token' });
  });
});

describe('signing in', () => {
  test('is refused with one answer for whatever is wrong', async () => {
    for (const proof of [
      { ...PROOF, password: 'a wrong password' },
      { ...PROOF, email: 'nobody@example.org' },
    ]) {
      const answer = await post('/api/auth/sign-in', proof);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ detail: 'E-mail or password is wrong.' });
      expect(answer.cookies).toEqual([]);
    }
  });

  test('says how long to wait after too many attempts', async () => {
    const wrong = { ...PROOF, password: 'a wrong password' };
    for (let attempt = 0; attempt < 3; attempt += 1) await post('/api/auth/sign-in', wrong);
    const answer = await post('/api/auth/sign-in', PROOF);
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('60');
  });

  test('is not for a Klaxon that answers to its own machine alone', async () => {
    const local = await stubApp(
      { access: { authenticate: async () => LOCAL } },
      { signIn: 'local' },
    );
    const answer = await local.inject({ method: 'POST', url: '/api/auth/sign-in', payload: PROOF });
    expect(answer.statusCode).toBe(409);
    expect((await local.inject('/api/me')).json()).toMatchObject({ mode: 'local', user: null });
  });
});

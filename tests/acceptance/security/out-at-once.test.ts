import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execute } from '../../support/database.ts';
import { freePort } from '../../support/free-port.ts';
import { type KlaxonProcess, startKlaxon } from '../../support/klaxon-process.ts';
import { type Caller, SecuredKlaxon } from '../../support/secured-klaxon.ts';

/** A tick a second, a look each, and what a busy machine takes. */
const AT_ONCE_MS = 2_500;
const PASSWORD = 'another four words here';

let klaxon: SecuredKlaxon;
/** Another process on the same database. */
let other: KlaxonProcess;
let people = 0;
let following: AbortController[] = [];

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start();
  other = await startKlaxon({ ...klaxon.env, PORT: String(await freePort()) }, 'api');
});

afterEach(() => {
  for (const one of following) one.abort();
  following = [];
});

afterAll(async () => {
  await other?.end('SIGTERM');
  await klaxon?.stop();
});

const newcomer = (role = 'responder') => klaxon.invite(`person-${++people}@example.org`, role);

/** Follows the events at both processes. */
async function follow({ headers }: Caller) {
  const streams = await Promise.all(
    [klaxon.server.url, other.url].map(async (url) => {
      const controller = new AbortController();
      following.push(controller);
      const own = { ...headers, origin: url };
      const { signal } = controller;
      const answer = await fetch(`${url}/api/events`, { headers: own, signal });
      expect(answer.status).toBe(200);
      let isOpen = true;
      const read = async () => {
        for await (const _ of answer.body ?? []);
        isOpen = false;
      };
      const ended = read();
      // Those that a test leaves open are broken off after it.
      ended.catch(() => {});
      return { ended, isOpen: () => isOpen };
    }),
  );
  return {
    areOpen: () => streams.map(({ isOpen }) => isOpen()),
    ended: () => Promise.all(streams.map(({ ended }) => ended)),
  };
}

async function idOf(caller: Caller): Promise<string> {
  const { sessions } = await klaxon.get(caller, 'GET', '/api/me/sessions');
  return sessions.find(({ current }: { current: boolean }) => current).id;
}

describe('an open stream of events ends at once, at each process', () => {
  test.each<[string, (ada: Caller & { id: string }) => Promise<unknown>]>([
    ['its session', (ada) => klaxon.get(ada, 'POST', '/api/auth/sign-out')],
    ['the account', ({ id }) => klaxon.get(klaxon.admin, 'POST', `/api/users/${id}/deactivate`)],
    [
      'the role',
      ({ id }) => klaxon.get(klaxon.admin, 'PATCH', `/api/users/${id}`, { role: 'viewer' }),
    ],
    [
      'the time of its session',
      ({ id }) =>
        execute(
          klaxon.database.url,
          `UPDATE sessions SET expires_at = now() WHERE user_id = '${id}'`,
        ),
    ],
  ])('with %s', async (_, end) => {
    const ada = await newcomer();
    const bystander = await follow(klaxon.admin);
    const stream = await follow(ada);
    expect(stream.areOpen()).toEqual([true, true]);
    await end(ada);
    const asked = performance.now();
    await stream.ended();
    expect(performance.now() - asked).toBeLessThan(AT_ONCE_MS);
    expect(bystander.areOpen()).toEqual([true, true]);
  });

  test('with another password, but for the session in which it was set', async () => {
    const ada = await newcomer();
    const elsewhere = await klaxon.signIn(`person-${people}@example.org`);
    const [own, others] = [await follow(ada), await follow(elsewhere)];
    const change = { current_password: 'four words are enough', password: PASSWORD };
    await klaxon.get(ada, 'POST', '/api/me/password', change);
    await others.ended();
    expect(own.areOpen()).toEqual([true, true]);
  });

  test('with the session that an access token names', async () => {
    const ada = await newcomer();
    const { access_token: token } = await klaxon.get(ada, 'POST', '/api/auth/token', {});
    const bearer = { headers: { authorization: `Bearer ${token}` } };
    const [own, byToken] = [await follow(ada), await follow(bearer)];
    await klaxon.get(ada, 'DELETE', `/api/me/sessions/${await idOf(bearer)}`);
    await byToken.ended();
    expect(own.areOpen()).toEqual([true, true]);
  });

  test('with the API key, taken back or at its end', async () => {
    const wish = { name: 'Wallboard', scopes: ['incidents:read'] };
    const { id, key } = await klaxon.get(klaxon.admin, 'POST', '/api/api-keys', wish);
    const expires_at = new Date(Date.now() + 3_000).toISOString();
    const short = await klaxon.get(klaxon.admin, 'POST', '/api/api-keys', {
      ...wish,
      name: 'Short',
      expires_at,
    });
    const stream = await follow({ headers: { 'x-api-key': key } });
    const ending = await follow({ headers: { 'x-api-key': short.key } });
    await klaxon.get(klaxon.admin, 'DELETE', `/api/api-keys/${id}`);
    await Promise.all([stream.ended(), ending.ended()]);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, NOBODY, PASSWORD, SecuredKlaxon } from '../../support/secured-klaxon.ts';

const KNOWN = 'ada@example.org';
const WRONG = 'a wrong password';
const HOME = '203.0.113.5';
const AWAY = '198.51.100.9';
/** As many tries as one browser has at one account. */
const TRIES = 10;

let klaxon: SecuredKlaxon;
/** What the right person had before the guesses began. */
let device: string;
let session: Caller;

/** Strangers guess, fifty times from five addresses. */
beforeAll(async () => {
  klaxon = await SecuredKlaxon.start({ TRUSTED_PROXIES: '127.0.0.1' });
  await klaxon.invite(KNOWN, 'responder');
  const known = await attempt(PASSWORD, { from: HOME });
  device = deviceOf(known);
  const cookie = known.cookies[0]?.split(';')[0] ?? '';
  session = { headers: { cookie, origin: klaxon.server.url } };
  for (let index = 0; index < 50; index += 1)
    expect((await attempt(WRONG, { from: `192.0.2.${index % 5}` })).status).toBe(401);
}, 60_000);

afterAll(() => klaxon?.stop());

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: readonly string[];
}

async function attempt(
  password: string,
  { from = AWAY, path = '/api/auth/sign-in', cookie = '', email = KNOWN } = {},
): Promise<Answer> {
  const headers = { 'x-forwarded-for': from, ...(cookie && { cookie }) };
  const answer = await klaxon.ask(NOBODY, 'POST', path, { email, password }, headers);
  const { request_id: _, ...body } = JSON.parse(await answer.text());
  return { status: answer.status, body, cookies: answer.headers.getSetCookie() };
}

const deviceOf = ({ cookies }: Answer) =>
  cookies.find((one) => one.startsWith('klaxon_device='))?.split(';')[0] ?? '';

test('they do not come in, with the right password either, from there or from elsewhere', async () => {
  const bodies = [];
  for (const from of ['192.0.2.0', AWAY, '2001:db8:7::1'])
    for (const password of [PASSWORD, WRONG]) {
      const { status, body, cookies } = await attempt(password, { from });
      expect([status, cookies]).toEqual([429, []]);
      bodies.push(body);
    }
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  expect(bodies[0]).toMatchObject({ detail: expect.stringContaining('one-time link') });
  const { status } = await attempt(PASSWORD, { path: '/api/auth/token' });
  expect(status).toBe(429);
});

test('the right person comes in, in the browser that they used, wherever it is now', async () => {
  const from = '198.51.100.20';
  expect((await attempt(PASSWORD, { from, cookie: device })).status).toBe(200);
});

test('the right person comes in from the network that they used, in any browser', async () => {
  expect((await attempt(PASSWORD, { from: HOME })).status).toBe(200);
  const token = await attempt(PASSWORD, { from: HOME, path: '/api/auth/token' });
  expect(token.status).toBe(200);
});

test('whoever is signed in stays so, and proves their password', async () => {
  expect((await klaxon.ask(session, 'GET', '/api/me')).status).toBe(200);
  const wish = { current_password: WRONG, password: 'another four words' };
  expect((await klaxon.ask(session, 'POST', '/api/me/password', wish)).status).toBe(403);
});

test('a browser that another account is known in helps nobody', async () => {
  const email = 'boss@example.org';
  const other = deviceOf(await attempt(PASSWORD, { cookie: device, email }));
  // Both are known in it now, each by a mark of their own.
  const [, marks = ''] = other.split('=');
  const [first, second] = marks.split('.');
  const by = (mark = '') => attempt(PASSWORD, { cookie: `klaxon_device=${mark}` });
  expect((await by(second)).status).toBe(429);
  expect((await by('A'.repeat(43))).status).toBe(429);
  expect((await by(first)).status).toBe(200);
});

test('a browser that is known has ten tries, no more', async () => {
  const wrong = () => attempt(WRONG, { cookie: device });
  for (let index = 0; index < TRIES; index += 1) expect((await wrong()).status).toBe(401);
  expect((await attempt(PASSWORD, { cookie: device })).status).toBe(429);
});

test('the cookie of the browser is read by no script and lets nobody in', async () => {
  const { cookies } = await attempt(PASSWORD, { from: HOME });
  const line = cookies.find((one) => one.startsWith('klaxon_device=')) ?? '';
  expect(line.split('; ').slice(1).sort()).toEqual([
    'HttpOnly',
    'Max-Age=7776000',
    'Path=/',
    'SameSite=Lax',
  ]);
  expect((await klaxon.ask({ headers: { cookie: device } }, 'GET', '/api/me')).status).toBe(401);
});

test('a one-time link lets in at once', async () => {
  const { users } = await klaxon.get(klaxon.admin, 'GET', `/api/users?q=${KNOWN}`);
  const path = `/api/users/${users[0].id}/invitation`;
  const { link } = await klaxon.get(klaxon.admin, 'POST', path);
  const acceptance = { token: /token=([\w-]+)/.exec(link)?.[1], password: PASSWORD };
  const headers = { 'x-forwarded-for': AWAY };
  const accept = '/api/auth/invitations/accept';
  const accepted = await klaxon.ask(NOBODY, 'POST', accept, acceptance, headers);
  expect(accepted.status).toBe(200);
  expect((await attempt(PASSWORD, {})).status).toBe(200);
});

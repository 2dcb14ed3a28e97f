import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execute } from '../../support/database.ts';
import { NOBODY, PASSWORD, SecuredKlaxon } from '../../support/secured-klaxon.ts';

const KNOWN = 'ada@example.org';
const UNKNOWN = 'nobody@example.org';
const WRONG = 'a wrong password';
/** As many tries as one address has at one account. */
const TRIES = 10;
const PROXY = '127.0.0.1';

let klaxon: SecuredKlaxon;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start({ TRUSTED_PROXIES: PROXY });
  await klaxon.invite(KNOWN, 'responder');
  const gone = await klaxon.invite('gone@example.org', 'responder');
  await klaxon.get(klaxon.admin, 'POST', `/api/users/${gone.id}/deactivate`);
  const invited = { email: 'invited@example.org', name: 'Invited', role: 'viewer' };
  await klaxon.get(klaxon.admin, 'POST', '/api/users', invited);
});

afterAll(() => klaxon?.stop());

beforeEach(() =>
  execute(klaxon.database.url, 'DELETE FROM sign_in_limits; DELETE FROM known_places'),
);

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: number | null;
  readonly cookies: readonly string[];
  readonly took: number;
}

async function attempt(
  email: string,
  password: string,
  { from = '192.0.2.1', path = '/api/auth/sign-in' } = {},
): Promise<Answer> {
  const asked = performance.now();
  const answer = await klaxon.ask(
    NOBODY,
    'POST',
    path,
    { email, password },
    { 'x-forwarded-for': from },
  );
  const { request_id: _, ...body } = JSON.parse(await answer.text());
  const retryAfter = answer.headers.get('retry-after');
  return {
    status: answer.status,
    body,
    retryAfter: retryAfter === null ? null : Number(retryAfter),
    cookies: answer.headers.getSetCookie(),
    took: performance.now() - asked,
  };
}

async function tryOften(
  count: number,
  email: string,
  from: (index: number) => string,
): Promise<void> {
  for (let index = 0; index < count; index += 1)
    expect((await attempt(email, WRONG, { from: from(index) })).status).toBe(401);
}

describe.each(['/api/auth/sign-in', '/api/auth/token'])('%s', (path) => {
  test('answers alike whether there is such an account, it was deactivated, or never had a password', async () => {
    const answers = [];
    for (const email of [
      KNOWN,
      UNKNOWN,
      'gone@example.org',
      'invited@example.org',
      ' ADA@Example.org',
    ])
      answers.push(await attempt(email, WRONG, { path }));
    answers.push(await attempt('gone@example.org', PASSWORD, { path }));
    for (const { status, body, cookies } of answers)
      expect({ status, body, cookies }).toEqual({
        status: 401,
        body: {
          type: 'urn:klaxon:problem:unauthenticated',
          title: 'Not signed in',
          status: 401,
          detail: 'E-mail or password is wrong.',
          instance: path,
          errors: [],
        },
        cookies: [],
      });
  });
});

test('an account that is not there costs as much work as one that is', async () => {
  const times = { known: [] as number[], unknown: [] as number[] };
  // In turns, so that a busy machine slows both down; the quickest of each is what it really takes.
  for (let index = 0; index < 9; index += 1) {
    times.known.push((await attempt(KNOWN, WRONG, { from: `192.0.2.${index}` })).took);
    times.unknown.push((await attempt(UNKNOWN, WRONG, { from: `192.0.2.${index}` })).took);
  }
  const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
  expect(unknown).toBeGreaterThan(known / 2);
  expect(known).toBeGreaterThan(unknown / 2);
});

describe('guessing is slowed down', () => {
  test.each([
    ['that is there', KNOWN],
    ['that is not there', UNKNOWN],
  ])('at an account %s, from one address, alike', async (_what, email) => {
    await tryOften(TRIES, email, () => '192.0.2.1');
    const refused = await attempt(email, PASSWORD);
    expect(refused).toMatchObject({
      status: 429,
      body: { type: 'urn:klaxon:problem:limit', errors: [] },
      cookies: [],
    });
    expect(refused.retryAfter).toBeGreaterThan(60);
    expect(refused.retryAfter).toBeLessThanOrEqual(15 * 60);
  });

  test('in whatever spelling, and by the other way in', async () => {
    await tryOften(TRIES, KNOWN, () => '192.0.2.1');
    for (const email of ['ADA@example.org', ' ada@example.org ', 'Ada@Example.ORG'])
      expect((await attempt(email, PASSWORD)).status).toBe(429);
    expect((await attempt(KNOWN, PASSWORD, { path: '/api/auth/token' })).status).toBe(429);
  });

  test('and locks nobody out who comes from elsewhere', async () => {
    await tryOften(TRIES, KNOWN, () => '192.0.2.1');
    expect((await attempt(KNOWN, PASSWORD, { from: '198.51.100.7' })).status).toBe(200);
  });

  test('at an account, from however many addresses', async () => {
    await tryOften(50, KNOWN, (index) => `192.0.2.${index}`);
    expect((await attempt(KNOWN, PASSWORD, { from: '198.51.100.7' })).status).toBe(429);
  });

  test('from an address that is one only by what it says of itself', async () => {
    await tryOften(TRIES, KNOWN, () => '192.0.2.1');
    // What stands before the address that the proxy saw was written by whoever asks.
    expect((await attempt(KNOWN, PASSWORD, { from: '203.0.113.9, 192.0.2.1' })).status).toBe(429);
  });

  test('and forgotten by whoever gets it right', async () => {
    await tryOften(TRIES - 1, KNOWN, () => '192.0.2.1');
    expect((await attempt(KNOWN, PASSWORD)).status).toBe(200);
    await tryOften(TRIES - 1, KNOWN, () => '192.0.2.1');
    expect((await attempt(KNOWN, PASSWORD)).status).toBe(200);
  });

  test('also at the own password, with a session', async () => {
    const ada = klaxon.callerOf(
      await klaxon.ask(NOBODY, 'POST', '/api/auth/sign-in', { email: KNOWN, password: PASSWORD }),
    );
    const change = () =>
      klaxon.ask(ada, 'POST', '/api/me/password', {
        current_password: WRONG,
        password: 'another four words',
      });
    const statuses: number[] = [];
    for (let index = 0; index <= TRIES; index += 1) statuses.push((await change()).status);
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(statuses.slice(0, -1))).not.toContain(200);
  });
});

test('a flood of sign-ins holds up neither alerts nor those who are signed in', async () => {
  const flood = Array.from({ length: 80 }, (_, index) =>
    attempt(`person-${index}@example.org`, WRONG, { from: `198.51.100.${index}` }),
  );
  const asked = performance.now();
  await klaxon.get(klaxon.admin, 'GET', '/api/incidents');
  expect(performance.now() - asked).toBeLessThan(2_000);
  const statuses = new Set((await Promise.all(flood)).map(({ status }) => status));
  expect([...statuses].every((status) => status === 401 || status === 503)).toBe(true);
});

test('what failed is in the audit log, with the address that it came from', async () => {
  await attempt(KNOWN, WRONG, { from: '203.0.113.77' });
  const log = await klaxon.get(
    klaxon.admin,
    'GET',
    '/api/audit-log?action=session.sign_in_failed&limit=1',
  );
  expect(log.audit_entries[0]).toMatchObject({
    action: 'session.sign_in_failed',
    address: '203.0.113.77',
  });
  expect(JSON.stringify(log)).not.toContain(WRONG);
});

describe('a Klaxon that trusts no proxy', () => {
  let direct: SecuredKlaxon;

  beforeAll(async () => {
    direct = await SecuredKlaxon.start();
  });

  afterAll(() => direct?.stop());

  test('believes nobody about the address that they come from', async () => {
    const statuses: number[] = [];
    for (let index = 0; index <= TRIES; index += 1) {
      const headers = { 'x-forwarded-for': `192.0.2.${index}`, forwarded: `for=192.0.2.${index}` };
      const proof = { email: 'boss@example.org', password: WRONG };
      const answer = await direct.ask(NOBODY, 'POST', '/api/auth/sign-in', proof, headers);
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array.from({ length: TRIES }, () => 401), 429]);
    const path = '/api/audit-log?action=session.sign_in_failed';
    const { audit_entries: entries } = await direct.get(direct.admin, 'GET', path);
    const addresses = entries.map(({ address }: { address: string }) => address);
    expect(new Set(addresses)).toEqual(new Set(['127.0.0.1']));
  });
});

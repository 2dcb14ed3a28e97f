import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../../support/free-port.ts';
import { type KlaxonProcess, startKlaxon } from '../../support/klaxon-process.ts';
import { type Caller, NOBODY, PASSWORD, SecuredKlaxon } from '../../support/secured-klaxon.ts';

const EMAIL = 'ada@example.org';
const CREDENTIALS = { email: EMAIL, password: PASSWORD };

let klaxon: SecuredKlaxon;
let client: pg.Client;
let session: Caller;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start();
  client = new pg.Client({ connectionString: klaxon.database.url });
  await client.connect();
  await klaxon.invite(EMAIL, 'admin');
});

afterAll(async () => {
  await client?.end();
  await klaxon?.stop();
});

beforeEach(async () => {
  session = await klaxon.signIn(EMAIL);
});

const statusOf = async (caller: Caller) => (await klaxon.ask(caller, 'GET', '/api/users')).status;
const cookieOf = ({ headers }: Caller) => headers['cookie'] ?? '';

/** The row of the session that a caller has. */
async function idOf(caller: Caller): Promise<string> {
  const { sessions } = await klaxon.get(caller, 'GET', '/api/me/sessions');
  return sessions.find(({ current }: { current: boolean }) => current).id;
}

describe('signing in', () => {
  test('never takes over a session that was planted', async () => {
    const planted = `klaxon_session=${'A'.repeat(43)}`;
    const victim = await klaxon.ask(
      { headers: { cookie: planted, origin: klaxon.server.url } },
      'POST',
      '/api/auth/sign-in',
      CREDENTIALS,
    );
    const fresh = klaxon.callerOf(victim);
    expect(cookieOf(fresh)).not.toBe(planted);
    expect(await statusOf(fresh)).toBe(200);
    expect(await statusOf({ headers: { cookie: planted } })).toBe(401);
  });

  test('ends the session that the browser had: whoever planted theirs is left with nothing', async () => {
    const attackers = await klaxon.signIn('boss@example.org');
    const headers = { cookie: cookieOf(attackers), origin: klaxon.server.url };
    const answer = await klaxon.ask({ headers }, 'POST', '/api/auth/sign-in', CREDENTIALS);
    const me = await klaxon.get(klaxon.callerOf(answer), 'GET', '/api/me');
    expect(me.user.email).toBe(EMAIL);
    expect(await statusOf(attackers)).toBe(401);
  });

  test('gives another secret each time, of 256 bits', async () => {
    const again = await klaxon.signIn(EMAIL);
    expect(cookieOf(again)).not.toBe(cookieOf(session));
    expect(cookieOf(again)).toMatch(/^klaxon_session=[\w-]{43}$/);
  });

  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await klaxon.ask(NOBODY, 'POST', '/api/auth/sign-in', CREDENTIALS);
    const [line = ''] = answer.headers.getSetCookie();
    const [, ...attributes] = line.split('; ');
    expect(attributes.filter((one) => !one.startsWith('Expires=')).sort()).toEqual([
      'HttpOnly',
      'Path=/',
      'SameSite=Lax',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('from a page of another site is refused', async () => {
    const answer = await klaxon.ask(NOBODY, 'POST', '/api/auth/sign-in', CREDENTIALS, {
      origin: 'https://evil.example.org',
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  });
});

describe('where people come by HTTPS', () => {
  let secure: KlaxonProcess;
  const publicUrl = 'https://klaxon.example.org';
  beforeAll(async () => {
    const port = String(await freePort());
    const process = await startKlaxon({ ...klaxon.env, PUBLIC_URL: publicUrl, PORT: port }, 'api');
    // It prints its public address, which leads nowhere here.
    secure = { ...process, url: `http://127.0.0.1:${port}` };
  });
  afterAll(async () => {
    await secure?.end('SIGTERM');
  });

  test('the cookie is Secure, and no other host of the domain can set it', async () => {
    const answer = await fetch(`${secure.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl },
      body: JSON.stringify(CREDENTIALS),
    });
    const [line = ''] = answer.headers.getSetCookie();
    expect(line).toMatch(/^__Host-klaxon_session=[\w-]{43}; /);
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
      expect(line.split('; ')).toContain(attribute);
    expect(line).not.toMatch(/domain=/i);
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);

    const secret = /=([\w-]{43});/.exec(line)?.[1] ?? '';
    const me = (cookie: string) => fetch(`${secure.url}/api/me`, { headers: { cookie } });
    expect((await me(`__Host-klaxon_session=${secret}`)).status).toBe(200);
    expect((await me(`klaxon_session=${secret}`)).status).toBe(401);
  });
});

describe('a change by cookie', () => {
  const UNSAFE = [
    ['POST', '/api/teams'],
    ['PATCH', '/api/me'],
    [
      'PUT',
      '/api/teams/0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10/members/0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11',
    ],
    ['DELETE', '/api/teams/0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10'],
    ['POST', '/api/auth/sign-out'],
    ['POST', '/api/auth/token'],
  ] as const;

  const changes = async (headers: Record<string, string>) => {
    const cookie = cookieOf(session);
    const statuses: number[] = [];
    for (const [method, path] of UNSAFE) {
      const answer = await klaxon.ask({ headers: { cookie, ...headers } }, method, path, {});
      statuses.push(answer.status);
    }
    return statuses;
  };

  test.each<[string, (own: string) => Record<string, string>]>([
    ['of another site', () => ({ origin: 'https://evil.example.org' })],
    ['of another port', (own) => ({ origin: own.replace(/:\d+$/, ':1') })],
    ['of a name that begins alike', (own) => ({ origin: `${own}.evil.example.org` })],
    ['of a page without an origin', () => ({ origin: 'null' })],
    ['that no browser says anything about', () => ({})],
    ['that only a referrer speaks for', (own) => ({ referer: own })],
    ['that the browser calls foreign', (own) => ({ origin: own, 'sec-fetch-site': 'cross-site' })],
    ['of another host of the site', () => ({ 'sec-fetch-site': 'same-site' })],
    ['that the browser calls typed in', () => ({ 'sec-fetch-site': 'none' })],
  ])('%s is refused, and the session goes on', async (_case, headers) => {
    expect(await changes(headers(klaxon.server.url))).toEqual(UNSAFE.map(() => 403));
    expect(await statusOf(session)).toBe(200);
  });

  test.each<[string, (own: string) => Record<string, string>]>([
    ['Origin', (own) => ({ origin: own })],
    ['Sec-Fetch-Site', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('of a page of Klaxon’s own is let in by %s', async (_header, headers) => {
    expect(await changes(headers(klaxon.server.url))).not.toContain(403);
  });

  test('cannot be hidden in a form, a read or another method', async () => {
    const cookie = cookieOf(session);
    for (const [method, type] of [
      ['POST', 'text/plain'],
      ['POST', 'application/x-www-form-urlencoded'],
    ] as const) {
      const answer = await klaxon.ask(
        { headers: { cookie } },
        method,
        '/api/teams',
        '{"name":"x"}',
        {
          'content-type': type,
        },
      );
      expect(answer.status).toBe(403);
    }
    const overridden = await klaxon.ask({ headers: { cookie } }, 'GET', '/api/teams', undefined, {
      'x-http-method-override': 'POST',
    });
    expect(overridden.status).toBe(200);
    expect(await overridden.json()).toMatchObject({ teams: [] });
  });
});

describe('a session ends', () => {
  test('when its owner signs out: its cookie is worth nothing afterwards', async () => {
    const answer = await klaxon.ask(session, 'POST', '/api/auth/sign-out');
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^klaxon_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(await statusOf(session)).toBe(401);
  });

  test('12 hours after it was used last, and 7 days after it began', async () => {
    const id = await idOf(session);
    const move = (column: string, by: string) =>
      client.query(`UPDATE sessions SET ${column} = now() - interval '${by}' WHERE id = $1`, [id]);
    await move('last_seen_at', '11 h 59 min');
    expect(await statusOf(session)).toBe(200);
    await move('last_seen_at', '12 h 1 s');
    expect(await statusOf(session)).toBe(401);

    const other = await klaxon.signIn(EMAIL);
    const { rows } = await client.query<{ days: number }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int / 86400 AS days
       FROM sessions WHERE id = $1`,
      [await idOf(other)],
    );
    expect(rows).toEqual([{ days: 7 }]);
    await client.query(
      'UPDATE sessions SET expires_at = now() WHERE user_id = (SELECT id FROM users WHERE email = $1)',
      [EMAIL],
    );
    expect(await statusOf(other)).toBe(401);
  });

  test('when its owner ends it from another', async () => {
    const other = await klaxon.signIn(EMAIL);
    await klaxon.get(session, 'DELETE', `/api/me/sessions/${await idOf(other)}`);
    expect([await statusOf(other), await statusOf(session)]).toEqual([401, 200]);
    const third = await klaxon.signIn(EMAIL);
    await klaxon.get(session, 'POST', '/api/me/sessions/revoke-others');
    expect([await statusOf(third), await statusOf(session)]).toEqual([401, 200]);
  });

  test('with a new password, but for the one in which it was set', async () => {
    const grace = await klaxon.invite('grace@example.org', 'viewer');
    const other = await klaxon.signIn('grace@example.org');
    const { access_token } = await klaxon.get(grace, 'POST', '/api/auth/token', {});
    const token = { headers: { authorization: `Bearer ${access_token}` } };
    expect(await statusOf(token)).toBe(200);
    const password = 'five words are even better';
    const change = (current_password: string) =>
      klaxon.ask(grace, 'POST', '/api/me/password', { current_password, password });
    expect((await change('a wrong one')).status).toBe(403);
    expect(await statusOf(other)).toBe(200);
    expect((await change(PASSWORD)).status).toBe(204);
    expect([await statusOf(grace), await statusOf(other), await statusOf(token)]).toEqual([
      200, 401, 401,
    ]);
    await expect(klaxon.signIn('grace@example.org')).rejects.toThrow('401');
  });

  test('with its owner, and what they set by a new link ends what they had', async () => {
    const eve = await klaxon.invite('eve@example.org', 'viewer');
    const { link } = await klaxon.get(klaxon.admin, 'POST', `/api/users/${eve.id}/invitation`);
    const token = /token=([\w-]+)/.exec(link)?.[1];
    const acceptance = { token, password: 'seven words are what some people like' };
    const accepted = await klaxon.ask(NOBODY, 'POST', '/api/auth/invitations/accept', acceptance);
    const again = klaxon.callerOf(accepted);
    expect([await statusOf(eve), await statusOf(again)]).toEqual([401, 200]);
    await klaxon.get(klaxon.admin, 'POST', `/api/users/${eve.id}/deactivate`);
    expect(await statusOf(again)).toBe(401);
    await klaxon.get(klaxon.admin, 'POST', `/api/users/${eve.id}/reactivate`);
    expect(await statusOf(again)).toBe(401);
  });
});

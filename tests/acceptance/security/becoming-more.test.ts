import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../support/free-port.ts';
import {
  CLIENT,
  startOpenIdProvider,
  TestBrowser,
  type TestProvider,
} from '../../support/openid-provider.ts';
import { type Caller, NOBODY, PASSWORD, SecuredKlaxon } from '../../support/secured-klaxon.ts';

let provider: TestProvider;
let klaxon: SecuredKlaxon;
/** A key that lets in viewers, in the wrong hands. */
let key: Caller;

beforeAll(async () => {
  const port = await freePort();
  provider = await startOpenIdProvider(() => `http://127.0.0.1:${port}/api/auth/oidc/callback`);
  klaxon = await SecuredKlaxon.start({
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_ADMIN_VALUES: 'root',
  });
  key = await klaxon.apiKey('directory', ['people:write']);
});

afterAll(async () => {
  await klaxon?.stop();
  await provider?.close();
});

/** Invites an address by the key, and follows the link as whoever has the key. */
async function plant(email: string): Promise<{ id: string; session: Caller }> {
  const wish = { email, name: 'Ada', role: 'viewer' };
  const { user, invitation } = await klaxon.get(key, 'POST', '/api/users', wish);
  const token = /token=([\w-]+)/.exec(JSON.stringify(invitation))?.[1];
  const answer = await klaxon.ask(NOBODY, 'POST', '/api/auth/invitations/accept', {
    token,
    password: PASSWORD,
  });
  return { id: user.id, session: klaxon.callerOf(answer) };
}

const statusOf = async (caller: Caller) => (await klaxon.ask(caller, 'GET', '/api/me')).status;

async function byPassword(email: string) {
  const proof = { email, password: PASSWORD };
  const answer = await klaxon.ask(NOBODY, 'POST', '/api/auth/sign-in', proof);
  return { status: answer.status, detail: JSON.parse(await answer.text()).detail };
}

const ENDED = { status: 401, detail: expect.stringContaining('This password ended') };

describe('what a key planted in an account', () => {
  test('is nothing once its owner signs in with OpenID, as whatever', async () => {
    const email = 'ada@example.org';
    const { id, session } = await plant(email);
    expect([await statusOf(session), (await byPassword(email)).status]).toEqual([200, 200]);

    const browser = new TestBrowser();
    provider.accounts.set('ada', { email, email_verified: true, groups: ['root'] });
    await browser.signIn(
      `${klaxon.server.url}/api/auth/oidc/start`,
      'ada',
      (url) => url.startsWith(klaxon.server.url) && !url.includes('/api/auth/oidc/'),
    );
    const me = JSON.parse(await (await browser.get(`${klaxon.server.url}/api/me`)).text());
    expect(me.user).toMatchObject({ id, role: 'admin' });

    expect(await statusOf(session)).toBe(401);
    expect(await byPassword(email)).toEqual(ENDED);
    const renewed = await klaxon.ask(key, 'POST', `/api/users/${id}/invitation`);
    expect(renewed.status).toBe(403);
    const log = await klaxon.get(klaxon.admin, 'GET', `/api/audit-log?target_id=${id}`);
    expect(JSON.stringify(log)).toContain('"password_ended":true');
  });

  test('is nothing once an admin gives the account a higher role', async () => {
    const email = 'bob@example.org';
    const { id, session } = await plant(email);
    const { link } = await klaxon.get(key, 'POST', `/api/users/${id}/invitation`);
    await klaxon.get(klaxon.admin, 'PATCH', `/api/users/${id}`, { role: 'responder' });
    expect(await statusOf(session)).toBe(401);
    expect(await byPassword(email)).toEqual(ENDED);
    const token = /token=([\w-]+)/.exec(link)?.[1];
    const check = await klaxon.ask(NOBODY, 'POST', '/api/auth/invitations/check', { token });
    expect(check.status).toBe(400);
    // The way back in is an admin's link.
    const again = await klaxon.get(klaxon.admin, 'POST', `/api/users/${id}/invitation`);
    const accepted = await klaxon.ask(NOBODY, 'POST', '/api/auth/invitations/accept', {
      token: /token=([\w-]+)/.exec(again.link)?.[1],
      password: PASSWORD,
    });
    expect(await statusOf(klaxon.callerOf(accepted))).toBe(200);
    expect((await byPassword(email)).status).toBe(200);
  });

  test('does not move along to another address', async () => {
    const { id, session } = await plant('eve@example.org');
    await klaxon.get(key, 'PATCH', `/api/users/${id}`, { email: 'victim@example.org' });
    expect(await statusOf(session)).toBe(401);
    expect(await byPassword('victim@example.org')).toEqual(ENDED);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { type KlaxonProcess, runKlaxon, startKlaxon } from '../support/klaxon-process.ts';
import {
  CLIENT,
  startOpenIdProvider,
  TestBrowser,
  type TestProvider,
} from '../support/openid-provider.ts';

let database: TestDatabase;
let provider: TestProvider;
let klaxon: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  const port = await freePort();
  provider = await startOpenIdProvider(() => `http://127.0.0.1:${port}/api/auth/oidc/callback`);
  const env = {
    DATABASE_URL: database.url,
    PORT: String(port),
    SIGN_IN: 'required',
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: 'Example SSO',
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_ADMIN_VALUES: 'root',
    OIDC_RESPONDER_VALUES: 'oncall',
    OIDC_TEAMS_CLAIM: 'teams',
  };
  await runKlaxon('create-admin --email boss@example.org', env);
  klaxon = await startKlaxon(env);
});

afterAll(async () => {
  await klaxon?.end('SIGTERM');
  await provider?.close();
  await database?.drop();
});

interface Me {
  readonly user: { readonly id: string; readonly email: string; readonly role: string };
}

const START = '/api/auth/oidc/start?return_to=/incidents';
const atKlaxonsPage = (url: string) =>
  url.startsWith(klaxon.url) && !url.includes('/api/auth/oidc/');
const atCallback = (url: string) => url.includes('/api/auth/oidc/callback');

function account(name: string, claims: Record<string, unknown> = {}): string {
  const email = `${name}@example.org`;
  provider.accounts.set(name, { email, email_verified: true, name: `${name}!`, ...claims });
  return name;
}

async function signIn(name: string, browser = new TestBrowser()) {
  const end = await browser.signIn(`${klaxon.url}${START}`, name, atKlaxonsPage);
  const answer = await browser.get(`${klaxon.url}/api/me`);
  const me: Me = JSON.parse(await answer.text());
  return { end: end.slice(klaxon.url.length), status: answer.status, me };
}

test('the sign-in page is told of the provider', async () => {
  const methods = await (await fetch(`${klaxon.url}/api/auth/methods`)).json();
  expect(methods).toEqual({ mode: 'sign-in', password: true, oidc: { name: 'Example SSO' } });
});

test('somebody new becomes a viewer, signed in, and is led back to where they were', async () => {
  const { end, me } = await signIn(account('vera'));
  expect(end).toBe('/incidents');
  expect(me.user).toMatchObject({ email: 'vera@example.org', name: 'vera!', role: 'viewer' });
});

test('the role follows the claims at each sign-in, and nobody is there twice', async () => {
  const first = await signIn(account('rob', { groups: ['oncall'] }));
  expect(first.me.user.role).toBe('responder');
  const second = await signIn(account('rob', { groups: ['root', 'oncall'] }));
  expect(second.me.user).toMatchObject({ id: first.me.user.id, role: 'admin' });
});

test('whose verified address is known is that user, and is not demoted as the only admin', async () => {
  const { me } = await signIn(account('boss', { groups: ['sales'] }));
  expect(me.user.email).toBe('boss@example.org');
});

test('an address that is not verified lets nobody in', async () => {
  const { end, status } = await signIn(
    account('mallory', { email: 'rob@example.org', email_verified: false }),
  );
  expect([end, status]).toEqual(['/sign-in?error=not_allowed', 401]);
});

test('an answer of the provider works once, in the browser that asked, and with its state', async () => {
  const browser = new TestBrowser();
  const name = account('carol');
  const callback = await browser.signIn(`${klaxon.url}${START}`, name, atCallback);
  const elsewhere = await new TestBrowser().get(callback);
  expect(elsewhere.headers.get('location')).toBe('/sign-in?error=expired');
  const forged = new URL(callback);
  forged.searchParams.set('state', 'another');
  const other = new TestBrowser();
  await other.signIn(`${klaxon.url}${START}`, name, atCallback);
  expect((await other.get(forged.href)).headers.get('location')).toBe('/sign-in?error=denied');
  expect((await browser.get(callback)).headers.get('location')).toBe('/incidents');
  expect((await browser.get(callback)).headers.get('location')).toBe('/sign-in?error=expired');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'incidents'])(
  'nobody is led to %s',
  async (path) => {
    const browser = new TestBrowser();
    const start = `${klaxon.url}/api/auth/oidc/start?return_to=${encodeURIComponent(path)}`;
    const end = await browser.signIn(start, account('dave'), atKlaxonsPage);
    expect(end).toBe(`${klaxon.url}/`);
  },
);

test('somebody who was deactivated stays out', async () => {
  const admin = new TestBrowser();
  await signIn(account('root', { groups: ['root'] }), admin);
  const { me } = await signIn(account('eve'));
  const cookie = await sessionOf(account('root', { groups: ['root'] }));
  const deactivated = await fetch(`${klaxon.url}/api/users/${me.user.id}/deactivate`, {
    method: 'POST',
    headers: { cookie, origin: klaxon.url },
  });
  expect(deactivated.ok).toBe(true);
  expect(await signIn('eve')).toMatchObject({ end: '/sign-in?error=not_allowed', status: 401 });
});

async function sessionOf(name: string): Promise<string> {
  const browser = new TestBrowser();
  const callback = await browser.signIn(`${klaxon.url}${START}`, name, atCallback);
  const answer = await browser.get(callback);
  const line = answer.headers.getSetCookie().find((one) => one.startsWith('klaxon_session='));
  return line?.split(';')[0] ?? '';
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type Caller, PASSWORD, SecuredKlaxon } from '../support/secured-klaxon.ts';
import { useBrowser } from '../support/use-browser.ts';

const { openPage } = useBrowser();
/** Whoever is not signed in is told so by the API, and shown the way in. */
const SIGNED_OUT = [/401 \(Unauthorized\)/];
let klaxon: SecuredKlaxon;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start();
  await klaxon.apiKey('Wallboard', ['incidents:read']);
  await klaxon.get(klaxon.admin, 'POST', '/api/services', { name: 'checkout' });
});

afterAll(async () => {
  await klaxon?.stop();
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The cookie of somebody who signed in without the page. */
function cookieOf({ headers }: Caller) {
  const [name = '', value = ''] = (headers['cookie'] ?? '').split('=');
  return { name, value, url: klaxon.server.url };
}

async function openAsAdmin(path: string, look: object = {}): Promise<Page> {
  const context = { storageState: { cookies: [], origins: [] } };
  const page = await openPage({ url: 'about:blank', context, ...look });
  await page.context().addCookies([cookieOf(klaxon.admin)]);
  await page.goto(`${klaxon.server.url}${path}`);
  return page;
}

function sections(page: Page) {
  return page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
}

test('an admin signs in and lets a responder in, who sees no more than they may', async () => {
  const url = `${klaxon.server.url}/settings`;
  const page = await openPage({ url, expected: SIGNED_OUT });
  await signIn(page, 'boss@example.org');
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();

  await page.getByRole('link', { name: 'Teams and services' }).click();
  await page.getByRole('button', { name: 'Add a team' }).click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill('Payments');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Payments' }).waitFor();

  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const invite = page.getByRole('dialog', { name: 'Invite somebody' });
  await invite.getByLabel('E-mail address').fill('ada@example.org');
  await invite.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada Lovelace');
  await invite.getByRole('radio', { name: 'Responder' }).check();
  await invite.getByLabel('Teams').click();
  await page.getByRole('listbox', { name: 'Teams' }).getByText('Payments').click();
  await page.keyboard.press('Escape');
  await invite.getByRole('button', { name: 'Make the link' }).click();
  const shown = page.getByRole('dialog', { name: 'The link of Ada Lovelace' });
  const link = (await shown.getByText(/\/welcome#token=/).textContent()) ?? '';
  await expectAccessible(page);
  await shown.getByRole('button', { name: 'Done' }).click();
  expect(await page.getByText(/#token=/).count()).toBe(0);
  const row = page.getByRole('row', { name: /ada@example.org/ });
  await row.getByText('Payments').waitFor();
  await row.getByText('invited').waitFor();

  const theirs = await openPage({ url: link, expected: SIGNED_OUT });
  await theirs.getByRole('heading', { name: 'Welcome, Ada Lovelace' }).waitFor();
  await theirs.getByLabel(/^Password/).fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Set the password and go on' }).click();
  await theirs.getByRole('link', { name: 'Settings' }).click();
  await theirs.getByRole('row', { name: /boss@example.org/ }).waitFor();
  expect(await sections(theirs).allTextContents()).toEqual([
    'People',
    'Teams and services',
    'Your account',
  ]);
  for (const action of ['Invite somebody', /^Edit/, /^Deactivate/, /^New link/])
    expect(await theirs.getByRole('button', { name: action }).count()).toBe(0);
  await theirs.goto(`${klaxon.server.url}/settings/audit`);
  await theirs.getByText('There is no such page here for you').waitFor();

  await page.getByRole('button', { name: 'Deactivate Ada Lovelace' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await row.getByText('deactivated').waitFor();
  await theirs.goto(`${klaxon.server.url}/settings/people`);
  await theirs.getByRole('heading', { name: 'Sign in to Klaxon' }).waitFor();
});

test('a key is shown once, and the audit log says who made it', async () => {
  const page = await openAsAdmin('/settings/keys');
  await page.getByRole('button', { name: 'Make an API key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make an API key' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Terraform');
  await dialog.getByRole('checkbox', { name: 'channels:write' }).check();
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const made = page.getByRole('dialog', { name: 'The API key Terraform' });
  const key = (await made.getByText(/^klx_/).textContent()) ?? '';
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await made.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('row', { name: /Terraform/ });
  await row.getByText('channels:write').waitFor();
  expect(await page.getByText(key).count()).toBe(0);
  const asked = await klaxon.ask({ headers: { 'x-api-key': key } }, 'GET', '/api/me');
  expect(await asked.json()).toMatchObject({ permissions: ['channels:write'] });

  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByLabel('What was done').selectOption('API key made');
  await page.getByRole('row', { name: /boss.*Terraform.*channels:write/s }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toBe('klaxon-audit-log.csv');
  expect(new URL((await download).url()).searchParams.get('action')).toBe('api_key.created');
});

test('an integration answers the lines for alertmanager.yml', async () => {
  const page = await openAsAdmin('/settings/keys');
  await page.getByRole('button', { name: 'Add an integration' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an integration' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Shop');
  await dialog.getByLabel('Default service').fill('shop');
  await dialog.getByRole('button', { name: 'Make its key' }).click();
  const made = page.getByRole('dialog', { name: 'The key of Shop' });
  await made.getByText(/webhook_configs:[\s\S]*credentials: kli_/).waitFor();
  await made.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'New key for Shop' }).click();
  await page.getByLabel('How long the old key goes on').selectOption('An hour');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await made.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('row', { name: /Shop.*kli_.*kli_.*ends/s }).waitFor();
});

test('somebody ends their other sessions, and signs out', async () => {
  await klaxon.invite('eve@example.org', 'viewer');
  const other = await klaxon.signIn('eve@example.org');
  const url = `${klaxon.server.url}/settings/account`;
  const page = await openPage({ url, expected: [...SIGNED_OUT, /400 \(Bad Request\)/] });
  await signIn(page, 'eve@example.org');
  await page.getByText('You sign in as eve@example.org, and are a viewer.').waitFor();
  await page.getByLabel(/^Current password/).fill('not this one');
  await page.getByLabel(/^New password/).fill('short');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText(/^Must /).waitFor();
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('button', { name: 'End all others' }).waitFor({ state: 'detached' });
  expect((await klaxon.ask(other, 'GET', '/api/me')).status).toBe(401);

  await page.getByRole('button', { name: 'Account and appearance' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Klaxon' }).waitFor();
});

describe.each([
  ['on a screen, light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const)('%s', (_name, look) => {
  test.each([
    ['people', 'People', 'boss@example.org'],
    ['teams', 'Teams and services', 'checkout'],
    ['keys', 'Keys', 'Wallboard'],
    ['audit', 'Audit log', 'Service added'],
    ['account', 'Your account', 'This one'],
  ])('settings, %s, fit and are accessible to everybody', async (path, heading, shown) => {
    const page = await openAsAdmin(`/settings/${path}`, look);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.getByText(shown, { exact: true }).and(page.locator(':visible')).first().waitFor();
    await expectToFit(page);
    await expectAccessible(page);
  });
});

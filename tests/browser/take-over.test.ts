import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../support/expect-accessible.ts';
import { type Caller, SecuredKlaxon } from '../support/secured-klaxon.ts';
import { useBrowser } from '../support/use-browser.ts';

const { openPage } = useBrowser();
let klaxon: SecuredKlaxon;
let alice: Caller;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start();
  alice = await klaxon.invite('alice@example.org', 'responder');
});

afterAll(async () => {
  await klaxon?.stop();
});

async function create(title: string): Promise<string> {
  const wish = { title, severity: 'high' };
  const { id } = await klaxon.get(alice, 'POST', '/api/incidents', wish);
  return id;
}

async function openAsAdmin(path: string): Promise<Page> {
  const page = await openPage({ url: 'about:blank' });
  const [name = '', value = ''] = (klaxon.admin.headers['cookie'] ?? '').split('=');
  await page.context().addCookies([{ name, value, url: klaxon.server.url }]);
  await page.goto(`${klaxon.server.url}${path}`);
  return page;
}

async function ownerOf(id: string): Promise<string | null> {
  return (await klaxon.get(klaxon.admin, 'GET', `/api/incidents/${id}`)).assignee_name;
}

test('incidents that others work on are taken over by nobody who was not asked', async () => {
  const [free, hers] = [await create('Nobody has it'), await create('Alice has it')];
  await klaxon.get(alice, 'POST', `/api/incidents/${hers}/acknowledge`, {});
  const page = await openAsAdmin('/incidents');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Acknowledge 2 incidents?' });
  await dialog.getByText(/^1 of 2 is in hand already/).waitFor();
  await dialog.getByText(/is with alice@example.org$/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Only the 1 open' }).click();
  const row = page.getByRole('row', { name: /Nobody has it/ });
  await row.getByText('boss', { exact: true }).waitFor();
  expect([await ownerOf(free), await ownerOf(hers)]).toEqual(['boss', 'alice@example.org']);

  await page
    .getByRole('row', { name: /Alice has it/ })
    .getByRole('link')
    .focus();
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
  await page
    .getByRole('row', { name: /Alice has it/ })
    .getByText('boss', { exact: true })
    .waitFor();
  expect(await ownerOf(hers)).toBe('boss');
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { useBrowser } from '../support/use-browser.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

const { openPage } = useBrowser(() => server);
let database: TestDatabase;
let server: KlaxonProcess;
let receiver: WebhookReceiver;
let klaxon: KlaxonClient;
let hookId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  receiver = await startWebhookReceiver();
  server = await startKlaxon({
    DATABASE_URL: database.url,
    SECRET_KEY: 'a passphrase that only this test knows',
    ALLOW_PRIVATE_WEBHOOKS: '127.0.0.1',
    SLACK_TOKEN: 'xoxb-of-this-test',
    SLACK_CHANNEL: '#of-this-test',
    // Nobody is there, and nothing leaves the machine.
    SLACK_API_URL: 'http://127.0.0.1:9/',
  });
  klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
  hookId = await setUpHook();
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await receiver?.stop();
  await database?.drop();
});

/** A webhook that hears of what is bad. */
async function setUpHook(): Promise<string> {
  const { data } = await klaxon.POST('/api/channels', {
    body: { name: 'Hook', type: 'webhook', config: { url: receiver.url } },
  });
  const id = data?.id ?? '';
  await klaxon.POST('/api/notification-rules', {
    body: { name: 'Only the bad ones', channel_id: id, severities: ['critical'] },
  });
  return id;
}

async function openIncident(title: string): Promise<string> {
  const { data } = await klaxon.POST('/api/incidents', { body: { title, severity: 'critical' } });
  return data?.id ?? '';
}

function channel(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

test('a webhook is set up, tested and given a rule, by the keyboard', async () => {
  // The answer to what is left empty.
  const expected = [/400 \(Bad Request\)/];
  const page = await openPage({ url: `${server.url}/channels`, expected });
  await channel(page, 'Slack').getByText('Set by SLACK_TOKEN and SLACK_CHANNEL').waitFor();
  expect(await channel(page, 'Slack').getByRole('button', { name: 'Edit Slack' }).count()).toBe(0);

  const add = page.getByRole('button', { name: 'Add a channel' });
  await add.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a channel' });
  await dialog.getByLabel('Type').selectOption('Webhook');
  await dialog.getByLabel('Name').fill('Pager');
  await dialog.getByLabel('Name').press('Enter');
  await dialog.getByText('Is missing.').waitFor();
  expect(await dialog.getByLabel('URL').getAttribute('aria-invalid')).toBe('true');
  await expectAccessible(page);
  await dialog.getByLabel('URL').fill(receiver.url);
  await dialog.getByLabel('URL').press('Enter');

  const secret = page.getByRole('dialog', { name: 'The signing secret of Pager' });
  await secret.getByText(/^whsec_/).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await secret.getByText(/^whsec_/).waitFor();
  await secret.getByRole('button', { name: 'Done' }).press('Enter');
  await secret.waitFor({ state: 'detached' });
  await eventually(async () => (await isFocused(page, 'Add a channel')) || null);
  await channel(page, 'Pager').getByText('Posts signed JSON to http://127.0.0.1:').waitFor();
  expect(await page.getByText(/^whsec_/).count()).toBe(0);

  await page.getByRole('button', { name: 'Send a test message to Pager' }).press('Enter');
  const tested = page.getByRole('dialog', { name: 'Test of Pager' });
  await tested.getByText('It was sent').waitFor();
  expect(receiver.taken()).toBe(1);
  receiver.answer(410);
  await tested.getByRole('button', { name: 'Test again' }).press('Enter');
  await tested.getByText(/410/).waitFor();
  await expectAccessible(page);
  await tested.getByRole('button', { name: 'Done' }).press('Enter');

  await channel(page, 'Pager').getByText('No rules: it hears everything.').waitFor();
  await page.getByRole('button', { name: 'Add a rule to Pager' }).press('Enter');
  const rule = page.getByRole('dialog', { name: 'Add a rule to Pager' });
  await rule.getByLabel('Name').fill('Only the bad ones');
  await rule.getByLabel('critical').press('Space');
  await rule.getByLabel('high').press('Space');
  await rule.getByLabel('opened', { exact: true }).press('Space');
  await rule.getByLabel('Services').fill('checkout');
  await rule.getByLabel('Services').press('Enter');
  await expectAccessible(page);
  await rule.getByRole('button', { name: 'Add the rule' }).press('Enter');
  await channel(page, 'Pager')
    .getByText('Critical and high incidents of service checkout: opened')
    .waitFor();
});

test('a webhook keeps its address unseen, and asks for its secret again when it moves', async () => {
  // The answer to an address without the secret.
  const expected = [/400 \(Bad Request\)/];
  const page = await openPage({ url: `${server.url}/channels`, expected });
  await klaxon.POST('/api/channels', {
    body: { name: 'Moving', type: 'webhook', config: { url: receiver.url } },
  });
  await page.getByRole('button', { name: 'Edit Moving' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit Moving' });
  const url = dialog.getByLabel('URL');
  const secret = dialog.getByLabel('Signing secret').first();
  expect(await url.inputValue()).toBe('');
  expect(await url.getAttribute('placeholder')).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/.* Leave empty to keep it\.$/,
  );
  expect(await secret.getAttribute('placeholder')).toBe('Set. Leave empty to keep it.');
  await url.fill('https://elsewhere.example.org/in');
  expect(await secret.getAttribute('placeholder')).toBe('Enter it again: it goes elsewhere now.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText(/must be given again/i).waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('Make a new signing secret').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page
    .getByRole('dialog', { name: 'The signing secret of Moving' })
    .getByText(/^whsec_/)
    .waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await channel(page, 'Moving')
    .getByText('Posts signed JSON to https://elsewhere.example.org/…')
    .waitFor();
});

test('a message that failed stands in the log with its error, and can be sent again', async () => {
  receiver.answer(410);
  const before = receiver.taken();
  const incidentId = await openIncident('Checkout is <b>down</b>');
  const page = await openPage({ url: `${server.url}/channels/deliveries?channel=${hookId}` });
  const row = page.getByRole('row', { name: /Checkout is <b>down<\/b>/ });
  await row.getByText('failed', { exact: true }).waitFor();
  expect(await page.getByLabel('Channel', { exact: true }).inputValue()).toBe(hookId);
  await row.getByText(/410/).waitFor();
  await row.getByText('Its rule "Only the bad ones" matches.').waitFor();
  const link = row.getByRole('link', { name: /Checkout is/ });
  expect(await link.getAttribute('href')).toBe(`/incidents/${incidentId}`);

  receiver.answer(200);
  await row.getByRole('button', { name: /^Send again/ }).press('Enter');
  await row.getByText('sent', { exact: true }).waitFor();
  expect(receiver.taken()).toBe(before + 1);

  await row.getByRole('button', { name: /^Send again/ }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Send it once more?' });
  await question.getByText(/It was sent already/).waitFor();
  await expectAccessible(page);
  expect(receiver.taken()).toBe(before + 1);
  await question.getByRole('button', { name: 'Send again' }).press('Enter');
  await question.waitFor({ state: 'detached' });
  await eventually(async () => receiver.taken() === before + 2 || null);
  await row.getByText('sent', { exact: true }).waitFor();

  await page.getByLabel('Status').selectOption('failed');
  await page.getByText('Nothing matches').waitFor();
  expect(new URL(page.url()).searchParams.get('status')).toBe('failed');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await row.first().waitFor();
});

describe.each([
  ['on a screen, light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const)('%s', (_name, look) => {
  test.each([
    ['/channels', 'Channels', 'Critical incidents: all news'],
    ['/channels/deliveries', 'Deliveries', 'Its rule "Only the bad ones" matches.'],
  ])('%s fits, and is accessible to everybody', async (path, heading, shown) => {
    await openIncident('Checkout is down');
    const page = await openPage({ url: `${server.url}${path}`, ...look });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.getByText(shown).first().waitFor();
    await expectToFit(page);
    await expectAccessible(page);
  });

  test('a dialog fits, and is accessible to everybody', async () => {
    const page = await openPage({ url: `${server.url}/channels`, ...look });
    await page.getByRole('button', { name: 'Edit Hook' }).click();
    await page.getByRole('dialog').getByLabel('Signing secret').first().waitFor();
    await expectToFit(page);
    await expectAccessible(page);
  });
});

function isFocused(page: Page, name: string): Promise<boolean> {
  return page.getByRole('button', { name }).evaluate((button) => button.matches(':focus'));
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { PASSWORD, SecuredKlaxon } from '../support/secured-klaxon.ts';
import { sendAlerts } from '../support/send-alerts.ts';
import { useBrowser } from '../support/use-browser.ts';

const FIRST_PAGE_BYTES = 250_000;
const LOOKS = [
  ['on a screen, light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const;

const { openPage } = useBrowser(() => server);
let database: TestDatabase;
let server: KlaxonProcess;

function useKlaxon() {
  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startKlaxon({ DATABASE_URL: database.url, RATE_LIMIT: '0' });
  });
  afterAll(async () => {
    await server?.end('SIGTERM');
    await database?.drop();
  });
}

describe('a Klaxon that never heard of an alert', () => {
  useKlaxon();

  test.each(LOOKS)('fits and is accessible to everybody %s', async (_name, look) => {
    const page = await openPage({ url: server.url, ...look });
    await page.getByRole('heading', { name: 'Connect your Alertmanager' }).waitFor();
    await expectToFit(page);
    await expectAccessible(page);
  });

  test('tells how to connect it, and follows the first alert to its end without a reload', async () => {
    const page = await openPage({ url: server.url });
    const lines = page.getByRole('group', { name: 'Lines for alertmanager.yml' });
    expect(await lines.textContent()).toContain(`- url: ${server.url}/api/webhooks/alertmanager\n`);
    await page.getByText('Nobody is told of incidents').waitFor();
    expect(await page.getByRole('link', { name: 'See to it' }).getAttribute('href')).toBe(
      '/channels',
    );
    expect(await step(page, 'To do:', 'Receive an alert').count()).toBe(1);

    await page.getByRole('button', { name: 'Send a test alert' }).click();
    const link = page.getByRole('link', { name: 'incident #1' });
    await link.waitFor();
    await step(page, 'Done:', 'Receive an alert').waitFor();
    const incident = page.getByRole('list', { name: 'Newest unresolved incidents' });
    await incident.getByRole('link', { name: '#1' }).waitFor();

    const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
    const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    const params = { path: { id } };
    await klaxon.POST('/api/incidents/{id}/acknowledge', { params, body: { assignee_id: 'ada' } });
    await step(page, 'Done:', 'Acknowledge an incident').waitFor();
    await incident.getByText('acknowledged').waitFor();
    await klaxon.POST('/api/incidents/{id}/resolve', { params });
    await step(page, 'Done:', 'Resolve an incident').waitFor();
    await page.getByText('Nothing is open').waitFor();
  });
});

function step(page: Page, state: 'Done:' | 'To do:', title: string) {
  return page
    .getByRole('list', { name: 'Steps' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('img', { name: state }), hasText: title });
}

describe('a Klaxon where people sign in', () => {
  let klaxon: SecuredKlaxon;

  beforeAll(async () => {
    klaxon = await SecuredKlaxon.start();
  });
  afterAll(async () => {
    await klaxon?.stop();
  });

  test('tells that Alertmanager needs a key, and leads to where it is made', async () => {
    const page = await openPage({ url: klaxon.server.url, expected: [/401 \(Unauthorized\)/] });
    await page.getByLabel('E-mail address').fill('boss@example.org');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const lines = page.getByRole('group', { name: 'Lines for alertmanager.yml' });
    expect(await lines.textContent()).toMatch(/authorization:\n\s+credentials: <the key/);
    await page.getByRole('link', { name: 'Make an integration key' }).click();
    await page.getByRole('button', { name: 'Add an integration' }).waitFor();
  });
});

describe('a Klaxon with incidents', () => {
  useKlaxon();

  beforeAll(async () => {
    await sendAlerts(server, [
      { labels: { alertname: 'CheckoutDown', service: 'checkout', severity: 'critical' } },
      { labels: { alertname: 'DiskFull', service: '<b>db</b>', severity: 'low' } },
      { labels: { alertname: 'x'.repeat(8_192), service: 'y'.repeat(8_192) } },
      { labels: { severity: 'high' }, startsAt: 'yesterday' },
    ]);
  });

  test('counts them, and moves its numbers when one is resolved', async () => {
    const page = await openPage({ url: server.url });
    await page.getByRole('link', { name: '3 open' }).waitFor();
    expect(await page.getByRole('link', { name: '1 critical' }).getAttribute('href')).toBe(
      '/incidents?severity=critical',
    );
    expect(
      await page.getByRole('link', { name: '<b>db</b>', exact: true }).getAttribute('href'),
    ).toBe('/incidents?service=%3Cb%3Edb%3C%2Fb%3E');
    await page.getByText('Alerts were rejected').waitFor();
    await page.getByText('No incident of this time is resolved.').waitFor();

    const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
    const { data } = await klaxon.GET('/api/incidents', {
      params: { query: { service: 'checkout' } },
    });
    await klaxon.POST('/api/incidents/{id}/resolve', {
      params: { path: { id: data?.incidents[0]?.id ?? '' } },
    });
    await page.getByRole('link', { name: '2 open' }).waitFor();
    await page.getByRole('link', { name: '0 critical' }).waitFor();
    await page.getByRole('img', { name: /^Time to resolve \(MTTR\), .+ the most/ }).waitFor();
  });

  test('shows another range, named in the address, and the numbers of its charts as a table', async () => {
    const page = await openPage({ url: server.url });
    await page.getByText('24 hours').click();
    await page.getByRole('heading', { name: 'Incidents by hour' }).waitFor();
    const other = await openPage({ url: page.url() });
    await other.getByRole('heading', { name: 'Incidents by hour' }).waitFor();
    await other.getByRole('button', { name: 'Show as a table' }).click();
    expect(await other.getByRole('row').count()).toBe(25);
  });

  test('hides the set-up from whoever does not want it', async () => {
    const page = await openPage({ url: server.url });
    await page.getByRole('heading', { name: /^Set-up: \d of 5 done$/ }).waitFor();
    await page.getByRole('button', { name: 'Hide the set-up in this browser' }).click();
    await page.reload();
    await page.getByRole('img', { name: /^Incidents by day/ }).waitFor();
    expect(await page.getByText('Set-up').count()).toBe(0);
  });

  test.each(LOOKS)('fits and is accessible to everybody %s', async (_name, look) => {
    const page = await openPage({ url: server.url, ...look });
    await page.getByRole('img', { name: /^Incidents by day/ }).waitFor();
    await page.getByRole('button', { name: 'Lines for alertmanager.yml' }).click();
    await expectToFit(page);
    await expectAccessible(page);
  });

  test('loads no more than 250 kB of scripts, charts among them', async () => {
    const page = await openPage({ url: `${server.url}/health` });
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        sizes.push(response.headerValue('content-length').then(Number));
    });
    await page.goto(server.url);
    await page.getByRole('img', { name: /^Incidents by day/ }).waitFor();
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(FIRST_PAGE_BYTES);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { sendAlerts } from '../support/send-alerts.ts';
import { useBrowser } from '../support/use-browser.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const BROKEN = { alertname: 'InstanceDown', pad: 'x'.repeat(1_000) };

const { openPage } = useBrowser(() => server);
let database: TestDatabase;
let server: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startKlaxon({ DATABASE_URL: database.url, RATE_LIMIT: '0' });
  await sendAlerts(server, [
    {
      labels: { alertname: 'CheckoutDown', service: 'checkout', severity: 'critical' },
      annotations: { summary: 'Customers cannot pay' },
      generatorURL: 'http://prometheus.example.org/graph',
    },
    { labels: { alertname: 'DiskFull', service: 'db', severity: 'low' } },
    {
      labels: {
        ...Object.fromEntries(
          Array.from({ length: 200 }, (_, index) => [`label_${index}`, 'value']),
        ),
        alertname: HOSTILE,
        service: 'שירות',
        long: 'x'.repeat(8_192),
      },
      generatorURL: 'javascript:alert(1)',
    },
    { labels: BROKEN, startsAt: 'yesterday' },
  ]);
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

test('a label narrows the list, and the address shows others the same', async () => {
  const page = await openPage({ url: `${server.url}/alerts` });
  await page.getByText('3 alerts').waitFor();
  await page.getByRole('link', { name: 'service=checkout' }).click();
  await page.getByText('1 alert', { exact: true }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);

  const other = await openPage({ url: page.url() });
  const row = other.getByRole('row', { name: 'Customers cannot pay' });
  await row.waitFor();
  expect(await other.getByRole('row').count()).toBe(2);
  expect(await row.getByRole('link', { name: /^Incident/ }).getAttribute('href')).toMatch(
    /^\/incidents\/[0-9a-f-]{36}$/,
  );
  expect(await row.getByRole('link', { name: /^Source/ }).getAttribute('href')).toBe(
    'http://prometheus.example.org/graph',
  );
});

test('a list that is empty says why, and a label that is none says how to write one', async () => {
  const page = await openPage({ url: `${server.url}/alerts` });
  await page.getByText('Resolved', { exact: true }).click();
  await page.getByText('No alert is over').waitFor();
  expect(page.url()).toMatch(/\?status=resolved$/);
  await page.getByLabel('Label').fill('checkout');
  await page.getByLabel('Label').press('Enter');
  await page.getByText('Write it as name=value.').waitFor();
  await page.getByLabel('Label').fill('service=nowhere');
  await page.getByLabel('Label').press('Enter');
  await page.getByText('No alert is like that').waitFor();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.getByText('No alert is over').waitFor();
});

test('what could not be taken in is there to be read and copied', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const page = await openPage({ url: `${server.url}/alerts/rejected`, context });
  const rejected = page.getByRole('article');
  await rejected.getByText('must be an RFC 3339 time').waitFor();
  expect(await rejected.textContent()).not.toContain(BROKEN.pad);
  await rejected.getByRole('button', { name: /^Show all 1,\d{3} characters$/ }).click();
  expect(await rejected.textContent()).toContain(BROKEN.pad);
  await rejected.getByRole('button', { name: 'Copy what was sent' }).click();
  await rejected.getByText('Copied').waitFor();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(JSON.parse(copied)).toMatchObject({ startsAt: 'yesterday', labels: BROKEN });
});

describe.each([
  ['on a screen, light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const)('%s', (_name, look) => {
  test('alerts fit and are accessible to everybody, whatever their labels hold', async () => {
    const page = await openPage({ url: `${server.url}/alerts`, ...look });
    await page.getByText(HOSTILE).waitFor();
    expect(await page.getByRole('link', { name: /^Source/ }).count()).toBe(1);
    await page.getByRole('button', { name: '3 labels, 1 annotation' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: '203 labels' }).click();
    await page.getByText('label_199').waitFor();
    await expectToFit(page);
  });

  test('rejected alerts fit and are accessible to everybody', async () => {
    const page = await openPage({ url: `${server.url}/alerts/rejected`, ...look });
    await page.getByRole('button', { name: /^Show all/ }).click();
    await expectToFit(page);
    await expectAccessible(page);
  });
});

test('the list goes on page by page', async () => {
  const labels = (index: number) => ({
    alertname: 'Many',
    instance: `host-${index}`,
    batch: 'many',
  });
  await sendAlerts(
    server,
    Array.from({ length: 60 }, (_, index) => ({ labels: labels(index) })),
  );
  const page = await openPage({ url: `${server.url}/alerts?label=batch%3Dmany` });
  await page.getByText('60 alerts').waitFor();
  expect(await page.getByRole('row').count()).toBe(51);
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.getByRole('link', { name: 'Next page' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('row').count()).toBe(11);
  expect(page.url()).toMatch(/label=batch%3Dmany&cursor=/);
  await page.getByRole('link', { name: 'First page' }).click();
  await page.getByRole('link', { name: 'Next page' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(51);
});

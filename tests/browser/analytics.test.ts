import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { sendAlerts } from '../support/send-alerts.ts';
import { useBrowser } from '../support/use-browser.ts';

const { openPage } = useBrowser(() => server);
let database: TestDatabase;
let server: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startKlaxon({ DATABASE_URL: database.url, RATE_LIMIT: '0' });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

test('says why there is nothing to see', async () => {
  const page = await openPage({ url: `${server.url}/analytics` });
  await page.getByText('No incident of this time was acknowledged by a person.').waitFor();
  for (const name of ['By service', 'By severity'])
    await page.getByRole('region', { name }).getByText('No incident began in this time').waitFor();
  await page.getByText('No noise').waitFor();
});

test('tells of a service or severity alone, as the address says, and exports what it tells', async () => {
  await sendAlerts(server, [
    { labels: { alertname: 'HighLatency', service: 'checkout', severity: 'high' } },
    { labels: { alertname: 'DiskFull', service: 'db', severity: 'low' } },
    { labels: { alertname: '=cmd()', service: 'z'.repeat(8_192), severity: 'low' } },
  ]);
  const page = await openPage({ url: `${server.url}/analytics?range=30d` });
  const services = page.getByRole('table', { name: 'Incidents by service' });
  await services.getByRole('row', { name: 'checkout' }).waitFor();
  expect(await services.getByRole('row').count()).toBe(4);
  await page.getByRole('combobox', { name: 'Severity' }).selectOption('low');
  await services.getByRole('row', { name: 'checkout' }).waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Service' }).selectOption('db');
  expect(page.url()).toMatch(/\?range=30d&service=db&severity=low$/);

  const other = await openPage({ url: page.url() });
  const row = other.getByRole('table', { name: 'Incidents by service' }).getByRole('row');
  await row.nth(1).waitFor();
  expect(await row.allTextContents()).toEqual([expect.anything(), expect.stringMatching(/^db1/)]);
  const [download] = await Promise.all([
    other.waitForEvent('download'),
    other.getByRole('link', { name: 'Export CSV: by service' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['key', 'db']);
});

test.each([
  ['on a screen, light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const)('fits and is accessible to everybody %s', async (_name, look) => {
  const page = await openPage({ url: `${server.url}/analytics`, ...look });
  await page.getByRole('img', { name: /^Incidents by day/ }).waitFor();
  await page.getByText('Too few to tell.').first().waitFor();
  await page.getByRole('button', { name: 'What do these count?' }).click();
  await expectToFit(page);
  await expectAccessible(page);
});

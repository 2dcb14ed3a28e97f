import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { useBrowser } from '../support/use-browser.ts';

const { openPage } = useBrowser();
/** What the API answers before the token was shown. */
const expected = [/401 \(Unauthorized\)/];
let database: TestDatabase;
let server: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startKlaxon({ DATABASE_URL: database.url });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

test('the address that was printed opens Klaxon, and from then on any of its pages does', async () => {
  const page = await openPage({ url: server.address });
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect(page.url()).toBe(`${server.url}/`);
  // Live events, downloads and Swagger UI come by the same cookie.
  const statuses: number[] = [];
  for (const path of [
    '/api/metrics',
    '/api/audit-log/export?format=csv',
    '/openapi.json',
    '/docs/',
  ]) {
    const answer = await page.request.get(`${server.url}${path}`);
    statuses.push(answer.status());
  }
  expect(statuses).toEqual([200, 200, 200, 200]);
  await page.goto(`${server.url}/incidents`);
  await page.getByRole('button', { name: 'New incident' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect(page.url()).not.toContain('token');
});

test('without the token a page says what to do, and takes it by hand', async () => {
  const url = `${server.url}/channels?from=a-bookmark`;
  const page = await openPage({ url, expected, viewport: PHONE });
  await page.getByRole('heading', { level: 1, name: 'Open Klaxon' }).waitFor();
  await page.getByText('open the address that it printed in its terminal').waitFor();
  await expectToFit(page);
  await expectAccessible(page);
  const token = page.getByLabel('Or enter its token').first();
  await token.fill('klt_of-another');
  await token.press('Enter');
  await page.getByRole('alert').getByText('This is not the token of this Klaxon.').waitFor();
  await expectAccessible(page);
  await token.fill(server.address.split('=')[1] ?? '');
  await token.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Channels' }).waitFor();
  expect(page.url()).toBe(url);
});

test('an address whose token is not the one any more says so', async () => {
  const page = await openPage({ url: `${server.url}/open#token=klt_of-before`, expected });
  await page.getByRole('alert').getByText('This is not the token of this Klaxon.').waitFor();
});

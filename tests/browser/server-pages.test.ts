import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hmacActionTokens, parseSecretKeys } from '@klaxon/adapters';
import { createKlaxonClient } from '@klaxon/sdk';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { useBrowser } from '../support/use-browser.ts';

const SECRET_KEY = 'a passphrase that only this test knows';

const { openPage } = useBrowser(() => server);
let database: TestDatabase;
let server: KlaxonProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startKlaxon({ DATABASE_URL: database.url, SECRET_KEY });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

test('the API can be read and tried at /docs, within its content security policy', async () => {
  const page = await openPage({ url: `${server.url}/docs` });
  await page.locator('.opblock').first().waitFor();
  expect(await page.locator('.opblock').count()).toBeGreaterThan(50);
  await page.locator('#operations-Incidents-listIncidents .opblock-summary-control').click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByRole('button', { name: 'Execute' }).click();
  await page.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
});

describe.each([
  ['on a screen, light', { viewport: DESKTOP, colorScheme: 'light' }],
  ['on a phone, dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const)('%s', (_name, look) => {
  test('the page behind a link in a mail asks, acts and is accessible to everybody', async () => {
    const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
    const { data } = await klaxon.POST('/api/incidents', {
      body: { title: 'Checkout is <b>down</b>', severity: 'critical' },
    });
    const page = await openPage({ url: actLink(data?.id ?? ''), ...look });
    await page.getByRole('heading', { name: 'Checkout is <b>down</b>' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Acknowledge this incident' }).click();
    await page.getByRole('status').waitFor();
    await expectAccessible(page);
    expect(await page.getByText('acknowledged', { exact: true }).count()).toBe(1);
  });

  test('a page fits its window and is accessible to everybody where a link is not valid', async () => {
    const expected = [/404 \(Not Found\)/];
    const page = await openPage({ url: `${server.url}/act/nonsense`, expected, ...look });
    await page.getByRole('heading').waitFor();
    await expectToFit(page);
    await expectAccessible(page);
  });
});

function actLink(incidentId: string): string {
  const tokens = hmacActionTokens(parseSecretKeys(SECRET_KEY));
  return `${server.url}/act/${tokens?.sign({ kind: 'acknowledge', incidentId, version: 1, offeredAt: Date.now() })}`;
}

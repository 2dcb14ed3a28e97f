import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import type { Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { SecuredKlaxon } from '../support/secured-klaxon.ts';
import { sendAlerts } from '../support/send-alerts.ts';
import { useBrowser } from '../support/use-browser.ts';

const SCREENS = [
  ['the smallest phone, light', { viewport: { width: 360, height: 640 }, colorScheme: 'light' }],
  ['a 4K screen, dark', { viewport: { width: 3840, height: 2160 }, colorScheme: 'dark' }],
] as const;
/** What a page shows while it waits for its data. */
const WAITING = '.mantine-Skeleton-root, .mantine-Loader-root';

const { openPage } = useBrowser();

async function check(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await eventually(async () => ((await page.locator(WAITING).count()) === 0 ? true : null));
  await expectToFit(page);
  await expectAccessible(page);
}

describe('in local mode, every page', () => {
  let database: TestDatabase;
  let server: KlaxonProcess;
  let id: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startKlaxon({ DATABASE_URL: database.url, RATE_LIMIT: '0' });
    const labels = { alertname: 'CheckoutDown', service: 'checkout', severity: 'critical' };
    const annotations = { summary: `Customers cannot pay: ${'HTTP 503 '.repeat(20)}` };
    await sendAlerts(server, [
      { labels, annotations },
      { labels: { ...labels, pad: 'x'.repeat(500) }, startsAt: 'yesterday' },
    ]);
    const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
    const { data } = await klaxon.GET('/api/incidents');
    id = data?.incidents[0]?.id ?? '';
    const body = { title: 'Acknowledged by hand', severity: 'high' } as const;
    const made = await klaxon.POST('/api/incidents', { body });
    const params = { path: { id: made.data?.id ?? '' } };
    await klaxon.POST('/api/incidents/{id}/acknowledge', { params, body: {} });
  });

  afterAll(async () => {
    await server?.end('SIGTERM');
    await database?.drop();
  });

  test.each(SCREENS)('fits %s, and is accessible to everybody', async (_name, look) => {
    const page = await openPage({ url: 'about:blank', cookies: server.cookies, ...look });
    expect(id).not.toBe('');
    for (const path of [
      '/',
      '/incidents',
      `/incidents/${id}`,
      '/alerts',
      '/alerts/rejected',
      '/channels',
      '/channels/deliveries',
      '/analytics',
      '/nowhere',
      '/settings/local',
      '/settings/integrations',
    ])
      await check(page, `${server.url}${path}`);
  });

  test('says every word of the list of incidents in full on a small screen', async () => {
    const viewport = { width: 1024, height: 768 };
    const page = await openPage({
      url: `${server.url}/incidents`,
      cookies: server.cookies,
      viewport,
    });
    for (const word of ['critical', 'acknowledged', 'open'])
      expect(await isCut(page.getByRole('table').getByText(word, { exact: true }).first())).toBe(
        false,
      );
    const heads = await page.getByRole('columnheader').all();
    for (const head of heads) expect((await head.boundingBox())?.height).toBeLessThan(45);
  });
});

function isCut(text: ReturnType<Page['getByText']>): Promise<boolean> {
  return text.evaluate((element) => element.scrollWidth > element.clientWidth);
}

describe('where people sign in, every page of theirs', () => {
  let klaxon: SecuredKlaxon;

  beforeAll(async () => {
    klaxon = await SecuredKlaxon.start();
    await klaxon.apiKey('Wallboard', ['incidents:read']);
    await klaxon.integration('Prometheus of the shop');
    await klaxon.get(klaxon.admin, 'POST', '/api/services', { name: 'checkout' });
    await klaxon.get(klaxon.admin, 'POST', '/api/teams', { name: 'Payments' });
  });

  afterAll(async () => {
    await klaxon?.stop();
  });

  test.each(SCREENS)('fits %s, and is accessible to everybody', async (name, look) => {
    const { url } = klaxon.server;
    // Whoever is not signed in is told so by the API, and shown the way in.
    const expected = [/401 \(Unauthorized\)/];
    const page = await openPage({ url: 'about:blank', expected, ...look });
    await check(page, url);
    const email = `${look.colorScheme}@example.org`;
    const wish = { email, name, role: 'viewer', team_ids: [] };
    const { invitation } = await klaxon.get(klaxon.admin, 'POST', '/api/users', wish);
    await check(page, invitation.link);

    const [cookie = '', value = ''] = (klaxon.admin.headers['cookie'] ?? '').split('=');
    await page.context().addCookies([{ name: cookie, value, url }]);
    for (const path of ['people', 'teams', 'keys', 'audit', 'account'])
      await check(page, `${url}/settings/${path}`);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { sendAlerts } from '../support/send-alerts.ts';
import { useBrowser } from '../support/use-browser.ts';

const { openPage } = useBrowser(() => server);
let database: TestDatabase;
let server: KlaxonProcess;
let port: string;

const start = () => startKlaxon({ DATABASE_URL: database.url, RATE_LIMIT: '0', PORT: port });

beforeAll(async () => {
  database = await createTestDatabase();
  port = String(await freePort());
  server = await start();
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

let service: string;
let count = 0;
beforeEach(() => {
  count += 1;
  service = `service-${count}`;
});

const fire = (status: 'firing' | 'resolved' = 'firing') =>
  sendAlerts(server, [
    {
      status,
      labels: { alertname: 'Down', service, severity: 'critical' },
      annotations: { summary: `${service} is down` },
      ...(status === 'resolved' && { endsAt: new Date().toISOString() }),
    },
  ]);

/** The link to the incident of this test's service, in the list. */
const incident = (page: Page) => page.getByRole('link', { name: `${service} is down` });

async function openIncidents(more: object = {}): Promise<Page> {
  const page = await openPage({ url: `${server.url}/incidents`, ...more });
  await page.getByRole('heading', { name: 'Incidents' }).waitFor();
  return page;
}

describe('two people who look at the same incidents', () => {
  test('both see it come, be acknowledged and end, without a reload', async () => {
    const desk = await openIncidents();
    const phone = await openIncidents({ viewport: PHONE });
    await fire();
    for (const page of [desk, phone]) await incident(page).first().waitFor();
    await eventually(async () => (/^\(\d+\) /.test(await desk.title()) ? true : null));

    await incident(phone).first().click();
    await phone.getByRole('button', { name: 'Acknowledge' }).first().click();
    await incident(desk).first().click();
    await desk.getByText('acknowledged', { exact: true }).first().waitFor();

    await fire('resolved');
    for (const page of [desk, phone])
      await page.getByText('resolved', { exact: true }).first().waitFor();
  });
});

describe('several tabs of one browser', () => {
  test('share one stream, which goes over to another tab when its own is closed', async () => {
    const first = await openIncidents();
    const streams: string[] = [];
    first.context().on('request', (request) => {
      if (request.url().endsWith('/api/events')) streams.push(request.url());
    });
    const others = await Promise.all(
      Array.from({ length: 7 }, async () => {
        const page = await first.context().newPage();
        await page.goto(`${server.url}/incidents`);
        await page.getByRole('heading', { name: 'Incidents' }).waitFor();
        return page;
      }),
    );
    expect(streams).toEqual([]);
    await fire();
    for (const page of [first, ...others]) await incident(page).first().waitFor();

    await first.close();
    await eventually(() => (streams.length === 1 ? true : null));
    count += 1;
    service = `service-${count}`;
    await fire();
    for (const page of others) await incident(page).first().waitFor();
    expect(streams).toHaveLength(1);
  });
});

describe('a server that goes away', () => {
  test('is missed, and what happened meanwhile is there when it is back', async () => {
    const page = await openIncidents({
      expected: [
        /ERR_CONNECTION_REFUSED/,
        /ERR_INCOMPLETE_CHUNKED_ENCODING/,
        /ERR_CONNECTION_RESET/,
        /503/,
      ],
    });
    const lost = page.getByText('The connection to Klaxon is lost');
    await fire();
    await incident(page).first().waitFor();
    expect(await lost.count()).toBe(0);

    await server.end('SIGTERM');
    await lost.waitFor();
    // Asked for while nobody answers: no event will tell of it.
    await page.getByRole('checkbox', { name: 'resolved' }).press('Space');
    await page.getByText('Klaxon cannot be reached').first().waitFor();
    const before = service;
    count += 1;
    service = `service-${count}`;
    server = await start();
    await fire();
    await lost.waitFor({ state: 'detached' });
    await page.getByText('Klaxon cannot be reached').first().waitFor({ state: 'detached' });
    await incident(page).first().waitFor();
    await page
      .getByRole('link', { name: `${before} is down` })
      .first()
      .waitFor();
  });
});

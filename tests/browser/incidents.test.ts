import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import type { Locator, Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { expectToFit } from '../support/expect-to-fit.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { useBrowser } from '../support/use-browser.ts';

const { openPage } = useBrowser(() => server);
let database: TestDatabase;
let server: KlaxonProcess;
let klaxon: KlaxonClient;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startKlaxon({ DATABASE_URL: database.url, RATE_LIMIT: '0' });
  klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

type Labels = Readonly<Record<string, string>>;

/** What Alertmanager sends, one alert for each set of labels. */
async function fire(...alerts: { labels: Labels; annotations?: Labels }[]): Promise<void> {
  const startsAt = new Date(Date.now() - 60_000).toISOString();
  const body = {
    version: '4',
    status: 'firing',
    alerts: alerts.map((alert) => ({ status: 'firing', startsAt, ...alert })),
  };
  const answer = await fetch(`${server.url}/api/webhooks/alertmanager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

async function incidentOf(service: string): Promise<string> {
  const { data } = await klaxon.GET('/api/incidents', { params: { query: { service } } });
  return data?.incidents[0]?.id ?? '';
}

async function create(title: string): Promise<{ id: string; number: number }> {
  const { data } = await klaxon.POST('/api/incidents', { body: { title, severity: 'high' } });
  if (!data) throw new Error('the incident was not created');
  return data;
}

const on = (id: string) => ({ params: { path: { id } } });
const incidentLink = (page: Page, title: string) =>
  page.getByRole('link', { name: new RegExp(title) });
const rowOf = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: incidentLink(page, title) });
const isFocused = (locator: Locator) =>
  locator.evaluate((element) => element === element.ownerDocument.activeElement);

describe('an incident', () => {
  test('appears by itself, and is acknowledged, noted and resolved by keyboard alone', async () => {
    const page = await openPage({ url: `${server.url}/incidents` });
    await page.getByText('Nothing is wrong').waitFor();
    await fire({
      labels: { alertname: 'InstanceDown', service: 'checkout', severity: 'critical' },
      annotations: { summary: 'checkout-3 is down' },
    });
    const row = rowOf(page, 'checkout-3 is down');
    await row.waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /New incident \d+, critical: checkout-3 is down/ })
      .waitFor();

    await page.keyboard.press('j');
    expect(await isFocused(incidentLink(page, 'checkout-3 is down'))).toBe(true);
    await page.keyboard.press('a');
    await row.getByText('acknowledged', { exact: true }).waitFor();
    await row.getByText('local', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'checkout-3 is down' }).waitFor();

    await page.keyboard.press('n');
    await page.keyboard.type('Rolled back.\nWatching <b>it</b>: a, r and x are letters here');
    await page.keyboard.press('Control+Enter');
    const timeline = page.getByRole('list', { name: 'Timeline' });
    await timeline.getByText('Watching <b>it</b>: a, r and x are letters here').waitFor();
    expect(await timeline.getByRole('listitem').first().textContent()).toMatch(/^Note by local/);

    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).waitFor();
    await page.keyboard.press('Enter');
    await timeline.getByText('Resolved by local').waitFor();
    await page.getByRole('button', { name: 'Reopen' }).waitFor();
    expect(await page.getByRole('button', { name: 'Acknowledge' }).count()).toBe(0);
  });

  test('that could not be acknowledged is told of on the page that was gone to meanwhile', async () => {
    const { id, number } = await create('Slow to answer');
    const page = await openPage({
      url: `${server.url}/incidents?q=Slow`,
      expected: [/503 \(Service Unavailable\)/],
    });
    let release = () => {};
    const left = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/acknowledge', async (route) => {
      await left;
      await route.fulfill({ status: 503, json: { title: 'Busy', detail: 'Try later.' } });
    });
    await incidentLink(page, 'Slow to answer').waitFor();
    for (const key of ['j', 'a', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(`${server.url}/incidents/${id}`);
    release();
    await page
      .getByRole('alert')
      .filter({ hasText: 'Not acknowledged' })
      .getByText(`#${number}: `)
      .waitFor();
  });

  test('keeps what is typed while a note is saved', async () => {
    const { id } = await create('Two notes');
    const page = await openPage({ url: `${server.url}/incidents/${id}` });
    const field = page.getByLabel('Add a note');
    let release = () => {};
    const typed = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/notes', async (route) => {
      await typed;
      await route.continue();
    });
    await field.fill('The first.');
    await field.press('Control+Enter');
    await field.fill('The second');
    release();
    await page.getByRole('list', { name: 'Timeline' }).getByText('The first.').waitFor();
    await eventually(async () =>
      (await page.getByRole('button', { name: 'Add the note' }).isEnabled()) ? true : null,
    );
    expect(await field.inputValue()).toBe('The second');
  });

  test('leaves the focus where whoever acts goes on', async () => {
    const { id } = await create('Goes on');
    const page = await openPage({ url: `${server.url}/incidents/${id}` });
    const focused = (name: string) =>
      eventually(async () =>
        (await isFocused(page.getByRole('button', { name, exact: true }))) ? true : null,
      );
    await page.getByRole('button', { name: 'Acknowledge' }).press('Enter');
    await focused('Resolve');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).press('Enter');
    await focused('Reopen');
    await page.keyboard.press('Enter');
    await focused('Acknowledge');
    await page.getByRole('button', { name: 'Snooze' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Until …' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await focused('Snooze');
  });

  test('that somebody else edits meanwhile is not written over before that was seen', async () => {
    const { id } = await create('Disk fills');
    const page = await openPage({
      url: `${server.url}/incidents/${id}`,
      expected: [/412 \(Precondition Failed\)/],
    });
    await page.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Disk of db-1 fills');
    await klaxon.PATCH('/api/incidents/{id}', { ...on(id), body: { title: 'Disk of db-2 fills' } });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('The title is now “Disk of db-2 fills”.').waitFor();
    expect(await dialog.getByLabel('Title').inputValue()).toBe('Disk of db-1 fills');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Disk of db-1 fills' }).waitFor();
  });

  test('is merged into another that is searched for, and leads there', async () => {
    const [one, other] = [await create('Queue grows'), await create('Broker is down')];
    const page = await openPage({ url: `${server.url}/incidents/${one.id}` });
    await page.getByRole('button', { name: 'Merge' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Search').fill(`#${other.number}`);
    await dialog.getByRole('radio', { name: /Broker is down/ }).check();
    await dialog.getByLabel('Search').fill('no such incident');
    await dialog.getByText('No other unresolved incident matches.').waitFor();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await dialog.getByText('Choose the incident that goes on.').waitFor();
    await dialog.getByLabel('Search').fill('Broker');
    await dialog.getByRole('radio', { name: /Broker is down/ }).check();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await page.getByRole('heading', { level: 1, name: 'Broker is down' }).waitFor();
    await page.getByRole('link', { name: 'The other incident' }).click();
    await page.getByRole('heading', { level: 1, name: 'Queue grows' }).waitFor();
    await page.getByRole('link', { name: `#${other.number}` }).waitFor();
  });

  test('shows the end of a long timeline first, and its beginning to whoever asks', async () => {
    const { id } = await create('Long story');
    for (let note = 1; note <= 105; note++)
      await klaxon.POST('/api/incidents/{id}/notes', {
        ...on(id),
        body: { text: `Note ${note}.` },
      });
    const page = await openPage({ url: `${server.url}/incidents/${id}` });
    const timeline = page.getByRole('list', { name: 'Timeline' });
    await timeline.getByText('Note 105.', { exact: true }).waitFor();
    expect(await timeline.getByText('Created by local').count()).toBe(0);
    await page.getByRole('button', { name: 'Show earlier' }).click();
    await timeline.getByText('Created by local').waitFor();
    expect(await timeline.getByRole('listitem').count()).toBe(106);
    expect(await page.getByRole('button', { name: 'Show earlier' }).count()).toBe(0);
  });

  test('shows of many alerts a few that fire, and all of them page by page', async () => {
    const labels = (n: number) => ({ alertname: `Node${n}`, service: 'fleet', severity: 'low' });
    await fire(...Array.from({ length: 60 }, (_, n) => ({ labels: labels(n) })));
    const page = await openPage({ url: `${server.url}/incidents/${await incidentOf('fleet')}` });
    const alerts = page.getByRole('list', { name: 'Alerts' }).getByRole('listitem');
    await alerts.first().waitFor();
    expect(await alerts.count()).toBe(3);
    await page.getByRole('button', { name: 'Show all 60 alerts' }).click();
    await page.getByText('1–50 of 60').waitFor();
    await page.getByRole('button', { name: 'Next alerts' }).click();
    await page.getByText('51–60 of 60').waitFor();
  });

  test('of hostile alerts is plain text that breaks nothing', async () => {
    const hostile = '<img src=x onerror="document.title=\'hacked\'">';
    const labels: Record<string, string> = {
      alertname: hostile,
      service: '"><script>document.title="hacked"</script>',
      severity: 'critical',
      rtl: '\u202Edlrow olleh\u202C',
      long: 'x'.repeat(8_192),
    };
    for (let n = 0; n < 300; n++) labels[`label_${n}`] = `<b>${n}</b>`;
    const annotations = { summary: `${hostile} `.repeat(20), runbook_url: 'javascript:alert(1)' };
    await fire({ labels, annotations });
    const id = await incidentOf(labels['service'] ?? '');
    const page = await openPage({ url: `${server.url}/incidents`, viewport: PHONE });
    await page.getByRole('link', { name: /onerror/ }).waitFor();
    await expectToFit(page);

    await page.goto(`${server.url}/incidents/${id}`);
    const alert = page.getByRole('list', { name: 'Alerts' }).getByRole('listitem');
    await alert.getByText(hostile, { exact: true }).waitFor();
    await alert.getByRole('button', { name: /All labels/ }).click();
    await alert.getByText('<b>299</b>').waitFor();
    await expectToFit(page);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await page.title()).toMatch(/ · Klaxon$/);
    await expectAccessible(page);
  });

  test('tells on the first screen of a phone what is wrong, how bad, since when, and what can be done', async () => {
    await fire({
      labels: { alertname: 'PaymentsDown', service: 'payments', severity: 'critical' },
      annotations: {
        summary: `Customers cannot pay: ${'the provider answers HTTP 503. '.repeat(9)}`,
      },
    });
    const id = await incidentOf('payments');
    const page = await openPage({ url: `${server.url}/incidents/${id}`, viewport: PHONE });
    const first = [
      page.getByRole('heading', { level: 1, name: 'Customers cannot pay' }),
      page.getByText('critical', { exact: true }).first(),
      page.getByText('open', { exact: true }).first(),
      page.getByText(/^Since/),
      page.getByRole('button', { name: 'Acknowledge' }),
      page.getByRole('button', { name: 'Resolve' }),
    ];
    for (const part of first) {
      await part.waitFor();
      const box = await part.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
    }
    await expectToFit(page);
  });
});

describe('the list', () => {
  test('resolves many at once, and says which it could not and why', async () => {
    const made = [await create('Bulk one'), await create('Bulk two'), await create('Bulk three')];
    await klaxon.POST('/api/incidents/{id}/resolve', on(made[1]?.id ?? ''));
    const page = await openPage({
      url: `${server.url}/incidents?status=any&q=Bulk`,
      expected: [/409 \(Conflict\)/],
    });
    await page.getByRole('checkbox', { name: `Select #${made[2]?.number}` }).click();
    await page
      .getByRole('checkbox', { name: `Select #${made[0]?.number}` })
      .click({ modifiers: ['Shift'] });
    await page.getByText('3 selected').waitFor();
    await page
      .getByRole('group', { name: 'Selected incidents' })
      .getByRole('button', { name: 'Resolve' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await dialog.getByText('2 resolved, 1 not:').waitFor();
    await dialog.getByText(`#${made[1]?.number} Bulk two`).waitFor();
    await dialog.getByText(/already resolved/).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await rowOf(page, 'Bulk one').getByText('resolved', { exact: true }).waitFor();
    await rowOf(page, 'Bulk three').getByText('resolved', { exact: true }).waitFor();
  });

  test('keeps its filters in the address, and its views in the browser', async () => {
    await create('Filtered in');
    await klaxon.POST('/api/incidents', { body: { title: 'Filtered out', severity: 'low' } });
    const page = await openPage({ url: `${server.url}/incidents` });
    await incidentLink(page, 'Filtered out').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('filtered');
    await page.getByRole('group', { name: 'Severity' }).getByText('high').click();
    await page.waitForURL(({ search }) => search === '?q=filtered&severity=high');
    await page.reload();
    await incidentLink(page, 'Filtered in').waitFor();
    expect(await incidentLink(page, 'Filtered out').count()).toBe(0);
    expect(await page.getByRole('searchbox').inputValue()).toBe('filtered');

    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByLabel('Name of the view').fill('My filters');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Unresolved' }).click();
    await incidentLink(page, 'Filtered out').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'My filters' }).click();
    await page.waitForURL(({ search }) => search === '?q=filtered&severity=high');
    await incidentLink(page, 'Filtered out').waitFor({ state: 'detached' });
  });

  test('does not aim the keys at another incident when somebody else ends the current one', async () => {
    const [under, over] = [await create('Aimed under'), await create('Aimed over')];
    const page = await openPage({ url: `${server.url}/incidents?q=Aimed` });
    await rowOf(page, 'Aimed over').waitFor();
    await page.keyboard.press('j');
    expect(await isFocused(incidentLink(page, 'Aimed over'))).toBe(true);
    await klaxon.POST('/api/incidents/{id}/resolve', on(over.id));
    await rowOf(page, 'Aimed over').waitFor({ state: 'detached' });
    await page.keyboard.press('r');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('j');
    expect(await isFocused(incidentLink(page, 'Aimed under'))).toBe(true);
    await page.keyboard.press('r');
    await page.getByRole('dialog', { name: `Resolve #${under.number}?` }).waitFor();
  });

  test('says on a phone how many filters are set, and tells the exact time to whoever taps it', async () => {
    await create('Tapped');
    const page = await openPage({
      url: `${server.url}/incidents?q=Tapped&severity=high&status=open`,
      viewport: PHONE,
      context: { hasTouch: true },
    });
    await page.getByRole('button', { name: 'Filters (2)' }).waitFor();
    const time = page.getByRole('listitem').getByRole('time');
    const exact = page.getByRole('tooltip', { name: String(new Date().getUTCFullYear()) });
    // On a busy machine a tap can last so long that it counts as a look elsewhere.
    await eventually(async () => {
      await time.tap();
      return exact.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => null,
      );
    });
  });

  test('is walked page by page, forward and back', async () => {
    const labels = (n: number) => ({ alertname: 'Many', service: `many-${n}`, severity: 'low' });
    await fire(...Array.from({ length: 120 }, (_, n) => ({ labels: labels(n) })));
    const page = await openPage({ url: `${server.url}/incidents?label=alertname%3DMany` });
    const links = page.getByRole('rowgroup').last().getByRole('link');
    const shown = async () => (await links.allTextContents()).join();
    const go = async (name: string) => {
      const before = await shown();
      await page.getByRole('link', { name }).click();
      return eventually(async () => {
        const after = await shown();
        return after === before ? null : after;
      });
    };
    await page.getByText('120 incidents').waitFor();
    const first = await shown();
    await go('Next page');
    await page.reload();
    await links.first().waitFor();
    expect(await go('Previous page')).toBe(first);
    expect(await links.count()).toBe(50);

    await page.goto(`${server.url}/incidents?label=alertname%3DMany&q=many`);
    await go('Next page');
    await go('Next page');
    const { data } = await klaxon.GET('/api/incidents', {
      params: { query: { label: ['alertname=Many'], sort: 'created_at', limit: 20 } },
    });
    for (const { id } of data?.incidents ?? [])
      await klaxon.POST('/api/incidents/{id}/resolve', on(id));
    await page.getByText('This page is empty now').waitFor();
    await page.getByText('100 incidents').waitFor();
    await page.getByRole('link', { name: 'Go to the first page' }).click();
    await links.first().waitFor();
  });

  test('opens an incident by hand', async () => {
    const page = await openPage({ url: `${server.url}/incidents` });
    await page.getByRole('button', { name: 'New incident' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Open the incident' }).click();
    await dialog.getByText('Say what is wrong.').waitFor();
    await dialog.getByLabel('Title').fill('Customers call');
    await dialog.getByLabel('Severity').selectOption('critical');
    await dialog.getByLabel('Labels').fill('region=eu');
    await dialog.getByRole('button', { name: 'Open the incident' }).click();
    await page.getByRole('heading', { level: 1, name: 'Customers call' }).waitFor();
    await page.getByText('region', { exact: true }).waitFor();
  });
});

describe.each([
  ['on a screen, dark', { viewport: DESKTOP, colorScheme: 'dark' }],
  ['on a phone, light', { viewport: PHONE, colorScheme: 'light' }],
] as const)('%s', (_name, look) => {
  const check = async (page: Page) => {
    await expectToFit(page);
    await expectAccessible(page);
  };
  const checkDialog = async (page: Page, button: string) => {
    const opener = page.getByRole('button', { name: button, exact: true });
    await opener.click();
    await page.getByRole('dialog').waitFor();
    await check(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await isFocused(opener)).toBe(true);
  };
  const summary = 'Looked at';
  const annotations = { summary, runbook_url: 'https://runbooks.example.org/looks' };
  beforeAll(() => fire({ labels: { alertname: 'Looked', service: 'looks' }, annotations }));

  test('the list is accessible to everybody, and fits', async () => {
    const page = await openPage({ url: `${server.url}/incidents?q=Looked`, ...look });
    await incidentLink(page, summary).waitFor();
    await page.getByRole('checkbox', { name: /^Select #/ }).click();
    await page.getByRole('button', { name: /ilters$/ }).click();
    await page.getByLabel('Opened from').waitFor();
    await check(page);
    await checkDialog(page, 'New incident');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await check(page);
  });

  test('an incident is accessible to everybody, and fits', async () => {
    const id = await incidentOf('looks');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await klaxon.POST('/api/incidents/{id}/snooze', { ...on(id), body: { until } });
    const page = await openPage({ url: `${server.url}/incidents/${id}`, ...look });
    await page.getByRole('link', { name: /^Runbook of Looked/ }).waitFor();
    await page.getByRole('button', { name: /All labels/ }).click();
    await check(page);
    for (const button of ['Resolve', 'Assign', 'Edit', 'Merge']) await checkDialog(page, button);
    await page.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('menuitem', { name: '30 minutes' }).waitFor();
    await check(page);
    await page.getByRole('menuitem', { name: 'Until …' }).click();
    await page.getByRole('dialog').waitFor();
    await check(page);
  });
});

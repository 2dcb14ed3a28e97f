import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';

let database: TestDatabase;
let server: KlaxonProcess;
let klaxon: KlaxonClient;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startKlaxon({ DATABASE_URL: database.url });
  klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await database?.drop();
});

type NewIncident = { title: string; severity?: 'critical' | 'high' | 'medium' | 'low' };

async function create(wanted: NewIncident) {
  const { data } = await klaxon.POST('/api/incidents', { body: wanted });
  if (!data) throw new Error('the incident was not created');
  return data;
}

const on = (id: string) => ({ params: { path: { id } } });

async function timeline(id: string) {
  const { data } = await klaxon.GET('/api/incidents/{id}/timeline', on(id));
  return data?.events ?? [];
}

function webhook(body: string, contentType = 'application/json'): Promise<Response> {
  const headers = { 'content-type': contentType };
  return fetch(`${server.url}/api/webhooks/alertmanager`, { method: 'POST', headers, body });
}

function firing(labels: Record<string, string>) {
  return { status: 'firing', labels, startsAt: '2026-11-23T09:46:44.929Z' };
}

describe('an incident that a person works on', () => {
  test('is created, edited, noted, snoozed, resolved and reopened, and its timeline tells all of it', async () => {
    const { id, number } = await create({ title: 'Checkout is slow', severity: 'medium' });
    expect(number).toBeGreaterThan(0);

    await klaxon.PATCH('/api/incidents/{id}', {
      ...on(id),
      body: { title: 'Checkout is down', severity: 'critical', assignee_id: 'eva' },
    });
    await klaxon.POST('/api/incidents/{id}/notes', { ...on(id), body: { text: 'Rolled back.' } });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const { data: snoozed } = await klaxon.POST('/api/incidents/{id}/snooze', {
      ...on(id),
      body: { until },
    });
    expect(snoozed?.snoozed_until).toBe(until);
    const { data: resolved } = await klaxon.POST('/api/incidents/{id}/resolve', on(id));
    expect(resolved).toMatchObject({
      status: 'resolved',
      acknowledged_by: null,
      snoozed_until: null,
    });
    expect(resolved?.acked_at).toBe(resolved?.resolved_at);
    const { data: reopened } = await klaxon.POST('/api/incidents/{id}/reopen', on(id));
    expect(reopened).toMatchObject({
      title: 'Checkout is down',
      status: 'open',
      severity: 'critical',
      acked_at: null,
      resolved_at: null,
    });
    expect((await timeline(id)).map(({ type }) => type)).toEqual([
      'opened',
      'title_changed',
      'severity_changed',
      'assigned',
      'note_added',
      'snoozed',
      'resolved',
      'reopened',
    ]);
  });

  test('of two who acknowledge at once, both are heard and one has it', async () => {
    const { id } = await create({ title: 'Two at once' });
    const answers = await Promise.all(
      ['eva', 'adam'].map((assignee_id) =>
        klaxon.POST('/api/incidents/{id}/acknowledge', { ...on(id), body: { assignee_id } }),
      ),
    );
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200]);
    const types = (await timeline(id)).map(({ type }) => type);
    expect(types).toEqual(['opened', 'acknowledged', 'assigned']);
  });

  test('an acknowledgement never undoes a resolution', async () => {
    const { id } = await create({ title: 'Race' });
    const body = { assignee_id: 'eva' };
    await Promise.all([
      klaxon.POST('/api/incidents/{id}/resolve', on(id)),
      klaxon.POST('/api/incidents/{id}/acknowledge', { ...on(id), body }),
    ]);
    const { data } = await klaxon.GET('/api/incidents/{id}', on(id));
    expect(data?.status).toBe('resolved');
    const again = await klaxon.POST('/api/incidents/{id}/acknowledge', { ...on(id), body });
    expect(again.response.status).toBe(409);
    expect(again.error?.detail).toMatch(/already resolved/);
  });

  test('a change that was decided on an older version is refused', async () => {
    const { id } = await create({ title: 'Versions' });
    const header = { 'If-Match': '"1"' };
    const change = { params: { path: { id }, header }, body: { title: 'Newer' } };
    expect((await klaxon.PATCH('/api/incidents/{id}', change)).response.status).toBe(200);
    const late = await klaxon.PATCH('/api/incidents/{id}', change);
    expect(late.response.status).toBe(412);
  });

  test('its alerts can be listed by whether they fire', async () => {
    const alerts = [
      firing({ alertname: 'A', service: 'mixed' }),
      { ...firing({ alertname: 'B', service: 'mixed' }), endsAt: '2026-11-23T09:50:00Z' },
    ];
    await webhook(JSON.stringify({ status: 'firing', alerts }));
    const ended = { ...alerts[1], status: 'resolved' };
    await webhook(JSON.stringify({ status: 'firing', alerts: [ended] }));
    const { data } = await klaxon.GET('/api/incidents', {
      params: { query: { service: 'mixed' } },
    });
    const id = data?.incidents[0]?.id ?? '';
    const names = async (query: { status?: 'firing' | 'resolved' }) => {
      const params = { path: { id }, query };
      const { data } = await klaxon.GET('/api/incidents/{id}/alerts', { params });
      return [data?.total, ...(data?.alerts ?? []).map(({ labels }) => labels['alertname'])];
    };
    expect(await names({ status: 'firing' })).toEqual([1, 'A']);
    expect(await names({ status: 'resolved' })).toEqual([1, 'B']);
    expect((await names({}))[0]).toBe(2);
  });

  test('merging moves the alerts, and the group goes on in the other incident', async () => {
    const alerts = [
      firing({ alertname: 'A', service: 'merge-a' }),
      firing({ alertname: 'B', service: 'merge-b' }),
    ];
    await webhook(JSON.stringify({ status: 'firing', alerts }));
    const find = async (service: string) => {
      const { data } = await klaxon.GET('/api/incidents', { params: { query: { service } } });
      return data?.incidents[0]?.id ?? '';
    };
    const [source, target] = [await find('merge-a'), await find('merge-b')];
    await klaxon.POST('/api/incidents/{id}/merge', { ...on(source), body: { into_id: target } });
    await webhook(
      JSON.stringify({
        status: 'firing',
        alerts: [firing({ alertname: 'C', service: 'merge-a' })],
      }),
    );
    const { data: merged } = await klaxon.GET('/api/incidents/{id}', on(target));
    expect(merged).toMatchObject({ alert_count: 3, firing_alert_count: 3 });
    const { data: ended } = await klaxon.GET('/api/incidents/{id}', on(source));
    expect(ended).toMatchObject({
      status: 'resolved',
      resolution: 'merged',
      merged_into_id: target,
    });
  });
});

describe('lists', () => {
  test('are walked by their cursor without a gap or a double', async () => {
    for (let n = 0; n < 7; n += 1) await create({ title: `Walk ${n}`, severity: 'low' });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { q: 'Walk', limit: 3, ...(cursor && { cursor }) };
      const { data } = await klaxon.GET('/api/incidents', { params: { query } });
      expect(data?.total).toBe(7);
      seen.push(...(data?.incidents.map(({ title }) => title) ?? []));
      cursor = data?.next_cursor;
    } while (cursor);
    expect(seen).toEqual(['Walk 6', 'Walk 5', 'Walk 4', 'Walk 3', 'Walk 2', 'Walk 1', 'Walk 0']);
  });

  test.each([
    'limit=0',
    'limit=201',
    'status=closed',
    'severity=worst',
    'from=yesterday',
    'sort=title',
    'cursor=abc',
    'offset=-1',
  ])('refuse %s, by name', async (query) => {
    const answer = await fetch(`${server.url}/api/incidents?${query}`, { headers: server.headers });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(query.split('=')[0]);
  });

  const injections = [
    "'; DROP TABLE incidents; --",
    "' OR 1=1 --",
    '%',
    '\\',
    '\u0000',
    '{"a":1}',
    '$1',
  ];
  test.each(injections)('take %j in every filter as text', async (text) => {
    const value = encodeURIComponent(text);
    for (const filter of [
      `q=${value}`,
      `assignee_id=${value}`,
      `service=${value}`,
      `label=${encodeURIComponent(`x=${text}`)}`,
    ]) {
      const answer = await fetch(`${server.url}/api/incidents?${filter}`, {
        headers: server.headers,
      });
      expect([200, 400]).toContain(answer.status);
    }
    expect((await fetch(`${server.url}/api/incidents`, { headers: server.headers })).status).toBe(
      200,
    );
  });
});

describe('what Alertmanager should not have sent', () => {
  test('a malformed alert is kept among the rejected, and the good ones are taken', async () => {
    const alerts = [
      firing({ alertname: 'Good', service: 'half-good' }),
      { status: 'burning', labels: { a: 'b' } },
    ];
    const answer = await webhook(JSON.stringify({ status: 'firing', alerts }));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', accepted: 1, rejected: 1 });
    const { data } = await klaxon.GET('/api/rejected-alerts', { params: { query: { limit: 1 } } });
    expect(data?.rejected_alerts[0]).toMatchObject({ path: 'alerts[1].status' });
    expect(data?.rejected_alerts[0]?.raw).toContain('burning');
  });

  test.each([
    ['not JSON', 'pardon?'],
    ['no alerts', '{"status":"firing"}'],
    ['alerts that are not a list', '{"alerts":{}}'],
    ['nothing', ''],
    ['null', 'null'],
  ])('%s is refused with 400 and kept', async (_name, body) => {
    const before = await klaxon.GET('/api/rejected-alerts', { params: { query: { limit: 1 } } });
    const answer = await webhook(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const after = await klaxon.GET('/api/rejected-alerts', { params: { query: { limit: 1 } } });
    expect(after.data?.total).toBe((before.data?.total ?? 0) + 1);
  });

  test('NUL, lone surrogates, prototypes and endless labels are data', async () => {
    const labels = {
      alertname: 'a\u0000b',
      service: 'x'.repeat(8_192),
      lone: '\ud800',
      ['__proto__']: 'polluted',
      constructor: 'x',
    };
    const answer = await webhook(JSON.stringify({ status: 'firing', alerts: [firing(labels)] }));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok' });
    const query = { label: ['alertname=a\ufffdb'] };
    const list = await klaxon.GET('/api/alerts', { params: { query } });
    // A list shows an excerpt, the alert itself all of them.
    const path = { id: list.data?.alerts[0]?.id ?? '' };
    const { data } = await klaxon.GET('/api/alerts/{id}', { params: { path } });
    expect(data?.labels).toMatchObject({ lone: '\ufffd', constructor: 'x' });
    expect(Object.entries(data?.labels ?? {})).toContainEqual(['__proto__', 'polluted']);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { IncidentUseCases } from '@klaxon/application';
import { actorOf, LOCAL, makeLabels, type NumberedIncident } from '@klaxon/domain';
import {
  firingAlert,
  INCIDENT_ID,
  incidentDetail,
  NOON,
  OTHER_ID,
  openIncident,
  recording,
  stubApp,
  stubUseCases,
} from './testing/stub-app.ts';
import { userView } from './testing/stub-people.ts';

type InputOf<Name extends 'createIncident' | 'resolveIncident'> = Parameters<
  IncidentUseCases[Name]
>[0];

const acknowledged: NumberedIncident = {
  ...openIncident,
  status: 'acknowledged',
  ackedAt: NOON + 5,
  acknowledgedBy: 'ada',
  assigneeId: 'ada',
  version: 5,
};

const resolved: NumberedIncident = {
  ...acknowledged,
  status: 'resolved',
  resolvedAt: NOON + 9,
  resolution: 'merged',
  mergedIntoId: OTHER_ID,
  version: 6,
};

const path = `/api/incidents/${INCIDENT_ID}`;

describe('an incident', () => {
  test('is answered whole, with its version as ETag', async () => {
    const app = await stubApp();
    const answer = await app.inject(path);
    expect(answer.headers.etag).toBe('"4"');
    expect(answer.json()).toEqual({
      id: INCIDENT_ID,
      number: 1042,
      title: 'InstanceDown on checkout',
      description: null,
      status: 'open',
      severity: 'critical',
      created_at: '2026-11-23T12:00:00.000Z',
      updated_at: '2026-11-23T12:00:00.001Z',
      acked_at: null,
      resolved_at: null,
      assignee_id: null,
      assignee_name: null,
      alert_ids: [firingAlert.id],
      alert_count: 2,
      firing_alert_count: 1,
      labels: { service: 'checkout' },
      group_key: 'service=checkout',
      acknowledged_by: null,
      acknowledged_by_name: null,
      resolution: null,
      snoozed_until: null,
      stale_since: null,
      merged_into_id: null,
      version: 4,
    });
  });

  test('that is resolved says when, why and by whom it was acknowledged', async () => {
    const get = async () => ({ ...incidentDetail, incident: resolved });
    const app = await stubApp({
      incidents: { queries: { ...stubUseCases.incidents.queries, get } },
    });
    expect((await app.inject(path)).json()).toMatchObject({
      status: 'resolved',
      acked_at: '2026-11-23T12:00:00.005Z',
      acknowledged_by: 'ada',
      resolved_at: '2026-11-23T12:00:00.009Z',
      resolution: 'merged',
      merged_into_id: OTHER_ID,
    });
  });

  test('in a list comes without its alerts, under the total and the cursor', async () => {
    const list = async () => ({ items: [incidentDetail], total: 31, nextCursor: 'next' });
    const app = await stubApp({
      incidents: { queries: { ...stubUseCases.incidents.queries, list } },
    });
    const page = (await app.inject('/api/incidents')).json();
    expect(page).toMatchObject({
      total: 31,
      next_cursor: 'next',
      incidents: [{ id: INCIDENT_ID, alert_count: 2 }],
    });
    expect(page.incidents[0]).not.toHaveProperty('alert_ids');
  });

  test('keeps labels of any name', async () => {
    const labels = makeLabels([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['größe', 'c'],
    ]);
    const get = async () => ({ ...incidentDetail, incident: { ...openIncident, labels } });
    const app = await stubApp({
      incidents: { queries: { ...stubUseCases.incidents.queries, get } },
    });
    const { body } = await app.inject(path);
    expect(body).toContain('"labels":{"__proto__":"a","constructor":"b","größe":"c"}');
  });

  test('has a timeline', async () => {
    const timeline = async () => ({
      items: [
        {
          type: 'acknowledged' as const,
          id: OTHER_ID,
          incidentId: INCIDENT_ID,
          version: 5,
          actor: { kind: 'person' as const, id: userView.id },
          reason: 'Acknowledged by Ada.',
          data: { by: userView.id, assignee: null },
          at: NOON,
        },
      ],
      total: 1,
      nextCursor: null,
    });
    const app = await stubApp({
      incidents: { queries: { ...stubUseCases.incidents.queries, timeline } },
    });
    expect((await app.inject(`${path}/timeline`)).json()).toEqual({
      events: [
        {
          id: OTHER_ID,
          incident_id: INCIDENT_ID,
          version: 5,
          type: 'acknowledged',
          actor: { kind: 'person', id: userView.id, name: 'Ada' },
          reason: 'Acknowledged by Ada.',
          data: { by: userView.id, assignee: null },
          at: '2026-11-23T12:00:00.000Z',
        },
      ],
      total: 1,
      next_cursor: null,
    });
  });

  test('names its people beside their ids, and strangers by what they are called', async () => {
    const incident = { ...acknowledged, assigneeId: userView.id, acknowledgedBy: 'slack:bob' };
    const get = async () => ({ ...incidentDetail, incident });
    const list = async () => ({ items: [await get()], total: 1, nextCursor: null });
    const app = await stubApp({
      incidents: { queries: { ...stubUseCases.incidents.queries, get, list } },
    });
    const named = {
      assignee_id: userView.id,
      assignee_name: 'Ada',
      acknowledged_by: 'slack:bob',
      acknowledged_by_name: 'slack:bob',
    };
    expect((await app.inject(path)).json()).toMatchObject(named);
    expect((await app.inject('/api/incidents')).json()).toMatchObject({ incidents: [named] });
  });

  test('that is opened by hand is a 201 with its place', async () => {
    const { requests, ask } = recording<InputOf<'createIncident'>, NumberedIncident>(openIncident);
    const app = await stubApp({ incidents: { createIncident: ask } });
    const answer = await app.inject({
      method: 'POST',
      url: '/api/incidents',
      payload: { title: 'Nobody can pay', labels: { service: 'checkout' } },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers).toMatchObject({ location: path, etag: '"4"' });
    expect(answer.json()).toMatchObject({ id: INCIDENT_ID, alert_ids: [], alert_count: 0 });
    expect(requests).toMatchObject([
      {
        title: 'Nobody can pay',
        description: null,
        severity: 'medium',
        assigneeId: null,
        actor: { id: 'local' },
      },
    ]);
  });
});

describe('changes of an incident', () => {
  test('answer the change as it was made, though the read is older', async () => {
    const app = await stubApp({ incidents: { acknowledgeIncident: async () => acknowledged } });
    const answer = await app.inject({
      method: 'POST',
      url: `${path}/acknowledge`,
      payload: { assignee_id: 'ada' },
    });
    expect(answer.headers.etag).toBe('"5"');
    expect(answer.json()).toMatchObject({
      status: 'acknowledged',
      acknowledged_by: 'ada',
      alert_count: 2,
      version: 5,
    });
  });

  test('reach their use case with all that was asked', async () => {
    const asked: unknown[] = [];
    const keep = async (request: unknown) => {
      asked.push(request);
      return openIncident;
    };
    const app = await stubApp({
      incidents: {
        acknowledgeIncident: keep,
        resolveIncident: keep,
        reopenIncident: keep,
        editIncident: keep,
        addNote: keep,
        snoozeIncident: keep,
        mergeIncidents: keep,
      },
    });
    const post = (action: string, payload?: object) =>
      app.inject({ method: 'POST', url: `${path}/${action}`, ...(payload && { payload }) });
    const answers = [
      await post('acknowledge', { assignee_id: 'ada' }),
      await post('acknowledge'),
      await post('resolve'),
      await post('reopen'),
      await app.inject({
        method: 'PATCH',
        url: path,
        payload: { title: 'New', assignee_id: null },
      }),
      await post('notes', { text: 'Look here.' }),
      await post('snooze', { until: '2026-11-23T12:00:00Z' }),
      await post('snooze', { until: null }),
      await post('merge', { into_id: OTHER_ID }),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 200));
    const local = { incidentId: INCIDENT_ID, actor: actorOf(LOCAL) };
    expect(asked).toEqual([
      { ...local, assigneeId: 'ada' },
      local,
      local,
      local,
      { ...local, edit: { title: 'New', assigneeId: null } },
      { ...local, text: 'Look here.' },
      { ...local, until: NOON },
      { ...local, until: null },
      { ...local, intoId: OTHER_ID },
    ]);
  });

  test('need no body where nothing is required, even under a JSON content type', async () => {
    const app = await stubApp();
    const headers = { 'content-type': 'application/json' };
    for (const action of ['acknowledge', 'resolve', 'reopen'])
      expect(
        (await app.inject({ method: 'POST', url: `${path}/${action}`, headers })).statusCode,
      ).toBe(200);
  });

  test.each([
    ['"7"', 7],
    ['W/"7"', 7],
    ['*', undefined],
    [undefined, undefined],
  ])('with If-Match %s are decided on version %s', async (header, version) => {
    const { requests, ask } = recording<InputOf<'resolveIncident'>, NumberedIncident>(openIncident);
    const app = await stubApp({ incidents: { resolveIncident: ask } });
    const headers = header === undefined ? {} : { 'if-match': header };
    await app.inject({ method: 'POST', url: `${path}/resolve`, headers });
    expect(requests.map(({ ifVersion }) => ifVersion)).toEqual([version]);
  });

  test.each([
    ['"never"', 412],
    ['7', 400],
    ['"1", "2"', 400],
  ])('with If-Match %s are a %i', async (header, status) => {
    const app = await stubApp();
    const headers = { 'if-match': header };
    const answer = await app.inject({ method: 'POST', url: `${path}/resolve`, headers });
    expect(answer.statusCode).toBe(status);
  });
});

test('an alert links only to the web', async () => {
  const link = async (generatorUrl: string | null) => {
    const get = async () => ({ ...firingAlert, generatorUrl });
    const app = await stubApp({ alerts: { queries: { ...stubUseCases.alerts.queries, get } } });
    return (await app.inject(`/api/alerts/${firingAlert.id}`)).json().generator_url;
  };
  expect(await link('https://prometheus.example.org/graph')).toBe(
    'https://prometheus.example.org/graph',
  );
  for (const hostile of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'not a url',
    '',
    null,
  ])
    expect(await link(hostile)).toBeNull();
});

test('a rejected alert shows the beginning of what was sent', async () => {
  const raw = 'x'.repeat(70_000);
  const rejected = async () => ({
    items: [
      {
        id: OTHER_ID,
        receivedAt: NOON,
        source: 'alertmanager',
        path: 'alerts[0]',
        reason: 'no',
        raw,
      },
    ],
    total: 1,
    nextCursor: null,
  });
  const app = await stubApp({ alerts: { queries: { ...stubUseCases.alerts.queries, rejected } } });
  const [shown] = (await app.inject('/api/rejected-alerts')).json().rejected_alerts;
  expect(shown.raw).toHaveLength(8_192);
  expect(shown).toMatchObject({
    raw_length: 70_000,
    path: 'alerts[0]',
    received_at: '2026-11-23T12:00:00.000Z',
  });
});

test('metrics carry the names of their document', async () => {
  const app = await stubApp();
  expect((await app.inject('/api/metrics')).json()).toEqual({
    total_incidents: 3,
    open_incidents: 1,
    acknowledged_incidents: 0,
    resolved_incidents: 2,
    mtta_seconds: null,
    mttr_seconds: 61.5,
    incidents_by_status: { open: 1, acknowledged: 0, resolved: 2 },
    incidents_by_severity: { critical: 1, high: 0, medium: 2, low: 0 },
  });
});

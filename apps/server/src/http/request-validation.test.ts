import { beforeAll, describe, expect, test } from '@jest/globals';
import type {
  AlertFilter,
  IncidentFilter,
  IncidentInput,
  MetricsFilter,
  PageRequest,
} from '@klaxon/application';
import type { FastifyInstance } from 'fastify';
import { INCIDENT_ID, NOON, openIncident, stubApp, stubUseCases } from './testing/stub-app.ts';

const NOTHING = { items: [], total: 0, nextCursor: null };

interface Asked {
  readonly filter: IncidentFilter;
  readonly sort: string;
  readonly page: PageRequest;
}

let app: FastifyInstance;
let asked: Asked | undefined;
let created: IncidentInput | undefined;

beforeAll(async () => {
  app = await stubApp({
    incidents: {
      queries: {
        ...stubUseCases.incidents.queries,
        list: async (filter, sort, page) => {
          asked = { filter, sort, page };
          return NOTHING;
        },
      },
      createIncident: async (wanted) => {
        created = wanted;
        return openIncident;
      },
    },
  });
});

async function listWith(query: string) {
  asked = undefined;
  return app.inject(`/api/incidents${query}`);
}

describe('list parameters', () => {
  test('are all optional', async () => {
    await listWith('');
    expect(asked).toEqual({
      filter: {},
      sort: '-created_at',
      page: { limit: 50, offset: 0, cursor: null },
    });
  });

  test('are passed on with their meaning', async () => {
    await listWith(
      '?status=open&status=acknowledged&severity=critical,high&assignee_id=ada&service=checkout' +
        '&label=team%3Dpayments&label=expr%3Da%3Db,c&q=%231042&from=2026-11-23T12:00:00Z' +
        '&to=2026-11-23T14:00:00.5%2B01:00&sort=updated_at&limit=200&offset=7&cursor=abc',
    );
    expect(asked).toEqual({
      filter: {
        status: ['open', 'acknowledged'],
        severity: ['critical', 'high'],
        assigneeId: 'ada',
        service: 'checkout',
        labels: [
          ['team', 'payments'],
          ['expr', 'a=b,c'],
        ],
        q: '#1042',
        from: NOON,
        to: NOON + 3_600_500,
      },
      sort: 'updated_at',
      page: { limit: 200, offset: 7, cursor: 'abc' },
    });
  });

  test.each([
    ['?status=closed', 'status', 'must be one of open, acknowledged, resolved'],
    ['?status=open,closed', 'status', 'must be one of open, acknowledged, resolved'],
    ['?status=', 'status', 'must be one of open, acknowledged, resolved'],
    ['?severity=urgent', 'severity', 'must be one of critical, high, medium, low'],
    ['?limit=0', 'limit', 'must be 1 or more'],
    ['?limit=201', 'limit', 'must be 200 or less'],
    ['?limit=ten', 'limit', 'must be a whole number'],
    ['?limit=1.5', 'limit', 'must be a whole number'],
    ['?limit=', 'limit', 'must be a whole number'],
    ['?limit=1&limit=2', 'limit', 'must be a whole number'],
    ['?offset=-1', 'offset', 'must be 0 or more'],
    ['?label=team', 'label', 'must be written name=value'],
    ['?from=yesterday', 'from', 'must be an RFC 3339 time such as 2026-11-23T09:00:00Z'],
    ['?to=2026-02-30T00:00:00Z', 'to', 'must be an RFC 3339 time such as 2026-11-23T09:00:00Z'],
    ['?to=2026-12-31T23:59:60Z', 'to', 'must be an RFC 3339 time such as 2026-11-23T09:00:00Z'],
    ['?from=2026-11-23T09:00:00Z&to=2026-11-22T09:00:00Z', 'to', 'must not be before from'],
    ['?sort=title', 'sort', 'must be one of created_at, -created_at, updated_at, -updated_at'],
    ['?q=a&q=b', 'q', 'must be given only once'],
    ['?colour=red', 'colour', 'is not a parameter here'],
    ['?__proto__=x', '__proto__', 'is not a parameter here'],
  ])('%s is refused, naming %s', async (query, path, message) => {
    const answer = await listWith(query);
    expect(asked).toBeUndefined();
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      type: 'urn:klaxon:problem:invalid',
      errors: [{ path, message }],
      detail: expect.stringContaining(`${path}: ${message}`),
    });
  });

  test('that are wrong are all named at once', async () => {
    const answer = await listWith('?limit=x&sort=x&status=x');
    expect(
      answer
        .json()
        .errors.map((fault: { path: string }) => fault.path)
        .sort(),
    ).toEqual(['limit', 'sort', 'status']);
  });

  test('cannot smuggle in what the database does not store', async () => {
    await listWith('?q=a%00b');
    expect(asked?.filter.q).toBe('a\ufffdb');
  });

  test('of alerts and metrics are passed on too', async () => {
    const filters: (AlertFilter | MetricsFilter)[] = [];
    const app = await stubApp({
      alerts: {
        queries: {
          ...stubUseCases.alerts.queries,
          list: async (filter) => {
            filters.push(filter);
            return NOTHING;
          },
        },
      },
      metrics: {
        ...stubUseCases.metrics,
        series: async (filter, bucket) => {
          filters.push({ ...filter, service: `${filter.service} by ${bucket}` });
          return [];
        },
      },
    });
    await app.inject(
      '/api/alerts?status=firing&severity=low&label=a%3Db&from=2026-11-23T12:00:00Z',
    );
    await app.inject('/api/metrics/series?service=checkout&severity=high');
    await app.inject('/api/metrics/series?service=checkout&bucket=week');
    expect(filters).toEqual([
      { status: 'firing', severity: ['low'], labels: [['a', 'b']], from: NOON },
      { service: 'checkout by day', severity: 'high' },
      { service: 'checkout by week' },
    ]);
    expect((await app.inject('/api/metrics/series?bucket=minute')).json()).toMatchObject({
      errors: [{ path: 'bucket', message: 'must be one of hour, day, week, month' }],
    });
  });
});

describe('paths and bodies', () => {
  test.each(['1042', 'x', `${INCIDENT_ID}0`])('the id %s is a 400', async (id) => {
    const answer = await app.inject(`/api/incidents/${id}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'id', message: 'must be a UUID' }] });
  });

  test.each([
    ['/api/incidents', {}, 'title', 'is missing'],
    ['/api/incidents', { title: '  ' }, 'title', 'must not be blank'],
    [
      '/api/incidents',
      { title: 'x'.repeat(501) },
      'title',
      'must not be longer than 500 characters',
    ],
    ['/api/incidents', { title: 5 }, 'title', 'must be text'],
    [
      '/api/incidents',
      { title: 'x', severity: 'P1' },
      'severity',
      'must be one of critical, high, medium, low',
    ],
    ['/api/incidents', { title: 'x', labels: { a: 1 } }, 'labels.a', 'must be text'],
    ['/api/incidents', { title: 'x', status: 'resolved' }, 'status', 'is not a field here'],
    ['/api/incidents', [], 'body', 'must be a JSON object'],
    [`/api/incidents/${INCIDENT_ID}/notes`, undefined, 'text', 'is missing'],
    [
      `/api/incidents/${INCIDENT_ID}/notes`,
      { text: 'x'.repeat(10_001) },
      'text',
      'must not be longer than 10000 characters',
    ],
    [
      `/api/incidents/${INCIDENT_ID}/acknowledge`,
      { assignee_id: '' },
      'assignee_id',
      'must not be empty',
    ],
    [
      `/api/incidents/${INCIDENT_ID}/acknowledge`,
      { assignee_id: 7 },
      'assignee_id',
      'must be text',
    ],
    [
      `/api/incidents/${INCIDENT_ID}/snooze`,
      { until: 'noon' },
      'until',
      'must be an RFC 3339 time such as 2026-11-23T09:00:00Z',
    ],
    [`/api/incidents/${INCIDENT_ID}/merge`, { into_id: '7' }, 'into_id', 'must be a UUID'],
  ])('POST %s with %j is refused, naming %s', async (url, payload, path, message) => {
    const answer = await app.inject({ method: 'POST', url, ...(payload && { payload }) });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([{ path, message }]);
  });

  test('an edit of nothing is refused', async () => {
    const answer = await app.inject({
      method: 'PATCH',
      url: `/api/incidents/${INCIDENT_ID}`,
      payload: {},
    });
    expect(answer.json()).toMatchObject({
      status: 400,
      errors: [{ path: 'body', message: 'must not be empty' }],
    });
  });

  test('text that the database does not store is mended', async () => {
    const payload = '{"title":"a\\u0000b\\ud800c","labels":{"a":"\\u0000"}}';
    await app.inject({
      method: 'POST',
      url: '/api/incidents',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(created).toMatchObject({ title: 'a\ufffdb\ufffdc', labels: { a: '\ufffd' } });
  });
});

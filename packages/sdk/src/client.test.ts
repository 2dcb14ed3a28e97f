import { expect, test } from '@jest/globals';
import { createKlaxonClient } from './client.ts';

function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const client = createKlaxonClient({
    baseUrl: 'http://klaxon.test',
    fetch: async (request) => {
      requests.push(request);
      return Response.json(body, { status });
    },
  });
  return { client, requests };
}

test('asks for what the types describe', async () => {
  const { client, requests } = answering(200, { incidents: [], total: 0, next_cursor: null });
  const query = {
    status: ['open' as const, 'acknowledged' as const],
    label: ['team=payments'],
    limit: 5,
  };
  const { data } = await client.GET('/api/incidents', { params: { query } });
  expect(data?.total).toBe(0);
  expect(requests.map(({ url }) => url)).toEqual([
    'http://klaxon.test/api/incidents?status=open&status=acknowledged&label=team%3Dpayments&limit=5',
  ]);
});

test('answers problem details as the error', async () => {
  const { client } = answering(409, { status: 409, detail: 'This incident is already resolved.' });
  const params = { path: { id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10' } };
  const { data, error } = await client.POST('/api/incidents/{id}/resolve', { params });
  expect(data).toBeUndefined();
  expect(error?.detail).toBe('This incident is already resolved.');
});

test.each([
  ['nothing at all', new Response(null, { status: 502, headers: { 'content-length': '0' } }), 502],
  ['an empty body', new Response('', { status: 503 }), 503],
  [
    'a page',
    new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
    502,
  ],
])('a proxy that answers with %s is an error too', async (_what, response, status) => {
  const client = createKlaxonClient({ baseUrl: 'http://klaxon.test', fetch: async () => response });
  const { data, error } = await client.GET('/api/teams');
  expect(data).toBeUndefined();
  expect(error).toMatchObject({ status, errors: [] });
  expect(error?.detail).toContain(`HTTP ${status}`);
});

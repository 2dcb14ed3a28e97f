import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { DomainError, type ErrorKind } from '@klaxon/domain';
import { INCIDENT_ID, listen, stubApp, stubUseCases } from './testing/stub-app.ts';

const failing = (error: unknown) =>
  stubApp({
    incidents: {
      queries: {
        ...stubUseCases.incidents.queries,
        get: async () => {
          throw error;
        },
      },
    },
  });

const STATUSES: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'precondition-failed': 412,
  limit: 429,
  unavailable: 503,
};

describe('problem details', () => {
  test.each(Object.entries(STATUSES))(
    '%s is a %i with the words of the error',
    async (kind, status) => {
      const known = Object.keys(STATUSES).find((one): one is ErrorKind => one === kind);
      const error = new DomainError(known ?? 'invalid', 'It went wrong.', [
        { path: 'here', message: 'is wrong' },
      ]);
      const app = await failing(error);
      const answer = await app.inject({
        url: `/api/incidents/${INCIDENT_ID}?trace=1`,
        headers: { 'x-request-id': 'caller-7' },
      });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.json()).toEqual({
        type: `urn:klaxon:problem:${kind}`,
        title: expect.any(String),
        status,
        detail: 'It went wrong.',
        instance: `/api/incidents/${INCIDENT_ID}`,
        errors: [{ path: 'here', message: 'is wrong' }],
        request_id: 'caller-7',
      });
    },
  );

  test.each(['limit', 'unavailable'] as const)('%s says when to come again', async (kind) => {
    const app = await failing(new DomainError(kind, 'Later.'));
    const answer = await app.inject(`/api/incidents/${INCIDENT_ID}`);
    expect(answer.headers['retry-after']).toBe('1');
  });

  test('any other error is a 500 that gives nothing away', async () => {
    const app = await failing(new TypeError('postgres://klaxon:hunter2@db is undefined'));
    const answer = await app.inject(`/api/incidents/${INCIDENT_ID}`);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    expect(answer.json()).toMatchObject({
      type: 'urn:klaxon:problem:internal',
      request_id: 'request-1',
    });
  });

  test.each([
    ['GET', '/api/nothing-here'],
    ['DELETE', `/api/incidents/${INCIDENT_ID}`],
    ['POST', '/'],
  ] as const)('%s %s, which is no route, is a 404', async (method, url) => {
    const app = await stubApp();
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      title: 'Not found',
      detail: `There is nothing at ${method} ${url}.`,
    });
  });

  test('a path that cannot be decoded is a 400', async () => {
    const app = await stubApp();
    const answer = await app.inject('/api/incidents/%ZZ');
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  test('a body that is not JSON is told apart from one that says so wrongly', async () => {
    const app = await stubApp();
    const send = (type: string, payload: string) =>
      app.inject({
        method: 'POST',
        url: '/api/incidents',
        headers: { 'content-type': type },
        payload,
      });
    expect((await send('text/plain', '{}')).json()).toMatchObject({ status: 415 });
    expect((await send('application/json', '{"title"')).json()).toMatchObject({
      status: 400,
      detail: 'The body is not valid JSON.',
    });
    const large = await send(
      'application/json',
      JSON.stringify({ title: 'x'.repeat(1024 * 1024) }),
    );
    expect(large.json()).toMatchObject({
      status: 413,
      detail: expect.stringContaining('1048576 bytes'),
    });
  });

  test('a request id that could not stand in a log line is replaced', async () => {
    const app = await stubApp();
    const ask = (id: string) => app.inject({ url: '/health', headers: { 'x-request-id': id } });
    expect((await ask('abc-1.2:3')).headers['x-request-id']).toBe('abc-1.2:3');
    expect((await ask('a b"c')).headers['x-request-id']).toBe('request-1');
    expect((await ask('x'.repeat(129))).headers['x-request-id']).toBe('request-2');
  });

  test('what arrives after closing began is told to come again', async () => {
    const held = Promise.withResolvers<void>();
    const app = await stubApp({
      incidents: {
        queries: {
          ...stubUseCases.incidents.queries,
          list: async () => {
            await held.promise;
            return { items: [], total: 0, nextCursor: null };
          },
        },
      },
    });
    const socket = connect(await listen(app), '127.0.0.1');
    const request = 'GET /api/incidents HTTP/1.1\r\nhost: klaxon\r\n\r\n';
    socket.write(request);
    await once(app.server, 'request');
    const closing = app.close();
    while (app.server.listening) await setImmediate();
    socket.write(request);
    await once(app.server, 'request');
    held.resolve();
    const answers = await text(socket);
    await closing;
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
    expect(answers).toContain('retry-after: 1');
  });

  test.each([
    ['NONSENSE\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('what is no request at all is answered too', async (sent, status) => {
    const app = await stubApp();
    const socket = connect(await listen(app), '127.0.0.1');
    socket.write(sent);
    const answer = await text(socket);
    await app.close();
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toContain('content-type: application/problem+json');
    expect(answer).toContain(`"status":${status}`);
  });
});

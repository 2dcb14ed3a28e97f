import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import { type IngestInput, makeReceiveReport, type ParsedReport } from '@klaxon/application';
import { DomainError, invalid, type Principal } from '@klaxon/domain';
import { MovableClock } from '@klaxon/testing';
import { listen, stubApp, stubUseCases } from './testing/stub-app.ts';

const url = '/api/webhooks/alertmanager';
const good = await stubUseCases.alerts.sources.alertmanager.parse(Buffer.alloc(0));
const rejection = { source: 'alertmanager', path: 'alerts[1]', reason: 'has no labels', raw: '{}' };
const partly: ParsedReport = {
  ...good,
  rejected: [rejection],
  rejectedAlerts: 7,
};
const refused: ParsedReport = { ...partly, refusal: invalid('alerts', 'is missing') };

async function webhook(parsed: ParsedReport = good, failure?: Error) {
  const bodies: string[] = [];
  const taken: IngestInput[] = [];
  const app = await stubApp({
    alerts: {
      sources: {
        alertmanager: {
          name: 'alertmanager',
          parse: async (body) => {
            bodies.push(body.toString());
            return parsed;
          },
        },
      },
      receiveReport: makeReceiveReport(async (input) => {
        taken.push(input);
        if (failure) throw failure;
      }, new MovableClock()),
    },
  });
  const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { app, post, bodies, taken };
}

describe('the webhook of Alertmanager', () => {
  test('answers ok once the report is taken in', async () => {
    const { post, bodies, taken } = await webhook();
    const answer = await post('{"alerts":[]}');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
    expect(bodies).toEqual(['{"alerts":[]}']);
    expect(taken).toEqual([{ report: good.report, rejected: good.rejected }]);
  });

  test('counts what was taken and what was not, where anything was not', async () => {
    const { post } = await webhook(partly);
    expect((await post('{}')).json()).toEqual({ status: 'ok', accepted: 0, rejected: 7 });
  });

  test('keeps a body that it refuses before it refuses it', async () => {
    const { post, taken } = await webhook(refused);
    const answer = await post('not JSON');
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'alerts', message: 'is missing' }] });
    expect(taken).toEqual([{ report: refused.report, rejected: refused.rejected }]);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'garbage',
    'application/json; charset=utf-8',
  ])('reads a body that calls itself %s', async (type) => {
    const { post, bodies } = await webhook();
    expect((await post('{"alerts":[]}', { 'content-type': type })).statusCode).toBe(200);
    expect(bodies).toEqual(['{"alerts":[]}']);
  });

  test('hands an empty body on like any other', async () => {
    const { app, bodies } = await webhook(refused);
    expect((await app.inject({ method: 'POST', url })).statusCode).toBe(400);
    expect(bodies).toEqual(['']);
  });

  test.each([
    ['unavailable', new DomainError('unavailable', 'The database cannot be reached.')],
    ['limit', new DomainError('limit', 'Too much at once.')],
  ])('answers 503 and never 429 when taking in fails as %s', async (_kind, failure) => {
    const { post } = await webhook(good, failure);
    const answer = await post('{}');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.json()).toMatchObject({
      type: 'urn:klaxon:problem:unavailable',
      detail: failure.message,
    });
  });

  test('answers with what came of a report, however long that takes', async () => {
    let finish = () => {};
    let answered = false;
    const app = await stubApp({
      alerts: {
        receiveReport: makeReceiveReport(
          () =>
            new Promise((resolve) => {
              finish = resolve;
            }),
          new MovableClock(),
        ),
      },
    });
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const asked = app.inject({ method: 'POST', url, payload: '{}' }).then((answer) => {
        answered = true;
        return answer.statusCode;
      });
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(answered).toBe(false);
      finish();
      expect(await asked).toBe(200);
    } finally {
      jest.useRealTimers();
    }
  });

  test('asks to send again what it refuses but could not keep', async () => {
    const { post } = await webhook(refused, new DomainError('unavailable', 'Later.'));
    expect((await post('not JSON')).statusCode).toBe(503);
  });

  test('takes bodies far beyond the limit of other routes', async () => {
    const { post, bodies } = await webhook();
    expect((await post('x'.repeat(3 * 1024 * 1024))).statusCode).toBe(200);
    expect(bodies[0]).toHaveLength(3 * 1024 * 1024);
  });

  test('keeps word of a body over its limit and refuses it', async () => {
    const { post, bodies, taken } = await webhook();
    const answer = await post('{}', { 'content-length': String(64 * 1024 * 1024 + 1) });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ type: 'urn:klaxon:problem:too-large', instance: url });
    expect(bodies).toEqual([]);
    expect(taken).toMatchObject([
      {
        report: { alerts: [] },
        rejected: [
          { source: 'alertmanager', raw: '', reason: expect.stringContaining('67108864') },
        ],
      },
    ]);
  });

  test('is there with a slash at the end too, because a redirect would lose the alert', async () => {
    const { app, taken } = await webhook();
    expect((await app.inject({ method: 'POST', url: `${url}/`, payload: '{}' })).statusCode).toBe(
      200,
    );
    expect(taken).toHaveLength(1);
  });

  test('outlives a sender that goes away in the middle of a body', async () => {
    const { app, bodies } = await webhook();
    const gone = new Promise<void>((resolve) => {
      app.server.on('connection', (socket) => socket.once('close', () => resolve()));
    });
    const socket = connect(await listen(app), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST ${url} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"alerts":`);
    await once(app.server, 'request');
    socket.destroy();
    await gone;
    const answer = await app.inject({ method: 'POST', url, payload: '{}' });
    expect(answer.statusCode).toBe(200);
    expect(bodies).toEqual(['{}']);
    await app.close();
  });
});

describe('whoever reports alerts, which can be of any service,', () => {
  const key = (teamId: string | null): Principal => ({
    kind: 'api-key',
    id: 'key-1',
    name: 'bridge',
    scopes: ['alerts:write'],
    teamId,
    expiresAt: null,
  });
  const person = (role: 'responder' | 'admin'): Principal => ({
    kind: 'user',
    id: 'user-1',
    email: 'ada@example.org',
    name: 'Ada',
    role,
    teamIds: ['own'],
    sessionId: 'session-1',
  });
  const INTEGRATION: Principal = {
    kind: 'integration',
    id: 'integration-1',
    name: 'Prometheus',
    service: null,
    teamId: 'own',
  };

  test.each([
    ['an integration', INTEGRATION, 200],
    ['an API key of all teams', key(null), 200],
    ['an admin', person('admin'), 200],
    ['an API key of a team', key('own'), 403],
    ['a responder', person('responder'), 403],
  ])('is %s: %d', async (_, principal, status) => {
    const taken: IngestInput[] = [];
    const app = await stubApp(
      {
        access: { authenticate: async () => principal },
        alerts: {
          receiveReport: {
            ...makeReceiveReport(async (input) => void taken.push(input), new MovableClock()),
            refused: async () => {},
          },
        },
      },
      { signIn: 'sign-in' },
    );
    const answer = await app.inject({ method: 'POST', url, payload: '{"alerts":[]}' });
    expect(answer.statusCode).toBe(status);
    expect(taken).toHaveLength(status === 200 ? 1 : 0);
  });
});

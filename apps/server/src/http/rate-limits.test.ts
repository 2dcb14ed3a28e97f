import { describe, expect, test } from '@jest/globals';
import type { Credentials } from '@klaxon/application';
import { ANONYMOUS, type Principal, unauthenticated } from '@klaxon/domain';
import type { FastifyInstance } from 'fastify';
import { stubApp } from './testing/stub-app.ts';

const PER_MINUTE = 20;
/** Of what is open to anybody. */
const OPEN = 2;

const key = (id: string): Principal => ({
  kind: 'api-key',
  id,
  name: id,
  scopes: ['incidents:read'],
  teamId: null,
  expiresAt: null,
});

/** An app where the secret of a request is the id of who sent it. */
function limited(): Promise<FastifyInstance> {
  return stubApp(
    {
      access: {
        authenticate: async (shown) => (shown.kind === 'secret' ? key(shown.secret) : ANONYMOUS),
      },
    },
    { rateLimits: { perMinute: PER_MINUTE, redis: null }, trustProxy: true, signIn: 'sign-in' },
  );
}

async function ask(
  app: FastifyInstance,
  times: number,
  url: string,
  headers: Record<string, string> = {},
): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < times; index += 1)
    statuses.push((await app.inject({ url, headers })).statusCode);
  return statuses;
}

describe('a caller', () => {
  test('who asks too much in a minute is told when to come again', async () => {
    const app = await limited();
    const headers = { 'x-api-key': 'busy' };
    const statuses = await ask(app, PER_MINUTE, '/api/incidents', headers);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await app.inject({ url: '/api/incidents', headers });
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ type: 'urn:klaxon:problem:limit', status: 429 });
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  test('is counted for themselves, from wherever they ask', async () => {
    const app = await limited();
    const from = (address: string) => ({ 'x-api-key': 'busy', 'x-forwarded-for': address });
    await ask(app, PER_MINUTE, '/api/incidents', from('192.0.2.1'));
    expect(await ask(app, 1, '/api/incidents', from('192.0.2.2'))).toEqual([429]);
    expect(await ask(app, 1, '/api/incidents', { 'x-api-key': 'other' })).toEqual([200]);
  });

  test('who proves nothing is counted by address, and may ask less of what is open', async () => {
    const app = await limited();
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const statuses = await ask(app, OPEN + 1, '/api/auth/methods', from('192.0.2.1'));
    expect(statuses).toEqual([200, 200, 429]);
    expect(await ask(app, 1, '/api/auth/methods', from('192.0.2.2'))).toEqual([200]);
  });
});

describe('proofs that are none', () => {
  const guessing = () => {
    const authenticate = async (credentials: Credentials) => {
      if (credentials.kind !== 'secret') return ANONYMOUS;
      if (credentials.secret !== 'good') throw unauthenticated('This key is not valid.');
      return key('good');
    };
    const rateLimits = { perMinute: PER_MINUTE, redis: null };
    return stubApp(
      { access: { authenticate } },
      { rateLimits, trustProxy: true, signIn: 'sign-in' },
    );
  };
  const from = (address: string, secret: string) => ({
    'x-api-key': secret,
    'x-forwarded-for': address,
  });

  test('are soon told to come more slowly, and keep nobody out who has a good one', async () => {
    const app = await guessing();
    const statuses: number[] = [];
    for (let index = 0; index < OPEN + 2; index += 1)
      statuses.push(...(await ask(app, 1, '/api/incidents', from('192.0.2.1', `wrong-${index}`))));
    expect(statuses).toEqual([401, 401, 429, 429]);
    expect(await ask(app, 1, '/api/incidents', from('192.0.2.1', 'good'))).toEqual([200]);
    expect(await ask(app, 1, '/api/incidents', from('192.0.2.2', 'wrong'))).toEqual([401]);
  });

  test('are counted for a whole IPv6 network', async () => {
    const app = await guessing();
    for (const address of ['2001:db8::1', '2001:db8::2'])
      await ask(app, 1, '/api/incidents', from(address, 'wrong'));
    expect(await ask(app, 1, '/api/incidents', from('2001:db8::3', 'wrong'))).toEqual([429]);
  });

  test('of Alertmanager are never a 429, which it does not try again', async () => {
    const app = await guessing();
    await ask(app, OPEN + 3, '/api/incidents', from('192.0.2.1', 'wrong'));
    const url = '/api/webhooks/alertmanager';
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: from('192.0.2.1', 'wrong'),
      payload: '{}',
    });
    expect(answer.statusCode).toBe(401);
  });
});

test('alerts, probes and pages are never refused for their number', async () => {
  const app = await limited();
  for (const url of ['/health', '/', '/docs/']) {
    const statuses = await ask(app, PER_MINUTE + 5, url, { 'x-api-key': 'busy' });
    expect([url, statuses.includes(429)]).toEqual([url, false]);
  }
  for (let index = 0; index < PER_MINUTE + 5; index += 1) {
    const url = '/api/webhooks/alertmanager';
    const answer = await app.inject({ method: 'POST', url, payload: '{"alerts":[]}' });
    expect(answer.statusCode).not.toBe(429);
  }
});

test('with RATE_LIMIT=0 nobody is counted', async () => {
  const app = await stubApp({}, { rateLimits: { perMinute: 0, redis: null } });
  expect(new Set(await ask(app, 100, '/api/auth/methods'))).toEqual(new Set([200]));
});

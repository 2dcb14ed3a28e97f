import { describe, expect, test } from '@jest/globals';
import { TEST_SERVICE, type WantedTestAlert } from '@klaxon/application';
import { actorOf, LOCAL, type Principal } from '@klaxon/domain';
import { INCIDENT_ID, openIncident, recording, stubApp, stubUseCases } from './testing/stub-app.ts';

async function appWith() {
  const sending = recording<WantedTestAlert, typeof openIncident>(openIncident);
  const app = await stubApp({ alerts: { sendTestAlert: sending.ask } });
  const send = (payload?: object) =>
    app.inject({ method: 'POST', url: '/api/test-alerts', ...(payload && { payload }) });
  return { send, requests: sending.requests };
}

describe('a test alert', () => {
  test('is answered with the incident that it came to', async () => {
    const { send, requests } = await appWith();
    const answer = await send({ service: 'checkout', severity: 'high' });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe(`/api/incidents/${INCIDENT_ID}`);
    expect(answer.json()).toEqual({ incident_id: INCIDENT_ID, number: 1042 });
    expect(requests).toEqual([{ actor: actorOf(LOCAL), service: 'checkout', severity: 'high' }]);
  });

  test('needs no body', async () => {
    const { send, requests } = await appWith();
    expect((await send()).statusCode).toBe(201);
    expect(requests).toEqual([{ actor: actorOf(LOCAL) }]);
  });

  test.each([
    { service: '' },
    { service: 'x'.repeat(256) },
    { severity: 'urgent' },
    { service: 7 },
    { surprise: 1 },
  ])('is refused with %j', async (payload) => {
    const { send, requests } = await appWith();
    expect((await send(payload)).statusCode).toBe(400);
    expect(requests).toEqual([]);
  });
});

describe('a test alert of a service', () => {
  const OWNERS: Readonly<Record<string, string>> = { checkout: 'own', payments: 'other' };
  const key = (teamId: string | null): Principal => ({
    kind: 'api-key',
    id: 'key-1',
    name: 'deploys',
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
  const OF_OWN = { checkout: 201, payments: 403, search: 201 };
  const OF_ALL = { checkout: 201, payments: 201, search: 201 };

  test.each([
    ['a responder', person('responder'), OF_OWN],
    ['an admin', person('admin'), OF_ALL],
    ['the key of a team', key('own'), OF_OWN],
    ['a key of all teams', key(null), OF_ALL],
  ])('is for %s as its incidents are', async (_, principal, wanted) => {
    const sending = recording<WantedTestAlert, typeof openIncident>(openIncident);
    const service = async (name: string) => ({ teamId: OWNERS[name] ?? null });
    const owners = { ...stubUseCases.access.owners, service };
    const app = await stubApp(
      {
        alerts: { sendTestAlert: sending.ask },
        access: { authenticate: async () => principal, owners },
      },
      { signIn: 'sign-in' },
    );
    const seen: Record<string, number> = {};
    for (const name of Object.keys(wanted)) {
      const payload = { service: name, severity: 'critical' };
      const answer = await app.inject({ method: 'POST', url: '/api/test-alerts', payload });
      seen[name] = answer.statusCode;
    }
    expect(seen).toEqual(wanted);
    const sent = sending.requests.map((request) => request.service);
    expect(sent).toEqual(Object.keys(wanted).filter((name) => seen[name] === 201));
  });

  test('that names none belongs to whoever has the service of test alerts', async () => {
    const owners = {
      ...stubUseCases.access.owners,
      service: async (name: string) => ({ teamId: name === TEST_SERVICE ? 'other' : null }),
    };
    const authenticate = async () => person('responder');
    const app = await stubApp({ access: { authenticate, owners } }, { signIn: 'sign-in' });
    const answer = await app.inject({ method: 'POST', url: '/api/test-alerts' });
    expect(answer.statusCode).toBe(403);
  });
});

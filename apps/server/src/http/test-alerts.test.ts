import { describe, expect, test } from '@jest/globals';
import type { WantedTestAlert } from '@klaxon/application';
import { INCIDENT_ID, openIncident, recording, stubApp } from './testing/stub-app.ts';

async function appWith() {
  const sending = recording<WantedTestAlert, typeof openIncident>(openIncident);
  const app = await stubApp({ sendTestAlert: sending.ask });
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
    const actor = { kind: 'person', id: 'local' };
    expect(requests).toEqual([{ actor, service: 'checkout', severity: 'high' }]);
  });

  test('needs no body', async () => {
    const { send, requests } = await appWith();
    expect((await send()).statusCode).toBe(201);
    expect(requests).toEqual([{ actor: { kind: 'person', id: 'local' } }]);
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

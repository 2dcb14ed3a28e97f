import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import { type SmtpDouble, smtpDouble } from '@klaxon/testing';
import { Agent, request } from 'undici';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';

let database: TestDatabase;
let mailbox: SmtpDouble;
let server: KlaxonProcess;

beforeEach(async () => {
  database = await createTestDatabase();
  mailbox = await smtpDouble();
  server = await startKlaxon({
    DATABASE_URL: database.url,
    EMAIL_SMTP_HOST: '127.0.0.1',
    EMAIL_SMTP_PORT: String(mailbox.port),
    EMAIL_FROM: 'klaxon@example.test',
    EMAIL_TO: 'oncall@example.test',
  });
});

afterEach(async () => {
  await server?.end('SIGTERM');
  await mailbox?.close();
  await database?.drop();
});

function payload(service: string, count: number): string {
  const alerts = Array.from({ length: count }, (_, index) => ({
    status: 'firing',
    labels: {
      alertname: 'PodCrashLooping',
      service,
      cluster: 'prod-eu-1',
      namespace: 'shop',
      pod: `${service}-7d9f-${index}`,
      job: 'kube-state-metrics',
      severity: 'critical',
    },
    annotations: {
      summary: `Pod ${service}-7d9f-${index} is crash looping.`,
      description: `Pod ${service}-7d9f-${index} is in waiting state on cluster prod-eu-1.`,
      runbook_url: 'https://runbooks.example.test/PodCrashLooping',
    },
    startsAt: '2026-11-23T09:46:44.929Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example.test:9090/graph?g0.expr=up+%3D%3D+0&g0.tab=1',
  }));
  return JSON.stringify({
    version: '4',
    groupKey: `{}:{service="${service}"}`,
    status: 'firing',
    alerts,
  });
}

test('50,000 alerts of one group in one payload are one incident and one message', async () => {
  const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
  const answer = await fetch(`${server.url}/api/webhooks/alertmanager`, {
    method: 'POST',
    body: payload('shop', 50_000),
  });
  expect(answer.status).toBe(200);

  const { data } = await klaxon.GET('/api/incidents', { params: { query: {} } });
  expect(data).toMatchObject({
    total: 1,
    incidents: [{ alert_count: 50_000, firing_alert_count: 50_000 }],
  });
  await eventually(() => (mailbox.mails.length > 0 ? true : null));
  const { data: timeline } = await klaxon.GET('/api/incidents/{id}/timeline', {
    params: { path: { id: data?.incidents[0]?.id ?? '' } },
  });
  expect(timeline?.events.filter(({ type }) => type === 'opened')).toHaveLength(1);
  expect(mailbox.mails).toHaveLength(1);
});

test('5,000 groups that arrive as 5,000 requests at once are all taken, or sent back to be repeated', async () => {
  const dispatcher = new Agent({ connections: 5_000, headersTimeout: 0, bodyTimeout: 0 });
  // A connection that the system did not take is repeated by Alertmanager just as a 503 is.
  const send = (group: number): Promise<number> =>
    post(group).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') return 503;
      throw error;
    });
  const post = async (group: number): Promise<number> => {
    const { statusCode, body } = await request(`${server.url}/api/webhooks/alertmanager`, {
      method: 'POST',
      body: payload(`service-${group}`, 1),
      dispatcher,
    });
    await body.dump();
    return statusCode;
  };
  try {
    let waiting = Array.from({ length: 5_000 }, (_, group) => group);
    // Alertmanager repeats a 503 until it is taken.
    for (let round = 0; waiting.length > 0 && round < 20; round += 1) {
      const answers = await Promise.all(
        waiting.map(async (group) => ({ group, status: await send(group) })),
      );
      expect(
        [...new Set(answers.map(({ status }) => status))].filter(
          (status) => ![200, 503].includes(status),
        ),
      ).toEqual([]);
      waiting = answers.filter(({ status }) => status === 503).map(({ group }) => group);
    }
    const klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
    const { data } = await klaxon.GET('/api/incidents', { params: { query: { limit: 1 } } });
    expect(data?.total).toBe(5_000);
  } finally {
    await dispatcher.destroy();
  }
});

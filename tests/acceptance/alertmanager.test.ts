import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import { type SmtpDouble, smtpDouble } from '@klaxon/testing';
import {
  type AlertmanagerProcess,
  findAlertmanager,
  startAlertmanager,
} from '../support/alertmanager-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';

const program = findAlertmanager();
const withAlertmanager = program === null ? describe.skip : describe;
if (program === null)
  console.warn(
    'Skipped: there is no Alertmanager here. On Debian: apt-get install prometheus-alertmanager',
  );

withAlertmanager('a real Alertmanager, the real server and a real SMTP server', () => {
  let database: TestDatabase;
  let mailbox: SmtpDouble;
  let server: KlaxonProcess;
  let alertmanager: AlertmanagerProcess;
  let klaxon: KlaxonClient;

  beforeAll(async () => {
    database = await createTestDatabase();
    mailbox = await smtpDouble();
    server = await startKlaxon({
      DATABASE_URL: database.url,
      EMAIL_SMTP_HOST: '127.0.0.1',
      EMAIL_SMTP_PORT: String(mailbox.port),
      EMAIL_FROM: 'klaxon@example.test',
      EMAIL_TO: 'oncall@example.test',
    });
    alertmanager = await startAlertmanager(
      program ?? '',
      `${server.url}/api/webhooks/alertmanager`,
    );
    klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
  });

  afterAll(async () => {
    await alertmanager?.stop();
    await server?.end('SIGTERM');
    await mailbox?.close();
    await database?.drop();
  });

  /** The one incident of a service, once it looks as wanted. */
  function incidentOf(service: string, status: 'open' | 'acknowledged' | 'resolved') {
    return eventually(async () => {
      const { data } = await klaxon.GET('/api/incidents', { params: { query: { service } } });
      const [incident] = data?.incidents ?? [];
      return incident?.status === status ? incident : null;
    });
  }

  function mailAbout(headline: string, number: number) {
    return eventually(
      () =>
        mailbox.mails.find(({ raw }) => raw.includes(headline) && raw.includes(`#${number}`)) ??
        null,
    );
  }

  test('alerts become an incident that a person acknowledges and that ends with its alerts', async () => {
    const down = (instance: string) => ({
      labels: { alertname: 'InstanceDown', service: 'checkout', instance, severity: 'critical' },
      annotations: { summary: 'Checkout is down' },
    });
    await alertmanager.post([down('a'), down('b')]);

    const open = await incidentOf('checkout', 'open');
    expect(open).toMatchObject({ title: 'Checkout is down', severity: 'critical', alert_count: 2 });
    expect(await mailAbout('New Incident Created', open.number)).toMatchObject({
      to: ['oncall@example.test'],
    });

    const path = { id: open.id };
    const { data: acknowledged } = await klaxon.POST('/api/incidents/{id}/acknowledge', {
      params: { path },
      body: { assignee_id: 'eva' },
    });
    expect(acknowledged).toMatchObject({ status: 'acknowledged', assignee_id: 'eva' });
    await mailAbout('Incident Acknowledged', open.number);

    const endsAt = new Date().toISOString();
    await alertmanager.post([
      { ...down('a'), endsAt },
      { ...down('b'), endsAt },
    ]);
    const resolved = await incidentOf('checkout', 'resolved');
    expect(resolved).toMatchObject({ resolution: 'alerts', acknowledged_by: 'eva' });
    await mailAbout('Incident Resolved', open.number);

    const { data: timeline } = await klaxon.GET('/api/incidents/{id}/timeline', {
      params: { path },
    });
    const types = timeline?.events.map(({ type }) => type) ?? [];
    expect(types).toEqual(['opened', 'acknowledged', 'alerts_resolved', 'resolved']);
    const { data: metrics } = await klaxon.GET('/api/metrics', {
      params: { query: { service: 'checkout' } },
    });
    expect(metrics).toMatchObject({ total_incidents: 1, resolved_incidents: 1 });
    expect(metrics?.mtta_seconds).toBeGreaterThan(0);
    expect(metrics?.mttr_seconds).toBeGreaterThan(metrics?.mtta_seconds ?? Number.NaN);
  });

  test('hostile labels arrive as they are', async () => {
    const labels = {
      alertname: '<script>alert(1)</script>',
      service: '__proto__',
      note: 'Überlast 🔥 \u202eevil',
      severity: 'P1',
    };
    await alertmanager.post([{ labels }]);
    const incident = await incidentOf('__proto__', 'open');
    expect(incident).toMatchObject({ severity: 'high', labels });
  });
});

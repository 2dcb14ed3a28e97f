import { describe, expect, test } from '@jest/globals';
import { DomainError, HOUR, type IncomingAlert, MINUTE, SECOND } from '@klaxon/domain';
import { ALICE, alertReport, incomingAlert, makeStage, resolvedAlert } from '@klaxon/testing';
import { makeAcknowledgeIncident } from '../incidents/acknowledge-incident.ts';
import { makeMergeIncidents } from '../incidents/merge-incidents.ts';
import { makeResolveIncident } from '../incidents/resolve-incident.ts';
import { makeIngestAlerts } from './ingest-alerts.ts';

const alert = incomingAlert();
const again = (of: IncomingAlert, startsAt: number): IncomingAlert => ({ ...of, startsAt });

describe('an alert that fires time and again', () => {
  const PAGE = { limit: 10, offset: 0, cursor: null };

  test('is there in each of its incidents as it was then', async () => {
    const { ingest, incidents, database, clock } = makeStage();
    const occurrences = [1, 2, 3, 4, 5].map((nth) =>
      incomingAlert({
        startsAt: clock.now() + nth * HOUR,
        annotations: { summary: `Latency is high, for the ${nth}. time` },
        generatorUrl: `http://prometheus.test/graph?nth=${nth}`,
      }),
    );
    for (const occurrence of occurrences) {
      clock.advance(HOUR);
      await ingest(alertReport([occurrence]));
      clock.advance(MINUTE);
      await ingest(alertReport([resolvedAlert(occurrence)]));
    }
    expect(incidents()).toHaveLength(5);
    for (const [nth, { id }] of incidents().entries()) {
      const occurrence = occurrences[nth] ?? alert;
      const { alerts, alertIds } = await database.incidentQueries.get(id);
      const { items } = await database.incidentQueries.alerts(id, {}, PAGE);
      expect(items).toMatchObject([
        { ...resolvedAlert(occurrence), id: alertIds[0], latest: nth === 4 },
      ]);
      expect(alerts).toBe(1);
    }
  });

  test('and moves on while it fires is over in the incident that it leaves', async () => {
    const { ingest, incidents, database, clock, tools } = makeStage();
    await ingest(alertReport([alert]));
    const [first] = incidents();
    const by = { incidentId: first?.id ?? '', actor: ALICE };
    await makeResolveIncident(tools)(by);
    clock.advance(MINUTE);
    await ingest(alertReport([again(alert, clock.now())]));
    expect(database.alerts).toMatchObject([
      { incidentId: first?.id, latest: false, status: 'resolved', endsAt: clock.now() },
      { incidentId: incidents()[1]?.id, latest: true, status: 'firing', endsAt: null },
    ]);
  });
});

describe('two sources that know an alert by one fingerprint', () => {
  const ofGrafana = (alerts: readonly IncomingAlert[]) =>
    alertReport(alerts, { source: 'grafana' });

  test('mean two alerts, each of which ends by itself', async () => {
    const { ingest, incidents, database } = makeStage();
    await ingest(alertReport([alert]), ofGrafana([alert]));
    expect(database.alerts.map(({ source }) => source)).toEqual(['alertmanager', 'grafana']);
    await ingest(alertReport([resolvedAlert(alert)]));
    expect(database.alerts.map(({ status }) => status)).toEqual(['resolved', 'firing']);
    expect(incidents()).toMatchObject([{ status: 'open' }]);
    await ingest(ofGrafana([resolvedAlert(alert)]));
    expect(incidents()).toMatchObject([{ status: 'resolved' }]);
  });

  test('end each their own where one says that a whole group is over', async () => {
    const { ingest, database } = makeStage();
    await ingest(alertReport([alert]), ofGrafana([alert]));
    await ingest({ ...ofGrafana([]), status: 'resolved' });
    expect(database.alerts.map(({ status }) => status)).toEqual(['firing', 'resolved']);
  });
});

describe('an alert that fires', () => {
  test('opens an incident and tells people, in the same transaction', async () => {
    const { ingest, incidents, database, story, clock } = makeStage();
    await ingest(alertReport([alert]));
    const [incident] = incidents();
    expect(incident).toMatchObject({
      status: 'open',
      severity: 'high',
      groupKey: 'service=api',
      number: 1,
    });
    expect(story(incident)).toEqual(['opened']);
    const eventIds = database.eventsOf(incident?.id ?? '').map((event) => event.id);
    expect(database.jobs).toEqual([
      { name: 'announce_events', payload: { eventIds }, dueAt: clock.now() },
    ]);
  });

  test('joins the unresolved incident of its group, without another message', async () => {
    const { ingest, incidents, database, story } = makeStage();
    await ingest(alertReport([alert]), alertReport([incomingAlert({ labels: { instance: 'b' } })]));
    expect(incidents()).toHaveLength(1);
    expect(story(incidents()[0])).toEqual(['opened', 'alerts_joined']);
    expect(database.jobs).toHaveLength(1);
  });

  test('and is repeated changes nothing and notifies nobody', async () => {
    const { ingest, incidents, database, clock } = makeStage();
    await ingest(alertReport([alert]));
    const [jobs, alerts] = [database.jobs, database.alerts];
    clock.advance(30 * SECOND);
    await ingest(alertReport([alert]), alertReport([alert]));
    expect(database.jobs).toEqual(jobs);
    expect(database.alerts).toEqual(alerts);
    expect(incidents()[0]?.version).toBe(1);
  });

  test('is noted as heard of at most once a minute', async () => {
    const { ingest, database, clock } = makeStage();
    await ingest(alertReport([alert]));
    clock.advance(MINUTE);
    await ingest(alertReport([alert]));
    expect(database.alerts[0]?.lastSeenAt).toBe(clock.now());
  });

  test('raises the severity of its incident, and a milder one does not lower it', async () => {
    const { ingest, incidents, story } = makeStage();
    const worse = incomingAlert({ labels: { instance: 'b', severity: 'critical' } });
    const milder = incomingAlert({ labels: { instance: 'c', severity: 'low' } });
    await ingest(
      alertReport([alert]),
      alertReport([worse]),
      alertReport([milder]),
      alertReport([resolvedAlert(worse), alert]),
    );
    expect(incidents()[0]).toMatchObject({ severity: 'critical', status: 'open' });
    expect(story(incidents()[0]).filter((type) => type === 'severity_changed')).toHaveLength(1);
  });

  test('and joins an acknowledged incident tells its assignee, bundled, at most once a minute', async () => {
    const { ingest, incidents, database, clock, tools } = makeStage();
    await ingest(alertReport([alert]));
    const incidentId = incidents()[0]?.id ?? '';
    await makeAcknowledgeIncident(tools)({ incidentId, actor: ALICE, assigneeId: null });
    const acknowledgedAt = clock.now();
    for (const instance of ['b', 'c', 'd']) {
      await ingest(alertReport([incomingAlert({ labels: { instance } })]));
      clock.advance(SECOND);
    }
    const growth = database.jobs.filter((job) => job.key !== undefined);
    expect(growth).toMatchObject([
      { name: 'announce_events', dueAt: acknowledgedAt + MINUTE, key: `growth:${incidentId}` },
    ]);
    expect(incidents()[0]?.status).toBe('acknowledged');
  });
});

describe('an alert that resolves', () => {
  test('resolves its incident with the last of its alerts', async () => {
    const { ingest, incidents, story } = makeStage();
    const other = incomingAlert({ labels: { instance: 'b' } });
    await ingest(alertReport([alert, other]), alertReport([resolvedAlert(alert), other]));
    expect(incidents()[0]?.status).toBe('open');
    await ingest(alertReport([resolvedAlert(other)]));
    expect(incidents()[0]).toMatchObject({
      status: 'resolved',
      resolution: 'alerts',
      acknowledgedBy: null,
    });
    expect(story(incidents()[0])).toEqual([
      'opened',
      'alerts_resolved',
      'alerts_resolved',
      'resolved',
    ]);
  });

  test('leaves its incident to people where AUTO_RESOLVE is off', async () => {
    const { ingest, incidents, story } = makeStage({ autoResolve: false });
    await ingest(alertReport([alert]), alertReport([resolvedAlert(alert)]));
    expect(incidents()[0]?.status).toBe('open');
    expect(story(incidents()[0])).toEqual(['opened', 'alerts_resolved']);
  });

  test('and was never seen to fire is stored and makes no incident', async () => {
    const { ingest, incidents, database } = makeStage();
    await ingest(alertReport([resolvedAlert(alert)]));
    expect(incidents()).toEqual([]);
    expect(database.alerts).toMatchObject([{ status: 'resolved', incidentId: null }]);
  });

  test('resolves an acknowledged incident too, and keeps who acknowledged it', async () => {
    const { ingest, incidents, tools } = makeStage();
    await ingest(alertReport([alert]));
    const incidentId = incidents()[0]?.id ?? '';
    await makeAcknowledgeIncident(tools)({ incidentId, actor: ALICE, assigneeId: null });
    await ingest(alertReport([resolvedAlert(alert)]));
    expect(incidents()[0]).toMatchObject({
      status: 'resolved',
      resolution: 'alerts',
      acknowledgedBy: 'alice',
    });
  });

  test('as a group resolves the alerts that the payload left out', async () => {
    const { ingest, incidents, database } = makeStage();
    const many = Array.from({ length: 25 }, (_, index) =>
      incomingAlert({ labels: { instance: `host-${index}` } }),
    );
    await ingest(
      alertReport(many),
      alertReport(many.slice(0, 10).map((one) => resolvedAlert(one))),
    );
    expect(database.alerts.filter(({ status }) => status === 'firing')).toEqual([]);
    expect(incidents()[0]?.status).toBe('resolved');
  });
});

describe('an alert that is absent from a payload', () => {
  test('is not taken as resolved', async () => {
    const { ingest, database, incidents } = makeStage();
    const silenced = incomingAlert({ labels: { instance: 'b' } });
    await ingest(alertReport([alert, silenced]), alertReport([alert]));
    expect(database.alerts.map(({ status }) => status)).toEqual(['firing', 'firing']);
    expect(incidents()[0]?.status).toBe('open');
  });
});

describe('an alert that fires again after its incident resolved itself', () => {
  async function resolved() {
    const stage = makeStage();
    await stage.ingest(alertReport([alert]), alertReport([resolvedAlert(alert)]));
    return { ...stage, resolvedAt: stage.clock.now() };
  }

  test('with a new start within FLAP_WINDOW reopens it', async () => {
    const { ingest, incidents, clock, resolvedAt, story } = await resolved();
    clock.advance(5 * MINUTE);
    await ingest(alertReport([again(alert, resolvedAt + 5 * MINUTE)]));
    expect(incidents()).toMatchObject([{ status: 'open' }]);
    expect(story(incidents()[0]).slice(-2)).toEqual(['reopened', 'alerts_returned']);
  });

  test('with a new start later makes a new incident', async () => {
    const { ingest, incidents, clock, resolvedAt } = await resolved();
    clock.advance(5 * MINUTE + 1);
    await ingest(alertReport([again(alert, resolvedAt + 5 * MINUTE + 1)]));
    expect(incidents().map(({ status }) => status)).toEqual(['resolved', 'open']);
  });

  test('the same occurrence within 60 s is recorded as unconfirmed and wakes nobody', async () => {
    const { ingest, incidents, clock, database } = await resolved();
    clock.advance(10 * SECOND);
    const told = database.jobs.filter((job) => job.name === 'announce_events').length;
    await ingest(alertReport([alert]));
    expect(incidents()[0]?.status).toBe('resolved');
    expect(database.alerts).toMatchObject([{ status: 'resolved', unconfirmedSince: clock.now() }]);
    expect(database.jobs.filter((job) => job.name === 'announce_events')).toHaveLength(told);
    expect(database.jobs).toContainEqual(
      expect.objectContaining({ name: 'settle_alerts', dueAt: clock.now() + MINUTE }),
    );
  });

  test('the stale copy of an HA peer between two resolutions leaves it resolved for good', async () => {
    const { ingest, incidents, clock, database } = await resolved();
    clock.advance(10 * SECOND);
    await ingest(alertReport([alert]));
    clock.advance(15 * SECOND);
    await ingest(alertReport([resolvedAlert(alert)]));
    clock.advance(5 * MINUTE);
    expect(incidents()[0]?.status).toBe('resolved');
    expect(database.alerts).toMatchObject([{ status: 'resolved', unconfirmedSince: null }]);
  });

  test('the same occurrence, still said to fire 60 s on, reopens it', async () => {
    const { ingest, incidents, clock } = await resolved();
    clock.advance(10 * SECOND);
    await ingest(alertReport([alert]));
    clock.advance(MINUTE);
    await ingest(alertReport([alert]));
    expect(incidents()).toMatchObject([{ status: 'open' }]);
  });

  test('the same occurrence much later is real and reopens it: Prometheus came back', async () => {
    const { ingest, incidents, clock } = await resolved();
    clock.advance(3 * HOUR);
    await ingest(alertReport([alert]));
    expect(incidents()).toMatchObject([{ status: 'open' }]);
  });

  test('brings the group’s new alerts into the incident that it reopens', async () => {
    const { ingest, incidents, clock, resolvedAt, database } = await resolved();
    clock.advance(MINUTE);
    const fresh = incomingAlert({ labels: { instance: 'b' }, startsAt: clock.now() });
    await ingest(alertReport([fresh, again(alert, resolvedAt + MINUTE)]));
    expect(incidents()).toHaveLength(1);
    expect(new Set(database.alerts.map(({ incidentId }) => incidentId)).size).toBe(1);
  });
});

describe('an alert that fires on after a person resolved its incident', () => {
  async function resolved() {
    const stage = makeStage();
    await stage.ingest(alertReport([alert]));
    stage.clock.advance(MINUTE);
    const incidentId = stage.incidents()[0]?.id ?? '';
    await makeResolveIncident(stage.tools)({ incidentId, actor: ALICE });
    return stage;
  }

  test('stays quiet for an hour, then reopens it', async () => {
    const { ingest, incidents, clock, database, story } = await resolved();
    clock.advance(HOUR - 1);
    const jobs = database.jobs.length;
    await ingest(alertReport([alert]));
    expect(incidents()).toMatchObject([{ status: 'resolved', resolution: 'person' }]);
    expect(database.jobs).toHaveLength(jobs);
    clock.advance(1);
    await ingest(alertReport([alert]));
    expect(incidents()).toMatchObject([{ status: 'open' }]);
    expect(story(incidents()[0]).slice(-2)).toEqual(['reopened', 'alerts_returned']);
  });

  test('stays quiet for the hour when the same occurrence ends in between and comes back', async () => {
    const { ingest, incidents, clock, database } = await resolved();
    clock.advance(MINUTE);
    await ingest(alertReport([resolvedAlert(alert)]));
    clock.advance(5 * MINUTE);
    const jobs = database.jobs.length;
    await ingest(alertReport([alert]));
    expect(database.alerts).toMatchObject([{ status: 'firing' }]);
    expect(incidents()).toMatchObject([{ status: 'resolved', resolution: 'person' }]);
    expect(database.jobs).toHaveLength(jobs);
    clock.advance(HOUR);
    await ingest(alertReport([alert]));
    expect(incidents()).toMatchObject([{ status: 'open' }]);
  });

  test('makes a new incident with a new start', async () => {
    const { ingest, incidents, clock } = await resolved();
    clock.advance(MINUTE);
    await ingest(alertReport([again(alert, clock.now())]));
    expect(incidents().map(({ status }) => status)).toEqual(['resolved', 'open']);
  });

  test('may end without a word', async () => {
    const { ingest, incidents, database } = await resolved();
    const jobs = database.jobs.length;
    await ingest(alertReport([resolvedAlert(alert)]));
    expect(incidents()).toMatchObject([{ status: 'resolved', resolution: 'person' }]);
    expect(database.jobs).toHaveLength(jobs);
  });
});

test('alerts of a group that was merged go on in the other incident', async () => {
  const { ingest, incidents, tools } = makeStage();
  await ingest(
    alertReport([alert]),
    alertReport([incomingAlert({ labels: { service: 'gateway' } })]),
  );
  const [source, target] = incidents().map(({ id }) => id);
  await makeMergeIncidents(tools)({ incidentId: source ?? '', intoId: target ?? '', actor: ALICE });
  await ingest(alertReport([incomingAlert({ labels: { instance: 'new' } })]));
  expect(incidents().map(({ status }) => status)).toEqual(['resolved', 'open']);
});

describe('taking in', () => {
  const rejected = {
    source: 'alertmanager',
    path: 'alerts[1].labels',
    reason: 'is no object',
    raw: '{}',
  };

  test('keeps what could not be read, dated and with its reason, beside the good', async () => {
    const { database, planning, clock } = makeStage();
    const ingestAlerts = makeIngestAlerts(database.ingestStore, planning);
    await ingestAlerts({ report: alertReport([alert]), rejected: [rejected] });
    const kept = await database.alertQueries.rejected({ limit: 10, offset: 0, cursor: null });
    expect(kept.items).toMatchObject([{ ...rejected, receivedAt: clock.now() }]);
    expect(database.alerts).toHaveLength(1);
  });

  test('reports of the same alerts at the same instant make one incident', async () => {
    const { database, planning, incidents } = makeStage();
    const replicas = [1, 2].map(() => makeIngestAlerts(database.ingestStore, planning));
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        replicas[index % 2]?.({
          report: alertReport([alert, incomingAlert({ labels: { instance: `${index % 5}` } })]),
          rejected: [],
        }),
      ),
    );
    expect(incidents()).toHaveLength(1);
    expect(database.alerts).toHaveLength(6);
  });

  test('fails as unavailable while the store is away, and leaves nothing', async () => {
    const { database, planning, incidents } = makeStage();
    const ingestAlerts = makeIngestAlerts(database.ingestStore, planning);
    database.outage = new DomainError('unavailable', 'The database cannot be reached.');
    await expect(
      ingestAlerts({ report: alertReport([alert]), rejected: [rejected] }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    database.outage = null;
    expect(incidents()).toEqual([]);
    await ingestAlerts({ report: alertReport([alert]), rejected: [] });
    expect(incidents()).toHaveLength(1);
  });
});

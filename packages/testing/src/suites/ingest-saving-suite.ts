import { expect, test } from '@jest/globals';
import {
  HOUR,
  type IngestPlan,
  MINUTE,
  namedActor,
  type RejectedAlert,
  rebuildAlerts,
  resolve,
} from '@klaxon/domain';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert, resolvedAlert } from '../builders/incoming-alert.ts';
import { ALICE } from '../builders/people.ts';
import { serviceRecord, teamRecord } from '../builders/user-record.ts';
import { withoutAlerts } from '../in-memory/queries.ts';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';
import { fingerprints, makeIngestTools, named } from './ingest-suite-tools.ts';
import { FIRST_PAGE, type SuiteTools } from './store-subject.ts';

const EMPTY_PLAN: IngestPlan = {
  newAlerts: [],
  changedAlerts: [],
  newIncidents: [],
  changedIncidents: [],
  events: [],
  settleAt: null,
};

/** What saving a plan writes, and what it refuses. */
export function testSaving(tools: () => SuiteTools): void {
  const { run, load, openedFor, change } = makeIngestTools(tools);

  test('a plan is saved with its events, its rejected alerts and its jobs', async () => {
    const { subject, ids, clock } = tools();
    const rejected: RejectedAlert = {
      id: ids.next(),
      receivedAt: clock.now(),
      source: 'alertmanager',
      path: 'alerts[3].startsAt',
      reason: 'is not a time',
      raw: '{"startsAt":"yesterday"}',
    };
    await run((tx) =>
      tx.save(
        EMPTY_PLAN,
        [rejected],
        [{ name: 'settle_alerts', payload: {}, after: MINUTE, key: 'settle:1' }],
        [],
      ),
    );
    expect((await subject.alertQueries.rejected(FIRST_PAGE)).items).toEqual([rejected]);
    expect(await subject.waitingJobs()).toMatchObject([{ name: 'settle_alerts', key: 'settle:1' }]);
    const { events } = await tools().ingest(alertReport());
    const eventIds = events.map((event) => event.id);
    expect((await subject.incidentQueries.events(eventIds)).map(({ event }) => event)).toEqual(
      events.map(withoutAlerts),
    );
    expect(await subject.waitingJobs()).toContainEqual(
      expect.objectContaining({ name: 'announce_events', payload: { eventIds } }),
    );
  });

  test('of the rejected alerts the old are forgotten, and of the others all but the newest', async () => {
    const { subject, ids, clock } = tools();
    const from = clock.now();
    const rejected = [0, 1, 2, 3, 4].map((at) => ({
      id: ids.next(),
      receivedAt: from + at,
      source: 's',
      path: `alerts[${at}]`,
      reason: 'r',
      raw: '',
    }));
    await run((tx) => tx.save(EMPTY_PLAN, rejected, [], []));
    const forget = (wanted: { before: number; keep: number; limit: number }) =>
      subject.unitOfWork.run((tx) => tx.alerts.deleteRejected(wanted));
    const left = async () =>
      (await subject.alertQueries.rejected(FIRST_PAGE)).items.map(({ path }) => path);
    expect(await forget({ before: from, keep: 5, limit: 10 })).toBe(0);
    expect(await forget({ before: from + 1, keep: 5, limit: 10 })).toBe(1);
    expect(await forget({ before: from, keep: 2, limit: 1 })).toBe(1);
    expect(await forget({ before: from, keep: 2, limit: 1 })).toBe(1);
    expect(await left()).toEqual(['alerts[4]', 'alerts[3]']);
  });

  test('the leading alert is the first that fires, else the first', async () => {
    const { subject, ingest } = tools();
    const alerts = ['a', 'b'].map((instance) => incomingAlert({ labels: { instance } }));
    const [first, second] = alerts.map((alert) => alert.fingerprint);
    const { newIncidents } = await ingest(alertReport(alerts.slice(0, 1)));
    const id = newIncidents[0]?.id ?? '';
    const leading = async () => (await subject.incidentQueries.leadingAlert(id))?.fingerprint;
    await ingest(alertReport(alerts));
    expect(await leading()).toBe(first);
    await ingest(
      alertReport(alerts.map((alert, index) => (index === 0 ? resolvedAlert(alert) : alert))),
    );
    expect(await leading()).toBe(second);
    await ingest(alertReport(alerts.map((alert) => resolvedAlert(alert))));
    expect(await leading()).toBe(first);
    const { incident } = tools().opened();
    expect(await subject.incidentQueries.leadingAlert(incident.id)).toBeNull();
  });

  test('a run that throws after its save leaves nothing', async () => {
    const { subject, ids, clock } = tools();
    const rejected = {
      id: ids.next(),
      receivedAt: clock.now(),
      source: 's',
      path: 'p',
      reason: 'r',
      raw: 'x',
    };
    const failed = run(async (tx) => {
      await tx.save(EMPTY_PLAN, [rejected], [{ name: 'settle_alerts', payload: {} }], []);
      throw new Error('power cut');
    });
    await expect(failed).rejects.toThrow('power cut');
    expect((await subject.alertQueries.rejected(FIRST_PAGE)).total).toBe(0);
    expect(await subject.waitingJobs()).toEqual([]);
  });

  test('services are registered for their team, and those that are there keep theirs', async () => {
    const { subject } = tools();
    const [payments, search] = [teamRecord(), teamRecord({ id: idOf(1_101), name: 'Search' })];
    const known = serviceRecord({ name: 'checkout', teamId: payments.id });
    await subject.unitOfWork.run(async (tx) => {
      await tx.teams.insert(payments);
      await tx.teams.insert(search);
      await tx.services.insert(known);
    });
    const heard = ['checkout', 'index'].map((name) => ({ name, teamId: search.id }));
    const ofNobody = { name: 'lost', teamId: idOf(1_199) };
    await run((tx) => tx.save(EMPTY_PLAN, [], [], [...heard, ofNobody]));
    await run((tx) => tx.save(EMPTY_PLAN, [], [], heard));
    const { items } = await subject.peopleQueries.services({}, { limit: 10, offset: 0 });
    expect(items.map(({ name, teamId }) => [name, teamId])).toEqual([
      ['checkout', payments.id],
      ['index', search.id],
    ]);
  });

  test('a plan made on a version that no longer holds is not written, nor anything with it', async () => {
    const { subject, ids, clock } = tools();
    const id = await openedFor('api');
    const incident = await change(id, (current) => resolve(current, namedActor(ALICE)));
    const rejected = {
      id: ids.next(),
      receivedAt: clock.now(),
      source: 's',
      path: 'p',
      reason: 'r',
      raw: 'x',
    };
    const outdated = {
      ...EMPTY_PLAN,
      changedIncidents: [{ incident: { ...incident, title: 'Lost' }, basedOn: 1 }],
    };
    await expect(run((tx) => tx.save(outdated, [rejected], [], []))).rejects.toThrow();
    expect((await subject.incidentQueries.get(id)).incident).toMatchObject(incident);
    expect((await subject.alertQueries.rejected(FIRST_PAGE)).total).toBe(0);
  });

  test('alerts that arrive while a person resolves the incident undo nothing', async () => {
    const { subject, ingest } = tools();
    const id = await openedFor('api');
    const another = incomingAlert({ labels: { instance: 'b' } });
    await Promise.all([
      ingest(alertReport([another])),
      change(id, (incident) => resolve(incident, namedActor(ALICE))),
    ]);
    const types = (await subject.incidentQueries.timeline(id, FIRST_PAGE)).items.map(
      (event) => event.type,
    );
    const { incident } = await subject.incidentQueries.get(id);
    expect(types).toHaveLength(incident.version);
    expect(types).toContain('resolved');
    const { incidents } = await load({
      groupKeys: ['service=api'],
      alerts: named(another),
    });
    expect(incidents).toHaveLength(1);
  });

  test('a plan may end one incident of a group and open another', async () => {
    const { ingest, subject, clock } = tools();
    const alert = incomingAlert();
    const id = await openedFor('api');
    const plan = await ingest(
      alertReport([resolvedAlert({ ...alert })]),
      alertReport([{ ...alert, startsAt: clock.now() + 60 * MINUTE }]),
    );
    expect(plan.newIncidents).toHaveLength(1);
    expect((await subject.incidentQueries.get(id)).incident.status).toBe('resolved');
    expect((await load({ groupKeys: ['service=api'] })).incidents).toMatchObject([
      { incident: { id: plan.newIncidents[0]?.id, status: 'open' }, firingAlerts: 1 },
    ]);
  });

  test('an alert may fire, end and fire in another incident, all in one plan', async () => {
    const { ingest, subject, clock } = tools();
    const alert = incomingAlert();
    const later = { ...alert, startsAt: clock.now() + 60 * MINUTE };
    const { newAlerts, newIncidents } = await ingest(
      alertReport([alert]),
      alertReport([resolvedAlert(alert)]),
      alertReport([later]),
    );
    expect(newAlerts).toHaveLength(2);
    for (const [nth, { id }] of newIncidents.entries()) {
      const { alerts, alertIds } = await subject.incidentQueries.get(id);
      expect(alerts).toBe(1);
      expect(await subject.alertQueries.get(alertIds[0] ?? '')).toMatchObject(
        nth === 0 ? { ...resolvedAlert(alert), latest: false } : { ...later, latest: true },
      );
    }
  });

  test('a plan may end one incident of a group and reopen an older one', async () => {
    const { ingest, subject, clock } = tools();
    const alert = incomingAlert();
    const another = incomingAlert({ labels: { instance: 'b' } });
    const older = await openedFor('api');
    await ingest(alertReport([resolvedAlert(alert)]));
    clock.advance(2 * MINUTE);
    const newer =
      (await ingest(alertReport([{ ...another, startsAt: clock.now() }]))).newIncidents[0]?.id ??
      '';
    await ingest(
      alertReport([resolvedAlert({ ...another, startsAt: clock.now() })]),
      alertReport([{ ...alert, startsAt: clock.now() }]),
    );
    const status = async (id: string) => (await subject.incidentQueries.get(id)).incident.status;
    expect([await status(older), await status(newer)]).toEqual(['open', 'resolved']);
  });

  test('an alert leaves what it was behind with each incident that it was in', async () => {
    const { ingest, subject, clock } = tools();
    const opened: string[] = [];
    for (const summary of ['first', 'second', 'third']) {
      const alert = incomingAlert({ startsAt: clock.now(), annotations: { summary } });
      const { newIncidents } = await ingest(alertReport([alert]));
      opened.push(newIncidents[0]?.id ?? '');
      await ingest(alertReport([resolvedAlert(alert)]));
      clock.advance(HOUR);
    }
    expect(new Set(opened).size).toBe(3);
    for (const [nth, id] of opened.entries()) {
      const { alerts, alertIds } = await subject.incidentQueries.get(id);
      expect(alerts).toBe(1);
      expect(await subject.alertQueries.get(alertIds[0] ?? '')).toMatchObject({
        startsAt: START + nth * HOUR,
        annotations: { summary: ['first', 'second', 'third'][nth] },
        incidentId: id,
        latest: nth === 2,
      });
    }
    for (const id of opened) {
      const { alertIds } = await subject.incidentQueries.get(id);
      expect([...(rebuildAlerts(await subject.history(id))?.keys() ?? [])]).toEqual(alertIds);
    }
    const { alerts } = await load({ alerts: named(incomingAlert()) });
    expect(alerts).toMatchObject([{ incidentId: opened[2] }]);
  });

  test('several thousand alerts can fire again at once', async () => {
    const { ingest, subject, clock } = tools();
    const alerts = Array.from({ length: 6_000 }, (_, index) =>
      incomingAlert({ labels: { instance: `host-${index}` } }),
    );
    await ingest(alertReport(alerts));
    await ingest(alertReport(alerts.map((alert) => resolvedAlert(alert))));
    clock.advance(HOUR);
    const again = alerts.map((alert) => ({ ...alert, startsAt: clock.now() }));
    const { newIncidents } = await ingest(alertReport(again));
    const id = newIncidents[0]?.id ?? '';
    expect((await subject.incidentQueries.get(id)).firingAlerts).toBe(6_000);
    expect(rebuildAlerts(await subject.history(id))?.size).toBe(6_000);
  });

  test('a thousand alerts in one plan are all there afterwards', async () => {
    const alerts = Array.from({ length: 1_000 }, (_, index) =>
      incomingAlert({ labels: { instance: `host-${index}` } }),
    );
    const { newIncidents } = await tools().ingest(alertReport(alerts));
    const { incidents, alerts: loaded } = await load({ alerts: named(...alerts) });
    expect(fingerprints(loaded)).toEqual(fingerprints(alerts));
    expect(incidents).toMatchObject([
      { incident: { id: newIncidents[0]?.id }, firingAlerts: 1_000 },
    ]);
  });
}

import { describe, expect, test } from '@jest/globals';
import type { IngestTransaction, SnapshotRequest } from '@klaxon/application';
import {
  type IngestPlan,
  type Incident,
  MINUTE,
  merge,
  type RejectedAlert,
  recordChanges,
  resolve,
  SECOND,
} from '@klaxon/domain';
import { delivery } from '../builders/delivery.ts';
import { incomingAlert, resolvedAlert } from '../builders/incoming-alert.ts';
import { ALICE } from '../builders/people.ts';
import { eachTestWith, FIRST_PAGE, type StoreSubject } from './store-subject.ts';

const EMPTY_PLAN: IngestPlan = {
  newAlerts: [],
  changedAlerts: [],
  newIncidents: [],
  changedIncidents: [],
  events: [],
  settleAt: null,
};
const NOTHING: SnapshotRequest = { fingerprints: [], groupKeys: [], resolvedSourceGroups: [] };

/** What every ingest store promises. The factory gives fresh, empty stores for each test. */
export function describeIngestStore(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`ingest store: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    const run = <T>(work: (tx: IngestTransaction) => Promise<T>) => tools().subject.ingestStore.run(work);
    const load = (request: Partial<SnapshotRequest>) => run((tx) => tx.load({ ...NOTHING, ...request }));
    const fingerprints = (alerts: readonly { readonly fingerprint: string }[]) =>
      alerts.map((alert) => alert.fingerprint).sort();

    async function change(id: string, decide: (incident: Incident) => Parameters<typeof recordChanges>[1]) {
      const { subject, clock, ids } = tools();
      return subject.unitOfWork.run(async (tx) => {
        const { number: _, ...incident } = await tx.incidents.get(id);
        const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
        const changed = recordChanges(incident, decide(incident), stamp);
        await tx.incidents.update(changed.incident);
        await tx.timeline.append(changed.events);
        return changed.incident;
      });
    }

    /** Ends one incident in another, as the use case does. */
    async function mergeInto(sourceId: string, targetId: string): Promise<void> {
      const { subject, clock, ids } = tools();
      await subject.unitOfWork.run(async (tx) => {
        const [source, target] = await tx.incidents.getPair(sourceId, targetId);
        const stamp = { actor: ALICE, at: clock.now(), newId: () => ids.next() };
        const changes = merge(source, target);
        await tx.incidents.update(recordChanges(source, changes.source, stamp).incident);
        await tx.alerts.move(sourceId, targetId);
        await tx.incidents.update(recordChanges(target, changes.target, stamp).incident);
      });
    }

    async function openedFor(service: string): Promise<string> {
      const plan = await tools().ingest(delivery([incomingAlert({ labels: { service } })]));
      return plan.newIncidents[0]?.id ?? '';
    }

    test('an empty store knows nothing', async () => {
      const request = { fingerprints: ['0011223344556677'], groupKeys: ['service=api'], resolvedSourceGroups: ['{}:{}'] };
      expect(await load(request)).toEqual({ alerts: [], incidents: [] });
      expect(await load({})).toEqual({ alerts: [], incidents: [] });
    });

    test('an alert and its incident are loaded as they were saved', async () => {
      const alert = incomingAlert();
      const { newAlerts, newIncidents } = await tools().ingest(delivery([alert]));
      const { alerts, incidents } = await load({ fingerprints: [alert.fingerprint, 'ffffffffffffffff'] });
      const { sourceGroup: _, ...saved } = newAlerts[0]?.state ?? { sourceGroup: null };
      expect(alerts).toHaveLength(1);
      expect(alerts[0]).toMatchObject(saved);
      expect(incidents).toEqual([{ incident: newIncidents[0], firingAlerts: 1, mergedGroups: [] }]);
    });

    test('labels, annotations and link are kept, whatever they are named and however long', async () => {
      const labels = { ['__proto__']: 'polluted', constructor: 'x', service: 'ä'.repeat(9_000), emoji: '🔥' };
      const alert = incomingAlert({ labels, annotations: { note: 'n'.repeat(70_000) }, generatorUrl: 'javascript:alert(1)' });
      const { newAlerts, newIncidents } = await tools().ingest(delivery([alert], { sourceGroup: 'g'.repeat(255) }));
      const stored = await tools().subject.alertQueries.get(newAlerts[0]?.state.id ?? '');
      expect(Object.entries(stored.labels).sort()).toEqual(Object.entries(alert.labels).sort());
      expect(Object.entries(stored.annotations)).toEqual(Object.entries(alert.annotations));
      expect(stored.generatorUrl).toBe('javascript:alert(1)');
      const { incidents } = await load({ groupKeys: [newIncidents[0]?.groupKey ?? ''] });
      expect(incidents.map(({ incident }) => incident.id)).toEqual([newIncidents[0]?.id]);
    });

    test('a resolved incident is loaded with its alert, but not for its group', async () => {
      const alert = incomingAlert();
      await tools().ingest(delivery([alert]));
      await tools().ingest(delivery([resolvedAlert(alert)]));
      expect((await load({ groupKeys: ['service=api'] })).incidents).toEqual([]);
      const { incidents } = await load({ fingerprints: [alert.fingerprint] });
      expect(incidents).toMatchObject([{ incident: { status: 'resolved', resolution: 'alerts' }, firingAlerts: 0 }]);
    });

    test('the unresolved incident of a group is loaded without any of its alerts', async () => {
      const id = await openedFor('api');
      await openedFor('web');
      const { alerts, incidents } = await load({ groupKeys: ['service=api', 'service=unknown'] });
      expect(alerts).toEqual([]);
      expect(incidents.map(({ incident }) => incident.id)).toEqual([id]);
    });

    test('firing alerts are counted, those not asked for too, and ended ones not', async () => {
      const [a, b, c] = ['a', 'b', 'c'].map((instance) => incomingAlert({ labels: { instance } }));
      if (!a || !b || !c) throw new TypeError('three alerts were made');
      await tools().ingest(delivery([a, b, c]));
      await tools().ingest(delivery([a, b, resolvedAlert(c)]));
      const { incidents } = await load({ fingerprints: [a.fingerprint] });
      expect(incidents).toMatchObject([{ firingAlerts: 2 }]);
    });

    test('a resolved source group brings the alerts that fire, or may, under it, and no others', async () => {
      const { ingest, clock } = tools();
      const [fires, ends, mayFire] = ['a', 'b', 'c'].map((instance) => incomingAlert({ labels: { instance } }));
      if (!fires || !ends || !mayFire) throw new TypeError('three alerts were made');
      const elsewhere = incomingAlert({ labels: { instance: 'd' } });
      await ingest(delivery([fires, ends, mayFire]), delivery([elsewhere], { sourceGroup: '{}:{service="other"}' }));
      await ingest(delivery([fires, resolvedAlert(ends), resolvedAlert(mayFire)]));
      clock.advance(10 * SECOND);
      await ingest(delivery([mayFire]));
      const sourceGroup = delivery([]).sourceGroup ?? '';
      const { alerts, incidents } = await load({ resolvedSourceGroups: [sourceGroup] });
      expect(fingerprints(alerts)).toEqual(fingerprints([fires, mayFire]));
      expect(alerts.map((alert) => alert.sourceGroup)).toEqual([sourceGroup, sourceGroup]);
      expect(incidents).toMatchObject([{ firingAlerts: 2 }]);
    });

    test('an alert keeps its source group through a report that names none', async () => {
      const { ingest } = tools();
      const alert = incomingAlert();
      await ingest(delivery([alert]));
      const later = { ...alert, startsAt: alert.startsAt + SECOND };
      await ingest(delivery([later], { sourceGroup: null }));
      const { alerts } = await load({ resolvedSourceGroups: [delivery([]).sourceGroup ?? ''] });
      expect(alerts).toMatchObject([{ fingerprint: alert.fingerprint, startsAt: later.startsAt }]);
    });

    test('the groups that were merged into an incident lead to it, and are named', async () => {
      const [source, target] = [await openedFor('api'), await openedFor('gateway')];
      await mergeInto(source, target);
      const { incidents } = await load({ groupKeys: ['service=api'] });
      expect(incidents).toMatchObject([{ incident: { id: target }, firingAlerts: 2, mergedGroups: ['service=api'] }]);
    });

    test('merged groups follow an incident that is merged in its turn', async () => {
      const [first, second, third] = [await openedFor('api'), await openedFor('gateway'), await openedFor('shop')];
      await mergeInto(first, second);
      await mergeInto(second, third);
      const { incidents } = await load({ groupKeys: ['service=api', 'service=gateway'] });
      expect(incidents.map(({ incident }) => incident.id)).toEqual([third]);
      expect([...(incidents[0]?.mergedGroups ?? [])].sort()).toEqual(['service=api', 'service=gateway']);
    });

    test('an alert of a merged group brings the unresolved incident of the group it was merged into', async () => {
      const { ingest, clock } = tools();
      const api = incomingAlert({ labels: { service: 'api' } });
      const gateway = incomingAlert({ labels: { service: 'gateway' } });
      const [source, target] = [await openedFor('api'), await openedFor('gateway')];
      await mergeInto(source, target);
      await ingest(delivery([resolvedAlert(api), resolvedAlert(gateway)]));
      clock.advance(60 * MINUTE);
      const newer = await ingest(delivery([{ ...gateway, startsAt: clock.now() }]));
      const { incidents } = await load({ fingerprints: [api.fingerprint], groupKeys: ['service=api'] });
      expect(incidents.map(({ incident }) => incident.id).sort()).toEqual([target, newer.newIncidents[0]?.id].sort());
    });

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
        tx.save(EMPTY_PLAN, [rejected], [{ name: 'settle_alerts', payload: {}, runAt: clock.now(), key: 'settle:1' }]),
      );
      expect((await subject.alertQueries.rejected(FIRST_PAGE)).items).toEqual([rejected]);
      expect(await subject.waitingJobs()).toMatchObject([{ name: 'settle_alerts', runAt: clock.now(), key: 'settle:1' }]);
      const { events } = await tools().ingest(delivery());
      const eventIds = events.map((event) => event.id);
      expect((await subject.incidentQueries.events(eventIds)).map(({ event }) => event)).toEqual(events);
      expect(await subject.waitingJobs()).toContainEqual(
        expect.objectContaining({ name: 'announce_events', payload: { eventIds } }),
      );
    });

    test('a run that throws after its save leaves nothing', async () => {
      const { subject, ids, clock } = tools();
      const rejected = { id: ids.next(), receivedAt: clock.now(), source: 's', path: 'p', reason: 'r', raw: 'x' };
      const failed = run(async (tx) => {
        await tx.save(EMPTY_PLAN, [rejected], [{ name: 'settle_alerts', payload: {} }]);
        throw new Error('power cut');
      });
      await expect(failed).rejects.toThrow('power cut');
      expect((await subject.alertQueries.rejected(FIRST_PAGE)).total).toBe(0);
      expect(await subject.waitingJobs()).toEqual([]);
    });

    test('a plan made on a version that no longer holds is not written, nor anything with it', async () => {
      const { subject, ids, clock } = tools();
      const id = await openedFor('api');
      const incident = await change(id, (current) => resolve(current, 'alice'));
      const rejected = { id: ids.next(), receivedAt: clock.now(), source: 's', path: 'p', reason: 'r', raw: 'x' };
      const outdated = { ...EMPTY_PLAN, changedIncidents: [{ incident: { ...incident, title: 'Lost' }, basedOn: 1 }] };
      await expect(run((tx) => tx.save(outdated, [rejected], []))).rejects.toThrow();
      expect((await subject.incidentQueries.get(id)).incident).toMatchObject(incident);
      expect((await subject.alertQueries.rejected(FIRST_PAGE)).total).toBe(0);
    });

    test('alerts that arrive while a person resolves the incident undo nothing', async () => {
      const { subject, ingest } = tools();
      const id = await openedFor('api');
      const another = incomingAlert({ labels: { instance: 'b' } });
      await Promise.all([ingest(delivery([another])), change(id, (incident) => resolve(incident, 'alice'))]);
      const types = (await subject.incidentQueries.timeline(id, FIRST_PAGE)).items.map((event) => event.type);
      const { incident } = await subject.incidentQueries.get(id);
      expect(types).toHaveLength(incident.version);
      expect(types).toContain('resolved');
      const { incidents } = await load({ groupKeys: ['service=api'], fingerprints: [another.fingerprint] });
      expect(incidents).toHaveLength(1);
    });

    test('a plan may end one incident of a group and open another', async () => {
      const { ingest, subject, clock } = tools();
      const alert = incomingAlert();
      const id = await openedFor('api');
      const plan = await ingest(
        delivery([resolvedAlert({ ...alert })]),
        delivery([{ ...alert, startsAt: clock.now() + 60 * MINUTE }]),
      );
      expect(plan.newIncidents).toHaveLength(1);
      expect((await subject.incidentQueries.get(id)).incident.status).toBe('resolved');
      expect((await load({ groupKeys: ['service=api'] })).incidents).toMatchObject([
        { incident: { id: plan.newIncidents[0]?.id, status: 'open' }, firingAlerts: 1 },
      ]);
    });

    test('a plan may end one incident of a group and reopen an older one', async () => {
      const { ingest, subject, clock } = tools();
      const alert = incomingAlert();
      const another = incomingAlert({ labels: { instance: 'b' } });
      const older = await openedFor('api');
      await ingest(delivery([resolvedAlert(alert)]));
      clock.advance(2 * MINUTE);
      const newer = (await ingest(delivery([{ ...another, startsAt: clock.now() }]))).newIncidents[0]?.id ?? '';
      await ingest(
        delivery([resolvedAlert({ ...another, startsAt: clock.now() })]),
        delivery([{ ...alert, startsAt: clock.now() }]),
      );
      const status = async (id: string) => (await subject.incidentQueries.get(id)).incident.status;
      expect([await status(older), await status(newer)]).toEqual(['open', 'resolved']);
    });

    test('unconfirmed are alerts that have waited since an instant or longer, with their labels', async () => {
      const { ingest, clock } = tools();
      const alert = incomingAlert();
      await ingest(delivery([alert]));
      await ingest(delivery([resolvedAlert(alert)]));
      clock.advance(10 * SECOND);
      await ingest(delivery([alert]));
      expect(await run((tx) => tx.unconfirmedSince(clock.now() - 1))).toEqual([]);
      const waiting = await run((tx) => tx.unconfirmedSince(clock.now()));
      expect(waiting).toMatchObject([{ fingerprint: alert.fingerprint, unconfirmedSince: clock.now(), severity: 'high' }]);
      expect({ ...waiting[0]?.labels }).toEqual({ ...alert.labels });
      expect({ ...waiting[0]?.annotations }).toEqual({ ...alert.annotations });
      expect(waiting[0]?.generatorUrl).toBe(alert.generatorUrl);
    });

    test('firing despite a resolution are alerts heard of after a person resolved their incident', async () => {
      const { ingest, clock } = tools();
      const [heard, silent] = ['a', 'b'].map((instance) => incomingAlert({ labels: { instance } }));
      if (!heard || !silent) throw new TypeError('two alerts were made');
      const plan = await ingest(delivery([heard, silent]));
      clock.advance(MINUTE);
      const resolvedAt = clock.now();
      await change(plan.newIncidents[0]?.id ?? '', (incident) => resolve(incident, 'alice'));
      clock.advance(MINUTE);
      await ingest(delivery([heard]));
      const despite = (before: number) => run((tx) => tx.firingDespiteResolution(before));
      expect(fingerprints(await despite(resolvedAt))).toEqual([heard.fingerprint]);
      expect(await despite(resolvedAt - 1)).toEqual([]);
    });

    test('an incident that its alerts resolved has none firing despite it', async () => {
      const { ingest, clock } = tools();
      const alert = incomingAlert();
      await ingest(delivery([alert]));
      await ingest(delivery([resolvedAlert(alert)]));
      expect(await run((tx) => tx.firingDespiteResolution(clock.now()))).toEqual([]);
    });

    test('unheard are firing alerts last heard of before an instant', async () => {
      const { ingest, clock } = tools();
      const [early, late, ended] = ['a', 'b', 'c'].map((instance) => incomingAlert({ labels: { instance } }));
      if (!early || !late || !ended) throw new TypeError('three alerts were made');
      await ingest(delivery([early, ended]));
      await ingest(delivery([resolvedAlert(ended)], { status: 'firing' }));
      clock.advance(5 * MINUTE);
      await ingest(delivery([late]));
      const unheard = (before: number) => run((tx) => tx.firingUnheard(before));
      expect(fingerprints(await unheard(clock.now()))).toEqual([early.fingerprint]);
      expect(await unheard(clock.now() - 5 * MINUTE)).toEqual([]);
    });

    test('a thousand alerts in one plan are all there afterwards', async () => {
      const alerts = Array.from({ length: 1_000 }, (_, index) => incomingAlert({ labels: { instance: `host-${index}` } }));
      const { newIncidents } = await tools().ingest(delivery(alerts));
      const { incidents, alerts: loaded } = await load({ fingerprints: fingerprints(alerts) });
      expect(fingerprints(loaded)).toEqual(fingerprints(alerts));
      expect(incidents).toMatchObject([{ incident: { id: newIncidents[0]?.id }, firingAlerts: 1_000 }]);
    });
  });
}

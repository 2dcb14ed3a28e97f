import { expect, test } from '@jest/globals';
import { MINUTE, type OwnersRequest, SECOND } from '@klaxon/domain';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert, resolvedAlert } from '../builders/incoming-alert.ts';
import { serviceRecord, teamRecord } from '../builders/user-record.ts';
import { idOf } from '../sequential-ids.ts';
import { fingerprints, makeIngestTools, named } from './ingest-suite-tools.ts';
import type { SuiteTools } from './store-subject.ts';

/** What the snapshot of an ingest store holds. */
export function testLoading(tools: () => SuiteTools): void {
  const { load, openedFor, mergeInto } = makeIngestTools(tools);

  test('an empty store knows nothing', async () => {
    const request = {
      alerts: named({ fingerprint: '0011223344556677' }),
      groupKeys: ['service=api'],
      resolvedSourceGroups: [{ source: 'alertmanager', name: '{}:{}' }],
    };
    expect(await load(request)).toEqual({ alerts: [], incidents: [] });
    expect(await load({})).toEqual({ alerts: [], incidents: [] });
  });

  test('an alert and its incident are loaded as they were saved', async () => {
    const alert = incomingAlert();
    const { newAlerts, newIncidents } = await tools().ingest(alertReport([alert]));
    const { alerts, incidents } = await load({
      alerts: named(alert, { fingerprint: 'ffffffffffffffff' }),
    });
    const { sourceGroup: _, ...saved } = newAlerts[0]?.state ?? { sourceGroup: null };
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject(saved);
    expect(incidents).toEqual([{ incident: newIncidents[0], firingAlerts: 1, mergedGroups: [] }]);
  });

  test('labels, annotations and link are kept, whatever they are named and however long', async () => {
    const labels = {
      ['__proto__']: 'polluted',
      constructor: 'x',
      service: 'ä'.repeat(9_000),
      emoji: '🔥',
    };
    const alert = incomingAlert({
      labels,
      annotations: { note: 'n'.repeat(70_000) },
      generatorUrl: 'javascript:alert(1)',
    });
    const { newAlerts, newIncidents } = await tools().ingest(
      alertReport([alert], { sourceGroup: 'g'.repeat(255) }),
    );
    const stored = await tools().subject.alertQueries.get(newAlerts[0]?.state.id ?? '');
    expect(Object.entries(stored.labels).sort()).toEqual(Object.entries(alert.labels).sort());
    expect(Object.entries(stored.annotations)).toEqual(Object.entries(alert.annotations));
    expect(stored.generatorUrl).toBe('javascript:alert(1)');
    const identity = { source: 'alertmanager', fingerprint: alert.fingerprint };
    expect(await tools().subject.alertQueries.latest(identity)).toEqual(stored);
    expect(
      await tools().subject.alertQueries.latest({ ...identity, source: 'grafana' }),
    ).toBeNull();
    const { incidents } = await load({ groupKeys: [newIncidents[0]?.groupKey ?? ''] });
    expect(incidents.map(({ incident }) => incident.id)).toEqual([newIncidents[0]?.id]);
  });

  test('a resolved incident is loaded with its alert, but not for its group', async () => {
    const alert = incomingAlert();
    await tools().ingest(alertReport([alert]));
    await tools().ingest(alertReport([resolvedAlert(alert)]));
    expect((await load({ groupKeys: ['service=api'] })).incidents).toEqual([]);
    const { incidents } = await load({ alerts: named(alert) });
    expect(incidents).toMatchObject([
      { incident: { status: 'resolved', resolution: 'alerts' }, firingAlerts: 0 },
    ]);
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
    await tools().ingest(alertReport([a, b, c]));
    await tools().ingest(alertReport([a, b, resolvedAlert(c)]));
    const { incidents } = await load({ alerts: named(a) });
    expect(incidents).toMatchObject([{ firingAlerts: 2 }]);
  });

  test('a resolved source group brings the alerts that fire, or may, under it, and no others', async () => {
    const { ingest, clock } = tools();
    const [fires, ends, mayFire] = ['a', 'b', 'c'].map((instance) =>
      incomingAlert({ labels: { instance } }),
    );
    if (!fires || !ends || !mayFire) throw new TypeError('three alerts were made');
    const elsewhere = incomingAlert({ labels: { instance: 'd' } });
    await ingest(
      alertReport([fires, ends, mayFire]),
      alertReport([elsewhere], { sourceGroup: '{}:{service="other"}' }),
    );
    await ingest(alertReport([fires, resolvedAlert(ends), resolvedAlert(mayFire)]));
    clock.advance(10 * SECOND);
    await ingest(alertReport([mayFire]));
    const sourceGroup = alertReport([]).sourceGroup ?? '';
    const { alerts, incidents } = await load({
      resolvedSourceGroups: [{ source: 'alertmanager', name: sourceGroup }],
    });
    expect(fingerprints(alerts)).toEqual(fingerprints([fires, mayFire]));
    expect(alerts.map((alert) => alert.sourceGroup)).toEqual([sourceGroup, sourceGroup]);
    expect(incidents).toMatchObject([{ firingAlerts: 2 }]);
  });

  test('an alert keeps its source group through a report that names none', async () => {
    const { ingest } = tools();
    const alert = incomingAlert();
    await ingest(alertReport([alert]));
    const later = { ...alert, startsAt: alert.startsAt + SECOND };
    await ingest(alertReport([later], { sourceGroup: null }));
    const { alerts } = await load({
      resolvedSourceGroups: [{ source: 'alertmanager', name: alertReport([]).sourceGroup ?? '' }],
    });
    expect(alerts).toMatchObject([{ fingerprint: alert.fingerprint, startsAt: later.startsAt }]);
  });

  test('the groups that were merged into an incident lead to it, and are named', async () => {
    const [source, target] = [await openedFor('api'), await openedFor('gateway')];
    await mergeInto(source, target);
    const { incidents } = await load({ groupKeys: ['service=api'] });
    expect(incidents).toMatchObject([
      { incident: { id: target }, firingAlerts: 2, mergedGroups: ['service=api'] },
    ]);
  });

  test('merged groups follow an incident that is merged in its turn', async () => {
    const [first, second, third] = [
      await openedFor('api'),
      await openedFor('gateway'),
      await openedFor('shop'),
    ];
    await mergeInto(first, second);
    await mergeInto(second, third);
    const { incidents } = await load({ groupKeys: ['service=api', 'service=gateway'] });
    expect(incidents.map(({ incident }) => incident.id)).toEqual([third]);
    expect([...(incidents[0]?.mergedGroups ?? [])].sort()).toEqual([
      'service=api',
      'service=gateway',
    ]);
  });

  test('an alert of a merged group brings the unresolved incident of the group it was merged into', async () => {
    const { ingest, clock } = tools();
    const api = incomingAlert({ labels: { service: 'api' } });
    const gateway = incomingAlert({ labels: { service: 'gateway' } });
    const [source, target] = [await openedFor('api'), await openedFor('gateway')];
    await mergeInto(source, target);
    await ingest(alertReport([resolvedAlert(api), resolvedAlert(gateway)]));
    clock.advance(60 * MINUTE);
    const newer = await ingest(alertReport([{ ...gateway, startsAt: clock.now() }]));
    const { incidents } = await load({
      alerts: named(api),
      groupKeys: ['service=api'],
    });
    expect(incidents.map(({ incident }) => incident.id).sort()).toEqual(
      [target, newer.newIncidents[0]?.id].sort(),
    );
  });

  test('owners are teams of services, and of known alerts by the service that they name', async () => {
    const { subject, ingest } = tools();
    const { unitOfWork, ingestStore } = subject;
    const shop = teamRecord();
    const [checkout, search, nobodys] = ['checkout', 'search', 'nobodys'].map((service) =>
      incomingAlert({ labels: { service } }),
    );
    await unitOfWork.run(async (tx) => {
      await tx.teams.insert(shop);
      await tx.services.insert(serviceRecord({ name: 'checkout', teamId: shop.id }));
      await tx.services.insert(serviceRecord({ id: idOf(1_201), name: 'search', teamId: null }));
    });
    const known = [checkout, search, nobodys].flatMap((alert) => alert ?? []);
    await ingest(alertReport(known));
    const alerts = named(...known, { fingerprint: 'ffffffffffffffff' });
    const services = ['checkout', 'search', 'nobodys', 'Checkout'];
    const ask = (request: OwnersRequest) => ingestStore.run((tx) => tx.owners(request));
    expect(await ask({ services, alerts })).toEqual({
      services: new Map([['checkout', shop.id]]),
      alerts: new Map([[`alertmanager ${known[0]?.fingerprint}`, shop.id]]),
    });
    expect(await ask({ services: [], alerts: [] })).toEqual({
      services: new Map(),
      alerts: new Map(),
    });
  });
}

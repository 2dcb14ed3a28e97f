import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type IncomingAlert,
  type IntegrationPrincipal,
  MINUTE,
  throughIntegration,
} from '@klaxon/domain';
import {
  alertReport,
  idOf,
  incomingAlert,
  makeStage,
  resolvedAlert,
  type Stage,
  serviceRecord,
  teamRecord,
} from '@klaxon/testing';
import { makeSettleAlerts } from './settle-alerts.ts';

const TEAM = teamRecord({ name: 'Shop' });
const SHOP: IntegrationPrincipal = {
  kind: 'integration',
  id: 'i-1',
  name: 'Prometheus of the shop',
  service: 'shop',
  teamId: TEAM.id,
};
const WITHOUT_SERVICE: IntegrationPrincipal = { ...SHOP, service: null };
const RENAMED: IntegrationPrincipal = { ...SHOP, service: 'store' };

/** An alert that names no service. */
function nameless(instance = 'a'): IncomingAlert {
  return incomingAlert({ labels: { instance, service: undefined } });
}

let stage: Stage;
const send = (by: IntegrationPrincipal, ...alerts: readonly IncomingAlert[]) =>
  stage.ingest(throughIntegration(alertReport(alerts), by));
const teams = async () => {
  const page = { limit: 100, offset: 0 };
  const { items } = await stage.database.peopleQueries.services({}, page);
  return Object.fromEntries(items.map(({ name, teamId }) => [name, teamId]));
};

beforeEach(async () => {
  stage = makeStage();
  await stage.tools.unitOfWork.run((tx) => tx.teams.insert(TEAM));
});

describe('alerts that name no service', () => {
  test('are one incident of the service of their integration, apart from those of others', async () => {
    await send(SHOP, nameless('a'), nameless('b'));
    await send(RENAMED, nameless('c'));
    expect(stage.incidents().map(({ labels }) => labels['service'])).toEqual(['shop', 'store']);
  });

  const fired = nameless();
  const changes: readonly [string, IntegrationPrincipal, IntegrationPrincipal][] = [
    ['lost its service', SHOP, WITHOUT_SERVICE],
    ['got a service', WITHOUT_SERVICE, SHOP],
    ['got another service', SHOP, RENAMED],
  ];

  test.each(changes)(
    'stay in their incident after the integration %s',
    async (_, before, after) => {
      await send(before, fired);
      stage.clock.advance(MINUTE);
      await send(after, fired);
      expect(stage.incidents()).toHaveLength(1);
      expect(stage.database.alerts).toHaveLength(1);
      await send(after, resolvedAlert(fired));
      expect(stage.incidents()).toMatchObject([{ status: 'resolved' }]);
    },
  );

  test.each(changes)('reopen it when they come back after it %s', async (_, before, after) => {
    await send(before, fired);
    stage.clock.advance(MINUTE);
    await send(before, resolvedAlert(fired));
    stage.clock.advance(MINUTE);
    await send(after, { ...fired, startsAt: stage.clock.now() });
    expect(stage.incidents()).toMatchObject([{ status: 'open' }]);
  });

  test('are one alert for a pair of Alertmanagers of which one has the integration', async () => {
    await send(SHOP, fired);
    const { jobs } = stage.database;
    await stage.ingest(alertReport([fired]));
    await send(SHOP, fired);
    expect(stage.incidents()).toHaveLength(1);
    expect(stage.database.jobs).toEqual(jobs);
  });
});

describe('services first heard of through an integration', () => {
  test('are its team’s from the same transaction on', async () => {
    await send(SHOP, nameless(), incomingAlert({ labels: { service: 'search' } }));
    expect(await teams()).toEqual({ shop: TEAM.id, search: TEAM.id });
    const [first] = stage.incidents();
    expect(await stage.database.accessQueries.ownerOfIncident(first?.id ?? '')).toEqual({
      teamId: TEAM.id,
    });
  });

  test('keep the team that they have, and stay everybody’s if they were', async () => {
    const other = teamRecord({ id: stage.ids.next(), name: 'Other' });
    await stage.tools.unitOfWork.run(async (tx) => {
      await tx.teams.insert(other);
      await tx.services.insert(serviceRecord({ name: 'shop', teamId: other.id }));
      await tx.services.insert(serviceRecord({ id: stage.ids.next(), name: 'search' }));
    });
    await send(SHOP, nameless(), incomingAlert({ labels: { service: 'search' } }));
    expect(await teams()).toEqual({ shop: other.id, search: null });
  });

  test('are not registered where it has no team', async () => {
    await send({ ...SHOP, teamId: null }, nameless());
    expect(await teams()).toEqual({});
  });

  test('lose no alert when the team is gone', async () => {
    await send({ ...SHOP, teamId: 'gone' }, nameless());
    expect(stage.incidents()).toHaveLength(1);
    expect(await teams()).toEqual({});
  });
});

describe('what the integration of a team reports of another team’s service', () => {
  const OTHERS = teamRecord({ id: idOf(1_101), name: 'Payments' });
  const PAYMENTS: IntegrationPrincipal = {
    ...SHOP,
    id: 'i-2',
    name: 'Prometheus of payments',
    service: null,
    teamId: OTHERS.id,
  };
  const EVERYBODYS: IntegrationPrincipal = { ...PAYMENTS, id: 'i-3', name: 'All', teamId: null };
  const theirs = incomingAlert({ labels: { service: 'payments', instance: 'p-1' } });
  const late = () => ({ ...theirs, startsAt: stage.clock.now() });
  const rejected = async () =>
    (await stage.database.alertQueries.rejected({ limit: 9, offset: 0, cursor: null })).items;
  const statuses = () => stage.incidents().map(({ status }) => status);

  beforeEach(() =>
    stage.tools.unitOfWork.run(async (tx) => {
      await tx.teams.insert(OTHERS);
      await tx.services.insert(serviceRecord({ name: 'payments', teamId: OTHERS.id }));
    }),
  );

  test.each([
    ['their own integration', PAYMENTS],
    ['one of no team', EVERYBODYS],
  ])('resolves nothing that %s reported, and that is noted', async (_, by) => {
    await send(by, theirs);
    stage.clock.advance(MINUTE);
    await send(SHOP, resolvedAlert(theirs));
    expect(statuses()).toEqual(['open']);
    expect(stage.database.alerts).toMatchObject([{ status: 'firing' }]);
    expect(await rejected()).toMatchObject([
      {
        source: 'integration',
        reason: expect.stringContaining('Prometheus of the shop says that this alert is over'),
        raw: expect.stringContaining(theirs.fingerprint),
      },
    ]);
    await send(by, resolvedAlert(theirs));
    expect(statuses()).toEqual(['resolved']);
  });

  test('resolves nothing by a group of its source either', async () => {
    const group = { sourceGroup: 'a group that both name' };
    await stage.ingest(throughIntegration(alertReport([theirs], group), PAYMENTS));
    const over = { ...group, status: 'resolved' } as const;
    await stage.ingest(throughIntegration(alertReport([], over), SHOP));
    expect(statuses()).toEqual(['open']);
  });

  test('is lost to nobody: it opens an incident apart, of their service, and ends that alone', async () => {
    await send(PAYMENTS, theirs);
    await send(SHOP, theirs);
    await send(SHOP, incomingAlert({ labels: { service: 'payments', instance: 'p-2' } }));
    expect(stage.incidents().map(({ labels, groupKey }) => [labels['service'], groupKey])).toEqual([
      ['payments', 'service=payments'],
      ['payments', `@${TEAM.id} service=payments`],
    ]);
    const owner = await stage.database.accessQueries.ownerOfIncident(
      stage.incidents()[1]?.id ?? '',
    );
    expect(owner).toEqual({ teamId: OTHERS.id });
    await send(SHOP, resolvedAlert(theirs));
    await send(
      SHOP,
      resolvedAlert(incomingAlert({ labels: { service: 'payments', instance: 'p-2' } })),
    );
    expect(statuses()).toEqual(['open', 'resolved']);
    expect(await rejected()).toEqual([]);
  });

  test('does not reopen what they resolved', async () => {
    await send(PAYMENTS, theirs);
    stage.clock.advance(MINUTE);
    await send(PAYMENTS, resolvedAlert(theirs));
    await send(SHOP, late());
    expect(statuses()).toEqual(['resolved', 'open']);
  });

  test('keeps none of their own alerts from being heard, whoever comes first', async () => {
    await send(SHOP, theirs);
    await send(PAYMENTS, theirs);
    await send(SHOP, resolvedAlert(theirs));
    expect(statuses()).toEqual(['resolved', 'open']);
  });

  test('is not taken for theirs by a name that belongs to one of theirs', async () => {
    await send(PAYMENTS, theirs);
    const { fingerprint } = theirs;
    const disguised = { ...incomingAlert({ labels: { service: 'shop' } }), fingerprint };
    await send(SHOP, disguised);
    await send(SHOP, resolvedAlert(disguised));
    expect(statuses()).toEqual(['open', 'resolved']);
    // Nor does it hold the name against them.
    const next = incomingAlert({ labels: { service: 'payments', instance: 'p-3' } });
    await send(SHOP, { ...disguised, fingerprint: next.fingerprint });
    await send(EVERYBODYS, next);
    await send(SHOP, resolvedAlert({ ...disguised, fingerprint: next.fingerprint }));
    const firing = stage.database.alerts.filter(({ status }) => status === 'firing');
    expect(firing.map((alert) => alert.fingerprint).sort()).toEqual(
      [fingerprint, next.fingerprint].sort(),
    );
  });

  test('goes by whose the service is now', async () => {
    const own = incomingAlert({ labels: { service: 'shop' } });
    await send(SHOP, own);
    await stage.tools.unitOfWork.run(async (tx) => {
      await tx.services.update({
        ...serviceRecord({ id: 'shop', name: 'shop' }),
        teamId: OTHERS.id,
      });
    });
    await send(SHOP, resolvedAlert(own));
    expect(statuses()).toEqual(['open']);
    expect(await rejected()).toHaveLength(1);
    stage.clock.advance(MINUTE);
    await send(SHOP, own);
    await send(SHOP, resolvedAlert(own));
    expect(statuses()).toEqual(['open', 'resolved']);
  });

  test('stays apart when Klaxon looks at it again', async () => {
    await send(SHOP, theirs);
    await send(PAYMENTS, theirs);
    stage.clock.advance(MINUTE);
    await send(SHOP, resolvedAlert(theirs));
    stage.clock.advance(1_000);
    await send(SHOP, theirs);
    stage.clock.advance(10 * MINUTE);
    await makeSettleAlerts(stage.database.ingestStore, stage.planning)();
    expect(stage.incidents().map(({ groupKey, status }) => [groupKey, status])).toEqual([
      [`@${TEAM.id} service=payments`, 'open'],
      ['service=payments', 'open'],
    ]);
  });

  test('goes on as before for its own services, and for those of nobody', async () => {
    const everybodys = incomingAlert({ labels: { service: 'search' } });
    await stage.tools.unitOfWork.run((tx) =>
      tx.services.insert(serviceRecord({ id: stage.ids.next(), name: 'search' })),
    );
    await send(EVERYBODYS, nameless(), everybodys);
    await send(SHOP, everybodys);
    await send(SHOP, resolvedAlert(everybodys));
    expect(stage.incidents().find(({ labels }) => labels['service'] === 'search')).toMatchObject({
      status: 'resolved',
      groupKey: 'service=search',
    });
  });
});

test('where incidents are not grouped by service first, a team’s integration joins none of others', async () => {
  const mixed = makeStage({ groupBy: ['alertname'] });
  await mixed.tools.unitOfWork.run((tx) => tx.teams.insert(TEAM));
  const report = (service: string) => alertReport([incomingAlert({ labels: { service } })]);
  await mixed.ingest(report('payments'));
  await mixed.ingest(throughIntegration(report('shop'), SHOP));
  expect(mixed.incidents()).toHaveLength(2);
});

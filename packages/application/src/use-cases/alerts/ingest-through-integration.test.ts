import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type IncomingAlert,
  type IntegrationPrincipal,
  MINUTE,
  throughIntegration,
} from '@klaxon/domain';
import {
  delivery,
  incomingAlert,
  makeStage,
  resolvedAlert,
  type Stage,
  serviceRecord,
  teamRecord,
} from '@klaxon/testing';

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
  stage.ingest(throughIntegration(delivery(alerts), by));
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
    await stage.ingest(delivery([fired]));
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

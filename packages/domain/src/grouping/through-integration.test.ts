import { describe, expect, test } from '@jest/globals';
import type { IntegrationPrincipal } from '../access/principal.ts';
import type { IncomingAlert } from '../alert/alert.ts';
import { makeLabels } from '../alert/labels.ts';
import type { Delivery } from './ingest-plan.ts';
import { heardServices, throughIntegration } from './through-integration.ts';

const SHOP: IntegrationPrincipal = {
  kind: 'integration',
  id: 'i-1',
  name: 'Prometheus of the shop',
  service: 'shop',
  teamId: 'team-1',
};

function alert(fingerprint: string, labels: Record<string, string>): IncomingAlert {
  return {
    fingerprint,
    status: 'firing',
    startsAt: 0,
    endsAt: null,
    severity: 'high',
    labels: makeLabels(Object.entries(labels)),
    annotations: makeLabels([]),
    generatorUrl: null,
  };
}

function report(...alerts: readonly IncomingAlert[]): Delivery {
  const actor = { kind: 'integration', id: 'alertmanager' } as const;
  return { actor, sourceGroup: null, status: 'firing', alerts };
}

function planOf(...fingerprints: readonly string[]) {
  const contents = { labels: makeLabels([]), annotations: makeLabels([]), generatorUrl: null };
  return {
    newAlerts: fingerprints.map((fingerprint) => ({
      contents,
      state: {
        id: fingerprint,
        fingerprint,
        status: 'firing' as const,
        startsAt: 0,
        endsAt: null,
        severity: 'high' as const,
        incidentId: null,
        sourceGroup: null,
        statusChangedAt: 0,
        lastSeenAt: 0,
        unconfirmedSince: null,
      },
    })),
  };
}

describe('a report through an integration', () => {
  test('gives its service to alerts that name none, and leaves the others and all fingerprints alone', () => {
    const given = report(
      alert('a', { alertname: 'Down' }),
      alert('b', { service: '' }),
      alert('c', { service: 'search' }),
    );
    const { alerts, actor } = throughIntegration(given, SHOP);
    expect(alerts.map(({ labels }) => labels['service'])).toEqual(['shop', 'shop', 'search']);
    expect(alerts.map(({ fingerprint }) => fingerprint)).toEqual(['a', 'b', 'c']);
    expect(actor).toEqual({ kind: 'integration', id: 'Prometheus of the shop' });
  });

  test('stays as it came where the integration has neither service nor team', () => {
    const given = report(alert('a', { alertname: 'Down' }));
    const { alerts, teamId } = throughIntegration(given, { ...SHOP, service: null, teamId: null });
    expect(alerts).toBe(given.alerts);
    expect(teamId).toBeUndefined();
  });
});

describe('services first heard of through an integration', () => {
  const given = throughIntegration(
    report(alert('a', {}), alert('b', { service: 'search' }), alert('c', { service: 'search' })),
    SHOP,
  );

  test('are its team’s, once each', () => {
    expect(heardServices([given], planOf('a', 'b', 'c'))).toEqual([
      { name: 'shop', teamId: 'team-1' },
      { name: 'search', teamId: 'team-1' },
    ]);
  });

  test('are not looked at again with alerts that are known', () => {
    expect(heardServices([given], planOf())).toEqual([]);
    expect(heardServices([given], planOf('a'))).toEqual([{ name: 'shop', teamId: 'team-1' }]);
  });

  test('are nobody’s without a team, or with a name that cannot be registered', () => {
    const long = throughIntegration(report(alert('a', { service: 'x'.repeat(256) })), SHOP);
    const noTeam = throughIntegration(report(alert('a', {})), { ...SHOP, teamId: null });
    expect(heardServices([long, noTeam], planOf('a'))).toEqual([]);
  });
});

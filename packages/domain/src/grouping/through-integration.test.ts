import { describe, expect, test } from '@jest/globals';
import type { IntegrationPrincipal } from '../access/principal.ts';
import type { IncomingAlert } from '../alert/alert.ts';
import { computeFingerprint } from '../alert/fingerprint.ts';
import { makeLabels } from '../alert/labels.ts';
import type { AlertReport } from './ingest-plan.ts';
import { heardServices, throughIntegration } from './through-integration.ts';

const TEAM = '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11';
const SHOP: IntegrationPrincipal = {
  kind: 'integration',
  id: 'i-1',
  name: 'Prometheus of the shop',
  service: 'shop',
  teamId: TEAM,
};

function alert(instance: string, more: Record<string, string>): IncomingAlert {
  const labels = makeLabels(Object.entries({ instance, ...more }));
  return {
    fingerprint: computeFingerprint(labels),
    status: 'firing',
    startsAt: 0,
    endsAt: null,
    severity: 'high',
    labels,
    annotations: makeLabels([]),
    generatorUrl: null,
  };
}

function report(...alerts: readonly IncomingAlert[]): AlertReport {
  const actor = { kind: 'integration', id: 'alertmanager' } as const;
  return { source: 'alertmanager', actor, sourceGroup: null, status: 'firing', alerts };
}

function planOf(...alerts: readonly IncomingAlert[]) {
  const contents = { labels: makeLabels([]), annotations: makeLabels([]), generatorUrl: null };
  return {
    newAlerts: alerts.map(({ fingerprint }) => ({
      contents,
      state: {
        id: fingerprint,
        source: 'alertmanager',
        latest: true,
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
    expect(alerts.map(({ fingerprint }) => fingerprint)).toEqual(
      given.alerts.map(({ fingerprint }) => fingerprint),
    );
    expect(actor).toEqual({ kind: 'integration', id: 'Prometheus of the shop' });
  });

  test('is of its team where it names alerts or their group otherwise than by their labels', () => {
    const [own] = report(alert('a', {})).alerts;
    if (!own) throw new TypeError('the report has an alert');
    const forged = { ...own, fingerprint: 'of-another' };
    const long = { ...own, fingerprint: 'x'.repeat(255) };
    const given = { ...report(own, forged, long), sourceGroup: 'group' };
    const { alerts, sourceGroup } = throughIntegration(given, SHOP);
    expect(alerts.map(({ fingerprint }) => fingerprint)).toEqual([
      own.fingerprint,
      `of-another@${TEAM}`,
      `${own.fingerprint}@${TEAM}`,
    ]);
    expect(sourceGroup).toBe(`group@${TEAM}`);
    const ofNoTeam = throughIntegration(given, { ...SHOP, service: null, teamId: null });
    expect([ofNoTeam.alerts, ofNoTeam.sourceGroup]).toEqual([given.alerts, 'group']);
  });

  test('stays as it came where the integration has neither service nor team', () => {
    const given = report(alert('a', { alertname: 'Down' }));
    const { alerts, teamId } = throughIntegration(given, { ...SHOP, service: null, teamId: null });
    expect(alerts).toBe(given.alerts);
    expect(teamId).toBeUndefined();
  });
});

describe('services first heard of through an integration', () => {
  const [a, b, c] = [
    alert('a', {}),
    alert('b', { service: 'search' }),
    alert('c', { service: 'search' }),
  ];
  const given = throughIntegration(report(a, b, c), SHOP);

  test('are its team’s, once each', () => {
    expect(heardServices([given], planOf(a, b, c))).toEqual([
      { name: 'shop', teamId: TEAM },
      { name: 'search', teamId: TEAM },
    ]);
  });

  test('are not looked at again with alerts that are known', () => {
    expect(heardServices([given], planOf())).toEqual([]);
    expect(heardServices([given], planOf(a))).toEqual([{ name: 'shop', teamId: TEAM }]);
  });

  test('are nobody’s without a team, or with a name that cannot be registered', () => {
    const named = alert('a', { service: 'x'.repeat(256) });
    const long = throughIntegration(report(named), SHOP);
    const noTeam = throughIntegration(report(a), { ...SHOP, teamId: null });
    expect(heardServices([long, noTeam], planOf(a, named))).toEqual([]);
  });
});

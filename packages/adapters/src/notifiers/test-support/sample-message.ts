import { HEADLINES, type IncidentMessage, makeLabels } from '@klaxon/domain';

export function sampleMessage(overrides: Partial<IncidentMessage> = {}): IncidentMessage {
  const kind = overrides.kind ?? 'created';
  return {
    incidentId: '0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a',
    kind,
    headline: HEADLINES[kind],
    number: 1042,
    title: 'Checkout answers slowly',
    description: 'p99 is over 2 s',
    severity: 'critical',
    status: 'open',
    since: Date.UTC(2026, 10, 23, 10, 1, 44),
    assigneeId: null,
    reason: 'An alert of a new group fired',
    firingAlerts: 3,
    labels: makeLabels([
      ['team', 'payments'],
      ['service', 'checkout'],
    ]),
    url: 'https://klaxon.example.com/incidents/0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a',
    ...overrides,
  };
}

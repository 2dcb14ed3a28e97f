import {
  type AnnouncementKind,
  type BundleMessage,
  HEADLINES,
  type IncidentMessage,
  makeLabels,
} from '@klaxon/domain';

const BASE = 'https://klaxon.example.com';
const ID = '0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a';

export const DELIVERY_ID = '0198a3c2-8000-7000-8000-00000000000d';

/** The first message of its conversation. */
export const FIRST = { deliveryId: DELIVERY_ID, firstProviderId: null };

export function sampleMessage(overrides: Partial<IncidentMessage> = {}): IncidentMessage {
  const kind = overrides.kind ?? 'created';
  return {
    incidentId: ID,
    kind,
    headline: HEADLINES[kind],
    number: 1042,
    title: 'Checkout answers slowly',
    description: 'p99 is over 2 s',
    severity: 'critical',
    status: 'open',
    since: Date.UTC(2026, 10, 23, 10, 1, 44),
    assigneeId: null,
    assigneeName: overrides.assigneeId ?? null,
    reason: 'An alert of a new group fired',
    firingAlerts: 3,
    labels: makeLabels([
      ['team', 'payments'],
      ['service', 'checkout'],
    ]),
    url: `${BASE}/incidents/${ID}`,
    links: [],
    at: Date.UTC(2026, 10, 23, 10, 1, 44, 120),
    actions: [],
    ...overrides,
  };
}

export const ACTIONS: IncidentMessage['actions'] = [
  {
    kind: 'acknowledge',
    label: 'Acknowledge',
    token: 'a.AZijwn8QfD6aUR8uPUxbag.c2lnbmF0dXJlMTIzNDU2',
    url: `${BASE}/act/a.AZijwn8QfD6aUR8uPUxbag.c2lnbmF0dXJlMTIzNDU2`,
  },
  {
    kind: 'resolve',
    label: 'Resolve',
    token: 'r.AZijwn8QfD6aUR8uPUxbag.b3RoZXJzaWduYXR1cmUx',
    url: `${BASE}/act/r.AZijwn8QfD6aUR8uPUxbag.b3RoZXJzaWduYXR1cmUx`,
  },
];

const LINKS: IncidentMessage['links'] = [
  { label: 'Runbook', url: 'https://runbooks.example.com/checkout?a=1&b=2' },
  { label: 'Dashboard', url: 'https://grafana.example.com/d/checkout' },
  { label: 'Source', url: 'http://prometheus.example.com/graph?g0.expr=up%3D%3D0' },
];

const LATER: Readonly<Record<AnnouncementKind, Partial<IncidentMessage>>> = {
  created: { actions: ACTIONS },
  acknowledged: {
    status: 'acknowledged',
    assigneeId: 'alice',
    reason: 'Acknowledged by alice.',
    actions: ACTIONS.slice(1),
  },
  resolved: {
    status: 'resolved',
    assigneeId: 'alice',
    reason: 'All of its alerts have ended.',
    firingAlerts: 0,
  },
  reopened: { reason: 'An alert fires again.', actions: ACTIONS },
  grown: {
    status: 'acknowledged',
    assigneeId: 'alice',
    reason: '4 alerts joined.',
    firingAlerts: 7,
    actions: ACTIONS.slice(1),
  },
};

/** One message of each kind, with all that a message can have. */
export function goldenMessage(kind: AnnouncementKind): IncidentMessage {
  return sampleMessage({
    kind,
    title: 'Checkout <b>answers</b> *slowly* & late',
    description: 'p99 is over 2 s.\nSee `checkout_latency` > 2',
    labels: makeLabels([
      ['team', 'payments'],
      ['service', 'checkout'],
      ['alertname', 'CheckoutSlow'],
      ['cluster', 'prod-eu-1'],
      ['note', '`<!channel>` & co'],
    ]),
    links: LINKS,
    ...LATER[kind],
  });
}

export function sampleBundle(overrides: Partial<BundleMessage> = {}): BundleMessage {
  return {
    headline: '⛈️ Many incidents at once: 22 created, 1 resolved',
    lines: [
      { kind: 'created', number: 1043, title: 'Checkout <answers> slowly', severity: 'high' },
      { kind: 'created', number: 1044, title: 'Disk & memory of `db-1`', severity: 'medium' },
      { kind: 'resolved', number: 1042, title: 'Search is down', severity: 'low' },
    ],
    more: 20,
    url: `${BASE}/incidents?status=open`,
    ...overrides,
  };
}

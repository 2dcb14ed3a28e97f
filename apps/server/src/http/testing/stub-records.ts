import type {
  ChannelView,
  IncidentDetail,
  IntegrationView,
  RuleRecord,
  StartedSession,
  UserRecord,
} from '@klaxon/application';
import {
  type Alert,
  HOUR,
  makeLabels,
  type NotificationDelivery,
  type NumberedIncident,
} from '@klaxon/domain';

export const INCIDENT_ID = '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10';
export const OTHER_ID = '0199f3a1-02b4-7c8a-a5ee-91d3b7f0c642';
export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

export const openIncident: NumberedIncident = {
  id: INCIDENT_ID,
  number: 1042,
  title: 'InstanceDown on checkout',
  description: null,
  status: 'open',
  severity: 'critical',
  labels: makeLabels([['service', 'checkout']]),
  groupKey: 'service=checkout',
  assigneeId: null,
  createdAt: NOON,
  updatedAt: NOON + 1,
  snoozedUntil: null,
  staleSince: null,
  version: 4,
};

export const channelView: ChannelView = {
  id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7e22',
  name: 'Operations',
  type: 'slack',
  source: 'database',
  enabled: true,
  fallback: false,
  summary: 'Posts to #operations.',
  config: { channel: '#operations' },
  secretsSet: ['token'],
  fault: null,
  createdAt: NOON,
  updatedAt: NOON,
  health: { lastSentAt: NOON, lastFailedAt: null, lastError: null, queued: 2 },
};

export const ruleRecord: RuleRecord = {
  id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7e23',
  name: 'Only the bad ones',
  channelId: channelView.id,
  enabled: true,
  severities: ['critical'],
  services: null,
  kinds: null,
  matchers: [],
  createdAt: NOON,
  updatedAt: NOON,
};

export const firingAlert: Alert = {
  id: '0199f3a4-7c1a-7b3e-8a53-5d1f0c9b7e21',
  source: 'alertmanager',
  fingerprint: '9f3b1c7a52d4e608',
  status: 'firing',
  startsAt: NOON,
  endsAt: null,
  severity: 'critical',
  incidentId: INCIDENT_ID,
  sourceGroup: '{}:{service="checkout"}',
  statusChangedAt: NOON,
  lastSeenAt: NOON,
  latest: true,
  unconfirmedSince: null,
  labels: makeLabels([['alertname', 'InstanceDown']]),
  annotations: makeLabels([]),
  generatorUrl: 'https://prometheus.example.org/graph',
  createdAt: NOON,
};

export const incidentDetail: IncidentDetail = {
  incident: openIncident,
  alerts: 2,
  firingAlerts: 1,
  alertIds: [firingAlert.id],
};

export const savedChannel = { channelId: channelView.id, generatedSecret: null };
export const queuedNotification: NotificationDelivery = {
  id: '0199f3a4-7d02-7c11-8a7e-2b9c4d5e6f70',
  eventId: '0199f3a4-7c20-7a8b-b1c2-d3e4f5061728',
  incidentId: INCIDENT_ID,
  version: 1,
  channelId: 'env:slack',
  kind: 'created',
  status: 'queued',
  attempts: 2,
  epoch: 3,
  claim: { by: 'job-1', at: NOON + 3 },
  nextAttemptAt: NOON + 2,
  carries: false,
  bundledInto: null,
  providerId: null,
  lastError: 'Slack answered HTTP 503.',
  reason: 'It has no rules, so it hears everything.',
  supersededBecause: null,
  createdAt: NOON,
  settledAt: null,
};

export const userRecord: UserRecord = {
  id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7e30',
  email: 'ada@example.org',
  name: 'Ada',
  role: 'responder',
  passwordHash: null,
  passwordByKey: false,
  passwordEndedAt: null,
  oidc: null,
  createdAt: NOON,
  updatedAt: NOON,
  deactivatedAt: null,
};

export const integrationView: IntegrationView = {
  id: OTHER_ID,
  name: 'Prometheus',
  service: 'shop',
  teamId: null,
  keys: [],
  createdAt: NOON,
  updatedAt: NOON,
};

export const startedSession: StartedSession = {
  secret: 'what-the-cookie-holds',
  marks: ['what-the-browser-is-known-by'],
  session: {
    id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7e31',
    userId: userRecord.id,
    kind: 'browser',
    tokenHash: Uint8Array.of(1),
    createdAt: NOON,
    lastSeenAt: NOON,
    expiresAt: NOON + 7 * 24 * HOUR,
    userAgent: null,
    address: '192.0.2.7',
  },
  principal: {
    kind: 'user',
    id: userRecord.id,
    email: userRecord.email,
    name: 'Ada',
    role: 'responder',
    teamIds: [],
    sessionId: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7e31',
  },
};

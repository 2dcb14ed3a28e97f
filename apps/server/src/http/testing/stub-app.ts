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
  LOCAL,
  makeLabels,
  type NotificationDelivery,
  type NumberedIncident,
} from '@klaxon/domain';
import type { FastifyInstance } from 'fastify';
import { buildApp, type HttpOptions } from '../app.ts';
import type { UseCases } from '../use-cases.ts';
import { stubPeople } from './stub-people.ts';

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

const savedChannel = { channelId: channelView.id, generatedSecret: null };
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
  createdAt: NOON,
  settledAt: null,
};

const userRecord: UserRecord = {
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

const integrationView: IntegrationView = {
  id: OTHER_ID,
  name: 'Prometheus',
  service: 'shop',
  teamId: null,
  keys: [],
  createdAt: NOON,
  updatedAt: NOON,
};

const startedSession: StartedSession = {
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

const nothing = { items: [], total: 0, nextCursor: null };

/** Use cases that find the one incident above, change nothing and take everything in. */
export const stubUseCases: UseCases = {
  authenticate: async () => LOCAL,
  keys: {
    apiKeys: async () => [],
    integrations: async () => [integrationView],
    integration: async () => integrationView,
  },
  createApiKey: async () => ({ id: OTHER_ID, key: 'klx_a-key' }),
  revokeApiKey: async () => {},
  createIntegration: async () => ({ id: OTHER_ID, key: 'kli_a-key' }),
  editIntegration: async () => {},
  deleteIntegration: async () => {},
  rotateIntegrationKey: async () => ({ id: OTHER_ID, key: 'kli_a-key' }),
  auditLog: { list: async () => nothing, older: async () => [] },
  async *exportAuditLog() {},
  openId: null,
  signIn: async () => startedSession,
  signOut: async () => {},
  createAccessToken: async () => ({ token: 'e30.e30.c2ln', expiresIn: 900 }),
  publicKeys: async () => [],
  renameMyself: async () => userRecord,
  changePassword: async () => {},
  sessionsOf: async () => [],
  revokeSession: async () => {},
  revokeOtherSessions: async () => 0,
  owners: {
    incident: async () => ({ teamId: null }),
    notification: async () => ({ teamId: null }),
    service: async () => ({ teamId: null }),
  },
  receiveReport: {
    receive: async () => ({ accepted: 0, rejected: 0 }),
    tooLarge: async () => {},
    refused: async () => {},
  },
  sources: {
    alertmanager: {
      name: 'alertmanager',
      parse: async () => ({
        report: {
          source: 'alertmanager',
          actor: { kind: 'integration', id: 'alertmanager' },
          sourceGroup: null,
          status: 'firing',
          alerts: [],
        },
        rejected: [],
        rejectedAlerts: 0,
        refusal: null,
      }),
    },
  },
  createIncident: async () => openIncident,
  acknowledgeIncident: async () => openIncident,
  resolveIncident: async () => openIncident,
  reopenIncident: async () => openIncident,
  editIncident: async () => openIncident,
  addNote: async () => openIncident,
  snoozeIncident: async () => openIncident,
  mergeIncidents: async () => openIncident,
  personNames: stubPeople.people.names,
  incidents: {
    list: async () => nothing,
    get: async () => incidentDetail,
    alerts: async () => nothing,
    timeline: async () => nothing,
    reopenedAtVersion: async () => null,
    events: async () => [],
    leadingAlert: async () => null,
  },
  alerts: {
    list: async () => nothing,
    get: async () => firingAlert,
    latest: async () => firingAlert,
    rejected: async () => nothing,
  },
  metrics: {
    metrics: async () => ({
      total: 3,
      byStatus: { open: 1, acknowledged: 0, resolved: 2 },
      bySeverity: { critical: 1, high: 0, medium: 2, low: 0 },
      mttaSeconds: null,
      mttrSeconds: 61.5,
    }),
    series: async () => [],
    breakdown: async () => [],
    noise: async () => [],
  },
  liveEvents: { join: async () => () => {}, close: async () => {} },
  sendTestAlert: async () => openIncident,
  viewStatus: async () => ({
    problems: [],
    setup: [],
    openIncidents: 1,
    acknowledgedIncidents: 0,
  }),
  notifications: { list: async () => nothing },
  resendNotification: async () => queuedNotification,
  channels: {
    types: () => [],
    list: async () => [channelView],
    get: async () => channelView,
  },
  createChannel: async () => savedChannel,
  editChannel: async () => savedChannel,
  deleteChannel: async () => {},
  testChannel: async () => ({ result: 'sent', providerId: null }),
  rules: { list: async () => [ruleRecord], get: async () => ruleRecord },
  createRule: async () => ruleRecord,
  editRule: async () => ruleRecord,
  deleteRule: async () => {},
  ...stubPeople,
  health: { check: async () => [] },
  messageActions: { preview: async () => null, act: async () => null },
  slackInteractions: null,
  telegramInteractions: null,
};

/** The whole HTTP side over these use cases, some of them replaced. */
export function stubApp(
  replaced: Partial<UseCases> = {},
  options: Partial<HttpOptions> = {},
): Promise<FastifyInstance> {
  let requests = 0;
  return buildApp(
    { ...stubUseCases, ...replaced },
    {
      logger: false,
      version: '1.2.3',
      publicUrl: null,
      localOnly: false,
      signIn: 'sign-in',
      dashboard: null,
      rateLimits: { perMinute: 0, redis: null },
      trustProxy: false,
      newRequestId: () => `request-${++requests}`,
      ...options,
    },
  );
}

/** Keeps what a use case was asked for, and answers as told. */
export function recording<Request, Answer>(answer: Answer) {
  const requests: Request[] = [];
  const ask = async (request: Request): Promise<Answer> => {
    requests.push(request);
    return answer;
  };
  return { requests, ask };
}

/** Listens on a free port of this machine, and answers it. */
export async function listen(app: FastifyInstance): Promise<number> {
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return Number(new URL(url).port);
}

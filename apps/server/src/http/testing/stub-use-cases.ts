import { incidentUseCases } from '@klaxon/application';
import { LOCAL } from '@klaxon/domain';
import type { UseCases } from '../app.ts';
import { stubPeople } from './stub-people.ts';
import {
  channelView,
  firingAlert,
  incidentDetail,
  integrationView,
  NOON,
  OTHER_ID,
  openIncident,
  queuedNotification,
  ruleRecord,
  savedChannel,
  startedSession,
  userRecord,
} from './stub-records.ts';

const nothing = { items: [], total: 0, nextCursor: null };

const incidentQueries: UseCases['incidents']['queries'] = {
  list: async () => nothing,
  get: async () => incidentDetail,
  alerts: async () => nothing,
  timeline: async () => nothing,
  reopenedAtVersion: async () => null,
  events: async () => [],
  leadingAlert: async () => null,
};

/** Use cases that find the one incident above, change nothing and take everything in. */
export const stubUseCases: UseCases = {
  access: {
    authenticate: async () => LOCAL,
    owners: {
      incident: async () => ({ teamId: null }),
      notification: async () => ({ teamId: null }),
      service: async () => ({ teamId: null }),
    },
  },
  alerts: {
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
    receiveReport: {
      receive: async () => ({ accepted: 0, rejected: 0 }),
      tooLarge: async () => {},
      refused: async () => {},
    },
    sendTestAlert: async () => openIncident,
    queries: {
      list: async () => nothing,
      get: async () => firingAlert,
      latest: async () => firingAlert,
      rejected: async () => nothing,
    },
  },
  audit: {
    queries: { list: async () => nothing, older: async () => [] },
    async *exportAuditLog() {},
  },
  channels: {
    views: { list: async () => [channelView], get: async () => channelView },
    createChannel: async () => savedChannel,
    editChannel: async () => savedChannel,
    deleteChannel: async () => {},
    testChannel: async () => ({ result: 'sent', providerId: null }),
  },
  chats: { slackInteractions: null, telegramInteractions: null },
  health: { check: async () => [] },
  incidents: {
    ...incidentUseCases({
      unitOfWork: { run: () => Promise.reject(new TypeError('a stub stores nothing')) },
      clock: { now: () => NOON },
      ids: { next: () => OTHER_ID },
      usersOnly: false,
      queries: incidentQueries,
      personNames: stubPeople.queries.names,
    }),
    createIncident: async () => openIncident,
    acknowledgeIncident: async () => openIncident,
    resolveIncident: async () => openIncident,
    reopenIncident: async () => openIncident,
    editIncident: async () => openIncident,
    addNote: async () => openIncident,
    snoozeIncident: async () => openIncident,
    mergeIncidents: async () => openIncident,
  },
  keys: {
    queries: {
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
  },
  liveEvents: { join: async () => () => {}, close: async () => {} },
  messageActions: { preview: async () => null, act: async () => null },
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
  notifications: {
    queries: { list: async () => nothing },
    resendNotification: async () => queuedNotification,
  },
  people: stubPeople,
  rules: {
    views: { list: async () => [ruleRecord], get: async () => ruleRecord },
    createRule: async () => ruleRecord,
    editRule: async () => ruleRecord,
    deleteRule: async () => {},
  },
  signIn: {
    queries: { sessionsOf: async () => [] },
    openId: null,
    signIn: async () => startedSession,
    signOut: async () => {},
    createAccessToken: async () => ({ token: 'e30.e30.c2ln', expiresIn: 900 }),
    publicKeys: async () => [],
    renameMyself: async () => userRecord,
    changePassword: async () => {},
    revokeSession: async () => {},
    revokeOtherSessions: async () => 0,
  },
  viewStatus: async () => ({
    problems: [],
    setup: [],
    openIncidents: 1,
    acknowledgedIncidents: 0,
  }),
};

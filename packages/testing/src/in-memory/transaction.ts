import type { Transaction } from '@klaxon/application';
import type { Instant, NumberedIncident } from '@klaxon/domain';
import { makeChannelRepository, makeRuleRepository } from './channels.ts';
import { makeDeliveryRepository } from './deliveries.ts';
import { makeApiKeyRepository, makeIntegrationRepository } from './keys.ts';
import { makeKnownPlaceRepository } from './known-places.ts';
import { makeServiceRepository, makeTeamRepository, makeUserRepository } from './people.ts';
import { makeInvitationRepository, makeSessionRepository } from './sessions.ts';
import {
  addJobs,
  appendEvents,
  checkGroups,
  findIncident,
  insertIncident,
  type StoreState,
  updateIncident,
} from './state.ts';

export function makeTransaction(state: StoreState): Transaction {
  const ids = (limit: number, wanted: (incident: NumberedIncident) => boolean) =>
    [...state.incidents.values()]
      .filter(wanted)
      .map((incident) => incident.id)
      .slice(0, limit);
  return {
    incidents: {
      get: async (id) => findIncident(state, id),
      getPair: async (a, b) => [findIncident(state, a), findIncident(state, b)],
      insert: async (incident) => {
        const numbered = insertIncident(state, incident);
        checkGroups(state);
        return numbered;
      },
      update: async (incident) => {
        updateIncident(state, incident);
        checkGroups(state);
      },
      snoozeEnded: async (now, limit) =>
        ids(limit, ({ snoozedUntil }) => snoozedUntil !== null && snoozedUntil <= now),
      unheard: async (before, limit) =>
        ids(limit, (incident) => isUnheard(state, incident, before)),
    },
    alerts: {
      move: async (from, to) => {
        const moved = [...state.alerts.values()].filter(({ incidentId }) => incidentId === from);
        for (const alert of moved) state.alerts.set(alert.id, { ...alert, incidentId: to });
        return moved;
      },
      deleteRejected: async ({ before, keep, limit }) => {
        const newest = [...state.rejected].sort((a, b) => b.receivedAt - a.receivedAt);
        const gone = new Set([
          ...newest.filter(({ receivedAt }) => receivedAt < before).slice(0, limit),
          ...newest.slice(keep, keep + limit),
        ]);
        const left = state.rejected.filter((rejected) => !gone.has(rejected));
        state.rejected.splice(0, state.rejected.length, ...left);
        return gone.size;
      },
    },
    timeline: { append: async (events) => appendEvents(state, events) },
    jobs: { add: async (jobs) => addJobs(state, jobs) },
    deliveries: makeDeliveryRepository(state),
    channels: makeChannelRepository(state),
    rules: makeRuleRepository(state),
    users: makeUserRepository(state),
    teams: makeTeamRepository(state),
    services: makeServiceRepository(state),
    sessions: makeSessionRepository(state),
    invitations: makeInvitationRepository(state),
    knownPlaces: makeKnownPlaceRepository(state),
    apiKeys: makeApiKeyRepository(state),
    integrations: makeIntegrationRepository(state),
    audit: {
      append: async (entries) => {
        state.audit.push(...entries);
      },
    },
  };
}

function isUnheard(state: StoreState, incident: NumberedIncident, before: Instant): boolean {
  if (incident.status === 'resolved' || incident.staleSince !== null) return false;
  const firing = [...state.alerts.values()].filter(
    (alert) => alert.incidentId === incident.id && alert.status === 'firing',
  );
  return firing.length > 0 && firing.every((alert) => alert.lastSeenAt < before);
}

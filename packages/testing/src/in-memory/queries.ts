import {
  ALERT_IDS_SHOWN,
  type AlertQueries,
  type IncidentQueries,
  type Page,
  type PageRequest,
} from '@klaxon/application';
import { type IncidentEvent, notFound } from '@klaxon/domain';
import { findIncident, firingAlerts, latestAlert, type StoreState } from './state.ts';

export type InMemoryIncidentQueries = Pick<
  IncidentQueries,
  'get' | 'alerts' | 'timeline' | 'reopenedAtVersion' | 'events' | 'leadingAlert'
>;
export type InMemoryAlertQueries = Pick<AlertQueries, 'get' | 'latest' | 'rejected'>;

/** Reads of what is committed at the time of the call. */
export function makeIncidentQueries(committed: () => StoreState): InMemoryIncidentQueries {
  const alertsOf = (state: StoreState, id: string) =>
    [...state.alerts.values()].filter((alert) => alert.incidentId === id);
  return {
    get: async (id) => {
      const state = committed();
      const incident = findIncident(state, id);
      const alerts = alertsOf(state, id);
      const alertIds = alerts.slice(0, ALERT_IDS_SHOWN).map((alert) => alert.id);
      return { incident, alerts: alerts.length, firingAlerts: firingAlerts(state, id), alertIds };
    },
    alerts: async (id, { status }, page) => {
      const state = committed();
      const alerts = alertsOf(state, findIncident(state, id).id);
      return pageOf(
        alerts.filter((alert) => status === undefined || alert.status === status),
        page,
      );
    },
    timeline: async (id, page) => {
      const state = committed();
      const incident = findIncident(state, id);
      return pageOf(
        state.events.filter((event) => event.incidentId === incident.id).map(withoutAlerts),
        page,
      );
    },
    reopenedAtVersion: async (id) => {
      const reopened = committed().events.filter(
        ({ incidentId, type }) => incidentId === id && type === 'reopened',
      );
      return reopened.at(-1)?.version ?? null;
    },
    events: async (ids) => {
      const state = committed();
      return state.events
        .filter((event) => ids.includes(event.id))
        .map((event) => ({
          event: withoutAlerts(event),
          incident: findIncident(state, event.incidentId),
          firingAlerts: firingAlerts(state, event.incidentId),
        }));
    },
    leadingAlert: async (id) => {
      const alerts = alertsOf(committed(), id);
      return alerts.find((alert) => alert.status === 'firing') ?? alerts[0] ?? null;
    },
  };
}

/** As lists read an event: how many alerts it is about, and not which. */
export function withoutAlerts(event: IncidentEvent): IncidentEvent {
  switch (event.type) {
    case 'opened':
      return { ...event, data: { ...event.data, alerts: null } };
    case 'alerts_joined':
    case 'alerts_returned':
    case 'alerts_resolved':
    case 'alerts_unconfirmed':
      return { ...event, data: { ...event.data, alerts: null } };
    case 'absorbed':
      return { ...event, data: { ...event.data, alerts: null } };
    default:
      return event;
  }
}

export function makeAlertQueries(committed: () => StoreState): InMemoryAlertQueries {
  return {
    get: async (id) => {
      const alert = committed().alerts.get(id);
      if (!alert) throw notFound(`There is no alert ${id}.`);
      return alert;
    },
    latest: async (identity) => latestAlert(committed(), identity) ?? null,
    rejected: async (page) => pageOf([...committed().rejected].reverse(), page),
  };
}

export function pageOf<T>(all: readonly T[], { limit, offset, cursor }: PageRequest): Page<T> {
  const from = cursor === null ? offset : Number(cursor);
  const end = from + limit;
  return {
    items: all.slice(from, end),
    total: all.length,
    nextCursor: end < all.length ? String(end) : null,
  };
}

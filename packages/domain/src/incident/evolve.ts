import { notBefore } from '../shared/instant.ts';
import type { Incident } from './incident.ts';
import type { IncidentEvent } from './incident-event.ts';

/**
 * The incident after one more event. Every state is made here and nowhere else, so that folding an
 * incident's events gives back the incident.
 *
 * @throws TypeError when the events do not begin with `opened`
 */
export function evolve(incident: Incident | null, event: IncidentEvent): Incident {
  if (event.type === 'opened') return opened(event);
  if (!incident)
    throw new TypeError(`the events of incident ${event.incidentId} begin with ${event.type}`);
  const at = notBefore(incident.updatedAt, event.at);
  const base = { ...incident, updatedAt: at, version: event.version };
  switch (event.type) {
    case 'acknowledged':
      return base.status === 'open'
        ? {
            ...base,
            status: 'acknowledged',
            ackedAt: at,
            acknowledgedBy: event.data.by,
            assigneeId: event.data.assignee ?? base.assigneeId,
          }
        : base;
    case 'resolved':
      return resolved(base, at, event.data.resolution, null);
    case 'merged':
      return resolved(base, at, 'merged', event.data.into);
    case 'reopened':
      return reopened(base);
    case 'assigned':
      return { ...base, assigneeId: event.data.assignee };
    case 'title_changed':
      return { ...base, title: event.data.title };
    case 'description_changed':
      return { ...base, description: event.data.description };
    case 'severity_changed':
      return { ...base, severity: event.data.to };
    case 'snoozed':
      return { ...base, snoozedUntil: Date.parse(event.data.until) };
    case 'snooze_ended':
      return { ...base, snoozedUntil: null };
    case 'went_stale':
      return { ...base, staleSince: at };
    case 'heard_again':
      return { ...base, staleSince: null };
    case 'alerts_joined':
    case 'alerts_returned':
    case 'alerts_resolved':
    case 'alerts_unconfirmed':
    case 'absorbed':
    case 'note_added':
    case 'notification_failed':
    case 'unknown':
      return base;
  }
}

/** The incident that these events, oldest first, make; null where there are none. */
export function rebuildIncident(events: readonly IncidentEvent[]): Incident | null {
  return events.reduce<Incident | null>(evolve, null);
}

function opened(event: IncidentEvent & { type: 'opened' }): Incident {
  const { title, description, severity, labels, group, assignee } = event.data;
  return {
    id: event.incidentId,
    status: 'open',
    title,
    description,
    severity,
    labels,
    groupKey: group,
    assigneeId: assignee,
    createdAt: event.at,
    updatedAt: event.at,
    snoozedUntil: null,
    staleSince: null,
    version: 1,
  };
}

function resolved(
  incident: Incident,
  at: number,
  resolution: 'alerts' | 'person' | 'merged',
  mergedIntoId: string | null,
): Incident {
  const acknowledged =
    incident.status === 'open'
      ? { ackedAt: at, acknowledgedBy: null }
      : {
          ackedAt: incident.ackedAt,
          acknowledgedBy: incident.acknowledgedBy,
        };
  return {
    ...incident,
    ...acknowledged,
    status: 'resolved',
    resolvedAt: at,
    resolution,
    mergedIntoId,
    snoozedUntil: null,
    staleSince: null,
  };
}

function reopened(incident: Incident): Incident {
  const {
    id,
    title,
    description,
    severity,
    labels,
    groupKey,
    assigneeId,
    createdAt,
    updatedAt,
    version,
  } = incident;
  return {
    id,
    status: 'open',
    title,
    description,
    severity,
    labels,
    groupKey,
    assigneeId,
    createdAt,
    updatedAt,
    snoozedUntil: null,
    staleSince: null,
    version,
  };
}

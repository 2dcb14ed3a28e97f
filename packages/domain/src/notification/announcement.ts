import type { Severity } from '../alert/severity.ts';
import type { IncidentStatus, NumberedIncident } from '../incident/incident.ts';
import type { IncidentEvent, IncidentEventType } from '../incident/incident-event.ts';
import type { Instant } from '../shared/instant.ts';

/** What people are told of. */
export type AnnouncementKind = 'created' | 'acknowledged' | 'resolved' | 'reopened' | 'grown';

export const HEADLINES: Readonly<Record<AnnouncementKind, string>> = {
  created: '🚨 New Incident Created',
  acknowledged: '✅ Incident Acknowledged',
  resolved: '🎉 Incident Resolved',
  reopened: '🔁 Incident Reopened',
  grown: '📈 Incident Growing',
};

const KINDS: Partial<Record<IncidentEventType, AnnouncementKind>> = {
  opened: 'created',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  reopened: 'reopened',
  alerts_joined: 'grown',
};

/**
 * What an event tells people; null for one that only the timeline shows. Alerts that join are told
 * while somebody has the incident: an acknowledgement must not hide a growing outage.
 */
export function announcementOf(
  event: IncidentEvent,
  status: IncidentStatus,
): AnnouncementKind | null {
  const kind = KINDS[event.type] ?? null;
  return kind === 'grown' && status !== 'acknowledged' ? null : kind;
}

/** One message, free of any channel's markup: each notifier escapes and cuts it for its own. */
export interface IncidentMessage {
  readonly incidentId: string;
  readonly kind: AnnouncementKind;
  readonly headline: string;
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly severity: Severity;
  readonly status: NumberedIncident['status'];
  readonly since: Instant;
  readonly assigneeId: string | null;
  /** Why it came to this, as the timeline says it. */
  readonly reason: string;
  readonly firingAlerts: number;
  readonly labels: NumberedIncident['labels'];
  /** The incident in the API; null where Klaxon does not know its own address. */
  readonly url: string | null;
}

export function incidentMessage(
  kind: AnnouncementKind,
  incident: NumberedIncident,
  about: {
    readonly reason: string;
    readonly firingAlerts: number;
    readonly publicUrl: string | null;
  },
): IncidentMessage {
  return {
    incidentId: incident.id,
    kind,
    headline: HEADLINES[kind],
    number: incident.number,
    title: incident.title,
    description: incident.description,
    severity: incident.severity,
    status: incident.status,
    since: incident.createdAt,
    assigneeId: incident.assigneeId,
    reason: about.reason,
    firingAlerts: about.firingAlerts,
    labels: incident.labels,
    url: about.publicUrl === null ? null : `${about.publicUrl}/api/incidents/${incident.id}`,
  };
}

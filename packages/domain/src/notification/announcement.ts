import type { Severity } from '../alert/severity.ts';
import type { IncidentStatus, NumberedIncident } from '../incident/incident.ts';
import type { IncidentEvent, IncidentEventType } from '../incident/incident-event.ts';
import { HOUR, type Instant, type Milliseconds } from '../shared/instant.ts';
import type { MessageLink } from './message-links.ts';

/** What people are told of. */
export const ANNOUNCEMENT_KINDS = [
  'created',
  'acknowledged',
  'resolved',
  'reopened',
  'grown',
] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** Whether this process knows what to say of it: a newer one may announce more. */
export function isAnnouncementKind(kind: string): kind is AnnouncementKind {
  return ANNOUNCEMENT_KINDS.some((known) => known === kind);
}

export const HEADLINES: Readonly<Record<AnnouncementKind, string>> = {
  created: '🚨 New Incident Created',
  acknowledged: '✅ Incident Acknowledged',
  resolved: '🎉 Incident Resolved',
  reopened: '🔁 Incident Reopened',
  grown: '📈 Incident Growing',
};

export const TEST_HEADLINE = '🔔 Test Message';

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
  /** What people call them; the id where it is all there is. */
  readonly assigneeName: string | null;
  /** Why it came to this, as the timeline says it. */
  readonly reason: string;
  readonly firingAlerts: number;
  readonly labels: NumberedIncident['labels'];
  /** The incident's page; null where Klaxon does not know its own address. */
  readonly url: string | null;
  /** Where the first alert says that help is. */
  readonly links: readonly MessageLink[];
  /** When that happened which the message tells of. */
  readonly at: Instant;
  /** What the reader can do from the message itself. */
  readonly actions: readonly MessageAction[];
  /** There is no such incident: somebody asked whether the channel works. */
  readonly isTest?: true;
}

export const MESSAGE_ACTIONS = ['acknowledge', 'resolve'] as const;
export type MessageActionKind = (typeof MESSAGE_ACTIONS)[number];
/** How long a message lets act: whoever finds it later signs in. */
export const ACTION_LIFETIME: Milliseconds = 7 * 24 * HOUR;

export interface MessageAction {
  readonly kind: MessageActionKind;
  readonly label: string;
  /** Proves that Klaxon offered this action on this incident; at most 64 bytes of ASCII. */
  readonly token: string;
  /** A page that asks before it acts; null where Klaxon does not know its own address. */
  readonly url: string | null;
}

export function incidentMessage(
  kind: AnnouncementKind,
  incident: NumberedIncident,
  about: {
    readonly reason: string;
    readonly firingAlerts: number;
    /** Where the id of the assignee says nothing. */
    readonly assigneeName?: string | undefined;
    readonly publicUrl: string | null;
    readonly at?: Instant;
    readonly links?: readonly MessageLink[];
    readonly actions?: readonly MessageAction[];
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
    assigneeName: about.assigneeName ?? incident.assigneeId,
    reason: about.reason,
    firingAlerts: about.firingAlerts,
    labels: incident.labels,
    links: about.links ?? [],
    at: about.at ?? incident.updatedAt,
    actions: about.actions ?? [],
    url: about.publicUrl === null ? null : `${about.publicUrl}/incidents/${incident.id}`,
  };
}

/** Many incidents in one message: what a storm is told with. */
export interface BundleMessage {
  readonly headline: string;
  readonly lines: readonly BundleLine[];
  /** How many more there are than lines. */
  readonly more: number;
  /** The list of open incidents; null where Klaxon does not know its own address. */
  readonly url: string | null;
}

export interface BundleLine {
  /** An `AnnouncementKind`, or one that only a newer Klaxon knows. */
  readonly kind: string;
  readonly number: number;
  readonly title: string;
  readonly severity: Severity;
}

const LINES_SHOWN = 20;

export function bundleMessage(
  announced: readonly { readonly kind: string; readonly incident: NumberedIncident }[],
  publicUrl: string | null,
): BundleMessage {
  const lines = announced.map(({ kind, incident }) => ({
    kind,
    number: incident.number,
    title: incident.title,
    severity: incident.severity,
  }));
  const counts = Map.groupBy(lines, ({ kind }) => kind);
  const told = [...counts].map(([kind, own]) => `${own.length} ${kind}`).join(', ');
  return {
    headline: `⛈️ Many incidents at once: ${told}`,
    lines: lines.slice(0, LINES_SHOWN),
    more: Math.max(0, lines.length - LINES_SHOWN),
    url: publicUrl === null ? null : `${publicUrl}/incidents?status=open`,
  };
}

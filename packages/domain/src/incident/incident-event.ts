import type { AlertState } from '../alert/alert.ts';
import type { Labels } from '../alert/labels.ts';
import type { Severity } from '../alert/severity.ts';
import type { Instant } from '../shared/instant.ts';
import type { Resolution } from './incident.ts';

/** Who did it. `system` is Klaxon itself, acting on what alerts and clocks tell. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      /** What people call them, where that is not the id. Events hold the id alone. */
      readonly name?: string;
      /** The id stands for whoever it was: the one at the machine, or whoever followed a link. */
      readonly isAnybody?: true;
    }
  | { readonly kind: 'integration'; readonly id: string }
  | { readonly kind: 'system'; readonly id: null };

export const SYSTEM: Actor = { kind: 'system', id: null };

/** Somebody: by what is recorded, and by what people read. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export function namedActor(actor: Actor): Named {
  const id = actor.id ?? actor.kind;
  return { id, name: ('name' in actor && actor.name) || id };
}

/** How many fingerprints an event names for people: of a storm of 50,000 alerts they read the count. */
export const FINGERPRINTS_NAMED = 20;

/** One alert of an event. Times are RFC 3339 text. */
export interface AlertMoment {
  /** The id of the alert in this incident. */
  readonly id: string;
  readonly started: string;
  /** Null while it fires. */
  readonly ended: string | null;
}

export function momentOf({
  id,
  startsAt,
  endsAt,
}: Pick<AlertState, 'id' | 'startsAt' | 'endsAt'>): AlertMoment {
  const text = (at: Instant) => new Date(at).toISOString();
  return { id, started: text(startsAt), ended: endsAt === null ? null : text(endsAt) };
}

/** The alerts that an event is about. */
export interface AlertsOfEvent {
  readonly count: number;
  /** The first of them, at most 20. */
  readonly fingerprints: readonly string[];
  /** All of them. Null where they were not read, or not written down, as before version 2 of events. */
  readonly alerts: readonly AlertMoment[] | null;
}

/** What happened. `data` is stored as it stands: single-word names, times as RFC 3339 text. */
export type IncidentChange =
  | {
      readonly type: 'opened';
      readonly data: {
        readonly title: string;
        readonly description: string | null;
        readonly severity: Severity;
        readonly labels: Labels;
        readonly group: string | null;
        readonly assignee: string | null;
      } & AlertsOfEvent;
    }
  | {
      /** Joined: new to the incident. Returned: were part of it, ended, and fire again. */
      readonly type: 'alerts_joined' | 'alerts_returned' | 'alerts_resolved' | 'alerts_unconfirmed';
      readonly data: AlertsOfEvent;
    }
  | {
      readonly type: 'acknowledged';
      readonly data: { readonly by: string; readonly assignee: string | null };
    }
  | { readonly type: 'assigned'; readonly data: { readonly assignee: string | null } }
  | { readonly type: 'title_changed'; readonly data: { readonly title: string } }
  | { readonly type: 'description_changed'; readonly data: { readonly description: string | null } }
  | {
      readonly type: 'severity_changed';
      readonly data: { readonly from: Severity; readonly to: Severity };
    }
  | { readonly type: 'resolved'; readonly data: { readonly resolution: Resolution } }
  | { readonly type: 'merged'; readonly data: { readonly into: string } }
  | {
      readonly type: 'absorbed';
      readonly data: { readonly source: string; readonly alerts: readonly AlertMoment[] | null };
    }
  | { readonly type: 'note_added'; readonly data: { readonly text: string } }
  | { readonly type: 'snoozed'; readonly data: { readonly until: string } }
  | {
      readonly type: 'reopened' | 'snooze_ended' | 'went_stale' | 'heard_again';
      readonly data: Readonly<Record<string, never>>;
    }
  | {
      readonly type: 'notification_failed';
      readonly data: { readonly channel: string; readonly about: string; readonly error: string };
    }
  /** Something that only a newer Klaxon knows of. */
  | { readonly type: 'unknown'; readonly data: { readonly name: string } };

export type IncidentEventType = IncidentChange['type'];

/** One line of an incident's timeline: what happened, who did it, why, and when. */
export type IncidentEvent = IncidentChange & {
  readonly id: string;
  readonly incidentId: string;
  /** The incident's version with this event: 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly actor: Actor;
  /** A sentence for people. */
  readonly reason: string;
  readonly at: Instant;
};

/** A change that a decision calls for, before it has an id and a time. */
export type DecidedChange = IncidentChange & { readonly reason: string };

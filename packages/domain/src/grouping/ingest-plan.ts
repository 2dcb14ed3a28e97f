import type { AlertState, AlertStatus, IncomingAlert } from '../alert/alert.ts';
import type { Labels } from '../alert/labels.ts';
import type { Incident } from '../incident/incident.ts';
import type { Actor, IncidentEvent } from '../incident/incident-event.ts';
import type { Instant, Milliseconds } from '../shared/instant.ts';

export interface IngestPolicy {
  readonly groupBy: readonly string[];
  /** Whether an incident resolves itself with its last firing alert. */
  readonly autoResolve: boolean;
  /** A new occurrence this soon after its incident resolved itself reopens that incident. */
  readonly flapWindow: Milliseconds;
  /** How long an alert that still fires stays quiet after a person resolved its incident. */
  readonly reopenAfter: Milliseconds;
  /** How long a firing that contradicts a fresh resolution waits for that resolution to be repeated. */
  readonly confirmAfter: Milliseconds;
  /** How coarse `lastSeenAt` is, so that repeats cost no write. */
  readonly touchEvery: Milliseconds;
}

/** One report of a source: Alertmanager's webhook, or what Klaxon looked at again by itself. */
export interface AlertReport {
  /** Whose alerts it speaks of. */
  readonly source: string;
  readonly actor: Actor;
  /** The source's own group, whose `resolved` covers alerts it left out; null where there is none. */
  readonly sourceGroup: string | null;
  /** `resolved`: all that is recorded under the source group is over, also what is left out here. */
  readonly status: AlertStatus;
  readonly alerts: readonly IncomingAlert[];
  /** Why alerts ended, where it is not that the source said so. */
  readonly cause?: string;
  /** The team that its sender keeps to, and that services belong to which are first heard of in it. */
  readonly teamId?: string;
}

export interface SnapshotIncident {
  readonly incident: Incident;
  readonly firingAlerts: number;
  /** Groups whose incidents were merged into this one: their new alerts come here. */
  readonly mergedGroups: readonly string[];
}

/** All that is known of what the reports speak of. */
export interface IngestSnapshot {
  /** The latest of each, and those that fire (or may) under a source group that a report resolves. */
  readonly alerts: readonly AlertState[];
  /**
   * The incidents of those alerts, and the unresolved ones of the reports' groups and of those
   * incidents' own: one that stands there now must be known before another is reopened.
   */
  readonly incidents: readonly SnapshotIncident[];
}

/** What an alert row is given beside its state. Null: keep what stands there. */
export interface AlertContents {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly generatorUrl: string | null;
}

export interface PlannedAlert {
  readonly state: AlertState;
  readonly contents: AlertContents | null;
}

/** What to write, all of it in one transaction. Empty lists: the reports said nothing new. */
export interface IngestPlan {
  /** Rows of alerts that nobody knew, and of known ones in an incident that is new to them. */
  readonly newAlerts: readonly (PlannedAlert & { readonly contents: AlertContents })[];
  /** By id. Those that are the latest no more are to be written before their successors. */
  readonly changedAlerts: readonly PlannedAlert[];
  readonly newIncidents: readonly Incident[];
  /** With the version that the decision was made on: a write on another one must fail. */
  readonly changedIncidents: readonly { readonly incident: Incident; readonly basedOn: number }[];
  readonly events: readonly IncidentEvent[];
  /** When alerts left unconfirmed are to be looked at again; null where there are none. */
  readonly settleAt: Instant | null;
}

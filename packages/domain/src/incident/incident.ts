import type { Labels } from '../alert/labels.ts';
import type { Severity } from '../alert/severity.ts';
import type { Instant } from '../shared/instant.ts';

export const INCIDENT_STATUSES = ['open', 'acknowledged', 'resolved'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** Why an incident is resolved: its alerts ended, a person said so, or another incident took it over. */
export type Resolution = 'alerts' | 'person' | 'merged';

export const TITLE_LIMIT = 500;

interface IncidentFacts {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly severity: Severity;
  readonly labels: Labels;
  /** Null for an incident that a person created. */
  readonly groupKey: string | null;
  readonly assigneeId: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly snoozedUntil: Instant | null;
  /** Since when its firing alerts were not heard of. */
  readonly staleSince: Instant | null;
  /** Counts the events so far: the `ETag` of the API and the guard of every write. */
  readonly version: number;
}

export interface OpenIncident extends IncidentFacts {
  readonly status: 'open';
}

export interface AcknowledgedIncident extends IncidentFacts {
  readonly status: 'acknowledged';
  readonly ackedAt: Instant;
  readonly acknowledgedBy: string;
}

export interface ResolvedIncident extends IncidentFacts {
  readonly status: 'resolved';
  /** Equals `resolvedAt` where nobody acknowledged; `acknowledgedBy` is null then. */
  readonly ackedAt: Instant;
  readonly acknowledgedBy: string | null;
  readonly resolvedAt: Instant;
  readonly resolution: Resolution;
  readonly mergedIntoId: string | null;
}

/** An incident as its events make it. */
export type Incident = OpenIncident | AcknowledgedIncident | ResolvedIncident;
export type UnresolvedIncident = OpenIncident | AcknowledgedIncident;

/** An incident with what the database alone gives it: the number that people say (`#1042`). */
export type NumberedIncident = Incident & { readonly number: number };

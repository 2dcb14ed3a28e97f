import type {
  Alert,
  IncidentEvent,
  IncidentStatus,
  Instant,
  NumberedIncident,
  Severity,
} from '@klaxon/domain';
import type { AlertFilter } from './alert-queries.ts';
import type { Page, PageRequest } from './page.ts';

export const INCIDENT_SORTS = ['created_at', '-created_at', 'updated_at', '-updated_at'] as const;
export type IncidentSort = (typeof INCIDENT_SORTS)[number];

export interface IncidentFilter {
  readonly status?: readonly IncidentStatus[];
  readonly severity?: readonly Severity[];
  readonly assigneeId?: string;
  /** The `service` label. */
  readonly service?: string;
  /** Labels that must all be there, name and value. */
  readonly labels?: readonly (readonly [string, string])[];
  /** Part of the title or description, or a number (`1042`, `#1042`). */
  readonly q?: string;
  /** Created at or after. */
  readonly from?: Instant;
  /** Created before. */
  readonly to?: Instant;
}

/** How many alerts an incident's `alertIds` hold at the most; the rest is in its list of alerts. */
export const ALERT_IDS_SHOWN = 1_000;

export interface IncidentSummary {
  readonly incident: NumberedIncident;
  readonly alerts: number;
  readonly firingAlerts: number;
}

export interface IncidentDetail extends IncidentSummary {
  /** Oldest first, the first 1,000. */
  readonly alertIds: readonly string[];
}

export interface AnnouncedEvent {
  readonly event: IncidentEvent;
  readonly incident: NumberedIncident;
  readonly firingAlerts: number;
}

/** Reads of incidents, outside any transaction. Unknown ids raise DomainError `not-found`. */
export interface IncidentQueries {
  /** @throws DomainError `invalid` for a cursor that this list did not give */
  list(
    filter: IncidentFilter,
    sort: IncidentSort,
    page: PageRequest,
  ): Promise<Page<IncidentSummary>>;
  get(id: string): Promise<IncidentDetail>;
  /** Oldest first. */
  alerts(id: string, filter: Pick<AlertFilter, 'status'>, page: PageRequest): Promise<Page<Alert>>;
  /** Oldest first. */
  /** Of alerts it says how many there were: each of them is not read. */
  timeline(id: string, page: PageRequest): Promise<Page<IncidentEvent>>;
  /** Its version when it was last opened again; null where it never was. */
  reopenedAtVersion(id: string): Promise<number | null>;
  /** Those of these events that exist, with their incidents as they are now; their alerts are not read. */
  events(ids: readonly string[]): Promise<readonly AnnouncedEvent[]>;
  /** The first of its alerts that fires; the first of all where none does; null where there is none. */
  leadingAlert(id: string): Promise<Alert | null>;
}

import type { RecheckedAlert } from '@klaxon/application';
import {
  type AlertOwners,
  type AlertState,
  alertKey,
  type Incident,
  type IngestPlan,
  type PlannedAlert,
  type RejectedAlert,
  type SnapshotIncident,
} from '@klaxon/domain';
import { alertStatusFrom, labelsFrom, severityFrom } from '../database/rows.ts';
import {
  groupKeyHash,
  type IncidentColumns,
  incidentColumns,
  incidentFrom,
} from '../prisma/incident-mapper.ts';

export interface AlertRow {
  readonly id: string;
  readonly source: string;
  readonly fingerprint: string;
  readonly latest: boolean;
  readonly status: string;
  readonly starts_at: number;
  readonly ends_at: number | null;
  readonly severity: string;
  readonly incident_id: string | null;
  readonly source_group: string | null;
  readonly status_changed_at: number;
  readonly last_seen_at: number;
  readonly unconfirmed_since: number | null;
}

export interface ContentsRow extends AlertRow {
  readonly labels: unknown;
  readonly annotations: unknown;
  readonly generator_url: string | null;
}

export interface IncidentRow extends IncidentColumns {
  readonly firing_alerts: number;
  readonly merged_groups: readonly string[];
}

export interface OwnerRow {
  readonly team_id: string;
  /** Whose team it is: a service's, or an alert's. */
  readonly service: string | null;
  readonly source: string | null;
  readonly fingerprint: string | null;
}

/** @param wanted by `alertKey`: rows of other alerts are left out */
export function ownersFrom(rows: readonly OwnerRow[], wanted: ReadonlySet<string>): AlertOwners {
  const services = new Map<string, string>();
  const alerts = new Map<string, string>();
  for (const { service, source, fingerprint, team_id: team } of rows)
    if (service !== null) services.set(service, team);
    else if (source !== null && fingerprint !== null) {
      const key = alertKey({ source, fingerprint });
      if (wanted.has(key)) alerts.set(key, team);
    }
  return { services, alerts };
}

export function alertStateFrom(row: AlertRow): AlertState {
  return {
    id: row.id,
    source: row.source,
    fingerprint: row.fingerprint,
    latest: row.latest,
    status: alertStatusFrom(row.status),
    startsAt: Math.round(row.starts_at),
    endsAt: whole(row.ends_at),
    severity: severityFrom(row.severity),
    incidentId: row.incident_id,
    sourceGroup: row.source_group,
    statusChangedAt: Math.round(row.status_changed_at),
    lastSeenAt: Math.round(row.last_seen_at),
    unconfirmedSince: whole(row.unconfirmed_since),
  };
}

export function recheckedAlertFrom(row: ContentsRow): RecheckedAlert {
  return {
    ...alertStateFrom(row),
    labels: labelsFrom(row.labels),
    annotations: labelsFrom(row.annotations),
    generatorUrl: row.generator_url,
  };
}

export function snapshotIncidentFrom(row: IncidentRow): SnapshotIncident {
  return {
    incident: incidentFrom({ ...row, ...wholeTimes(row) }),
    firingAlerts: row.firing_alerts,
    mergedGroups: row.merged_groups,
  };
}

export function alertRecord({ state, contents }: PlannedAlert) {
  return {
    id: state.id,
    latest: state.latest,
    status: state.status,
    starts_at: state.startsAt,
    ends_at: state.endsAt,
    severity: state.severity,
    incident_id: state.incidentId,
    source_group: state.sourceGroup,
    status_changed_at: state.statusChangedAt,
    last_seen_at: state.lastSeenAt,
    unconfirmed_since: state.unconfirmedSince,
    labels: contents?.labels,
    annotations: contents?.annotations,
    generator_url: contents?.generatorUrl,
  };
}

/**
 * New alerts as one array a column. JSON never holds a line break of its own, so labels and annotations
 * go as lines of text: as elements of an array each of their quotes would have to be escaped.
 */
export function alertColumns(alerts: IngestPlan['newAlerts']): unknown[] {
  const column = (name: keyof AlertState) => alerts.map(({ state }) => state[name]);
  const lines = (name: 'labels' | 'annotations') =>
    alerts.map(({ contents }) => JSON.stringify(contents[name])).join('\n');
  return [
    column('id'),
    column('source'),
    column('fingerprint'),
    column('latest'),
    column('status'),
    column('startsAt'),
    column('endsAt'),
    column('severity'),
    column('incidentId'),
    column('sourceGroup'),
    column('statusChangedAt'),
    column('lastSeenAt'),
    column('unconfirmedSince'),
    lines('labels'),
    lines('annotations'),
    alerts.map(({ contents }) => contents.generatorUrl),
  ];
}

export function incidentRecord(incident: Incident, basedOn: number | null) {
  const { groupKey } = incident;
  const hashed = groupKey === null ? null : Buffer.from(groupKeyHash(groupKey)).toString('hex');
  return { ...incidentColumns(incident), groupKeyHash: hashed, basedOn };
}

export function rejectedRecord(alert: RejectedAlert) {
  const { id, receivedAt, source, path, reason, raw } = alert;
  return { id, received_at: receivedAt, source, path, reason, raw };
}

function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** PostgreSQL counts in microseconds. */
function wholeTimes(row: IncidentColumns) {
  return {
    createdAt: Math.round(row.createdAt),
    updatedAt: Math.round(row.updatedAt),
    ackedAt: whole(row.ackedAt),
    resolvedAt: whole(row.resolvedAt),
    snoozedUntil: whole(row.snoozedUntil),
    staleSince: whole(row.staleSince),
  };
}

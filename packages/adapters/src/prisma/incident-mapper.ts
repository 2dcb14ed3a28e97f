import { hash } from 'node:crypto';
import type { Incident, NumberedIncident } from '@klaxon/domain';
import {
  incidentStatusFrom,
  instantFrom,
  labelsFrom,
  present,
  resolutionFrom,
  severityFrom,
} from '../database/rows.ts';
import type { IncidentModel } from './generated/models.ts';

/** An incident as its row, for both ways of reading and writing. Times are milliseconds since 1970. */
export interface IncidentColumns {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly status: string;
  readonly severity: string;
  readonly labels: unknown;
  readonly groupKey: string | null;
  readonly assigneeId: string | null;
  readonly acknowledgedBy: string | null;
  readonly resolution: string | null;
  readonly mergedIntoId: string | null;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly ackedAt: number | null;
  readonly resolvedAt: number | null;
  readonly snoozedUntil: number | null;
  readonly staleSince: number | null;
}

export function incidentFrom(row: IncidentColumns): Incident {
  const facts = {
    id: row.id,
    title: row.title,
    description: row.description,
    severity: severityFrom(row.severity),
    labels: labelsFrom(row.labels),
    groupKey: row.groupKey,
    assigneeId: row.assigneeId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    snoozedUntil: row.snoozedUntil,
    staleSince: row.staleSince,
    version: row.version,
  };
  const status = incidentStatusFrom(row.status);
  if (status === 'open') return { ...facts, status };
  const ackedAt = present(row.ackedAt, 'acked_at');
  if (status === 'acknowledged')
    return {
      ...facts,
      status,
      ackedAt,
      acknowledgedBy: present(row.acknowledgedBy, 'acknowledged_by'),
    };
  return {
    ...facts,
    status,
    ackedAt,
    acknowledgedBy: row.acknowledgedBy,
    resolvedAt: present(row.resolvedAt, 'resolved_at'),
    resolution: resolutionFrom(row.resolution),
    mergedIntoId: row.mergedIntoId,
  };
}

/** All columns over all of an incident's life, so that no state leaves a trace of the last. */
export function incidentColumns(incident: Incident): IncidentColumns {
  const resolved = incident.status === 'resolved' ? incident : null;
  const acked = incident.status === 'open' ? null : incident;
  return {
    id: incident.id,
    title: incident.title,
    description: incident.description,
    status: incident.status,
    severity: incident.severity,
    labels: incident.labels,
    groupKey: incident.groupKey,
    assigneeId: incident.assigneeId,
    acknowledgedBy: acked?.acknowledgedBy ?? null,
    resolution: resolved?.resolution ?? null,
    mergedIntoId: resolved?.mergedIntoId ?? null,
    version: incident.version,
    createdAt: incident.createdAt,
    updatedAt: incident.updatedAt,
    ackedAt: acked?.ackedAt ?? null,
    resolvedAt: resolved?.resolvedAt ?? null,
    snoozedUntil: incident.snoozedUntil,
    staleSince: incident.staleSince,
  };
}

/** As Prisma reads it. */
export function incidentFromModel(row: IncidentModel): NumberedIncident {
  const incident = incidentFrom({
    ...row,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    ackedAt: instantFrom(row.ackedAt),
    resolvedAt: instantFrom(row.resolvedAt),
    snoozedUntil: instantFrom(row.snoozedUntil),
    staleSince: instantFrom(row.staleSince),
  });
  return { ...incident, number: row.number };
}

/** As Prisma writes it: what changes over an incident's life. */
export function changingColumns(incident: Incident) {
  const {
    id: _id,
    labels: _labels,
    groupKey: _group,
    createdAt: _at,
    ...columns
  } = incidentColumns(incident);
  return {
    ...columns,
    status: incident.status,
    severity: incident.severity,
    updatedAt: new Date(columns.updatedAt),
    ackedAt: dateFrom(columns.ackedAt),
    resolvedAt: dateFrom(columns.resolvedAt),
    snoozedUntil: dateFrom(columns.snoozedUntil),
    staleSince: dateFrom(columns.staleSince),
  };
}

function dateFrom(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

/** What the unique index stands on; null for an incident without a group. */
export function groupKeyHash(groupKey: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash('sha256', groupKey, 'buffer'));
}

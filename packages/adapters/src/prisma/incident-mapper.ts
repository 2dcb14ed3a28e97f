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

export function incidentFrom(row: IncidentModel): NumberedIncident {
  const facts = {
    id: row.id,
    number: row.number,
    title: row.title,
    description: row.description,
    severity: severityFrom(row.severity),
    labels: labelsFrom(row.labels),
    groupKey: row.groupKey,
    assigneeId: row.assigneeId,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    snoozedUntil: instantFrom(row.snoozedUntil),
    staleSince: instantFrom(row.staleSince),
    version: row.version,
  };
  const status = incidentStatusFrom(row.status);
  if (status === 'open') return { ...facts, status };
  const ackedAt = present(instantFrom(row.ackedAt), 'acked_at');
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
    resolvedAt: present(instantFrom(row.resolvedAt), 'resolved_at'),
    resolution: resolutionFrom(row.resolution),
    mergedIntoId: row.mergedIntoId,
  };
}

/** The columns that change over an incident's life, all of them, so that no state leaves a trace of the last. */
export function incidentColumns(incident: Incident) {
  const resolved = incident.status === 'resolved' ? incident : null;
  const acked = incident.status === 'open' ? null : incident;
  return {
    title: incident.title,
    description: incident.description,
    status: incident.status,
    severity: incident.severity,
    updatedAt: new Date(incident.updatedAt),
    ackedAt: acked && new Date(acked.ackedAt),
    acknowledgedBy: acked?.acknowledgedBy ?? null,
    resolvedAt: resolved && new Date(resolved.resolvedAt),
    resolution: resolved?.resolution ?? null,
    mergedIntoId: resolved?.mergedIntoId ?? null,
    assigneeId: incident.assigneeId,
    snoozedUntil: incident.snoozedUntil === null ? null : new Date(incident.snoozedUntil),
    staleSince: incident.staleSince === null ? null : new Date(incident.staleSince),
    version: incident.version,
  };
}

/** What the unique index stands on; null for an incident without a group. */
export function groupKeyHash(groupKey: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash('sha256', groupKey, 'buffer'));
}

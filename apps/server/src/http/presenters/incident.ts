import {
  type IncidentDetail as Detail,
  type IncidentSummary,
  nameIn,
  type Page,
  type PersonNames,
} from '@klaxon/application';
import type { Incident, IncidentDetail, IncidentList } from '@klaxon/contracts';
import { excerpt, excerptOf } from './excerpt.ts';
import { presentNullableTime, presentTime } from './time.ts';

type Names = ReadonlyMap<string, string>;

function presentIncident(
  { incident, alerts, firingAlerts }: IncidentSummary,
  names: Names,
): Incident {
  const resolved = incident.status === 'resolved' ? incident : null;
  const acknowledged = incident.status === 'open' ? null : incident;
  const acknowledgedBy = acknowledged?.acknowledgedBy ?? null;
  return {
    id: incident.id,
    number: incident.number,
    title: incident.title,
    description: incident.description,
    status: incident.status,
    severity: incident.severity,
    created_at: presentTime(incident.createdAt),
    updated_at: presentTime(incident.updatedAt),
    acked_at: presentNullableTime(acknowledged?.ackedAt ?? null),
    resolved_at: presentNullableTime(resolved?.resolvedAt ?? null),
    assignee_id: incident.assigneeId,
    assignee_name: nameIn(names, incident.assigneeId),
    alert_count: alerts,
    firing_alert_count: firingAlerts,
    labels: incident.labels,
    group_key: incident.groupKey,
    acknowledged_by: acknowledgedBy,
    acknowledged_by_name: nameIn(names, acknowledgedBy),
    resolution: resolved?.resolution ?? null,
    snoozed_until: presentNullableTime(incident.snoozedUntil),
    stale_since: presentNullableTime(incident.staleSince),
    merged_into_id: resolved?.mergedIntoId ?? null,
    version: incident.version,
  };
}

export async function presentIncidentDetail(
  detail: Detail,
  personNames: PersonNames,
): Promise<IncidentDetail> {
  const names = await personNames(peopleOf(detail));
  return { ...presentIncident(detail, names), alert_ids: [...detail.alertIds] };
}

export async function presentIncidents(
  { items, total, nextCursor }: Page<IncidentSummary>,
  personNames: PersonNames,
): Promise<IncidentList> {
  const names = await personNames(items.flatMap(peopleOf));
  const incidents = items.map((summary) => excerptOfIncident(presentIncident(summary, names)));
  return { incidents, total, next_cursor: nextCursor };
}

function excerptOfIncident(incident: Incident): Incident {
  const { description, labels, group_key } = incident;
  return {
    ...incident,
    description: description && excerpt(description),
    labels: excerptOf(labels),
    group_key: group_key && excerpt(group_key),
  };
}

function peopleOf({ incident }: IncidentSummary): readonly (string | null)[] {
  return [incident.assigneeId, incident.status === 'open' ? null : incident.acknowledgedBy];
}

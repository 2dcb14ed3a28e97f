import type { IncidentDetail as Detail, IncidentSummary, Page } from '@klaxon/application';
import type { Incident, IncidentDetail, IncidentList } from '@klaxon/contracts';
import { presentNullableTime, presentTime } from './time.ts';

function presentIncident({ incident, alerts, firingAlerts }: IncidentSummary): Incident {
  const resolved = incident.status === 'resolved' ? incident : null;
  const acknowledged = incident.status === 'open' ? null : incident;
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
    alert_count: alerts,
    firing_alert_count: firingAlerts,
    labels: incident.labels,
    group_key: incident.groupKey,
    acknowledged_by: acknowledged?.acknowledgedBy ?? null,
    resolution: resolved?.resolution ?? null,
    snoozed_until: presentNullableTime(incident.snoozedUntil),
    stale_since: presentNullableTime(incident.staleSince),
    merged_into_id: resolved?.mergedIntoId ?? null,
    version: incident.version,
  };
}

export function presentIncidentDetail(detail: Detail): IncidentDetail {
  return { ...presentIncident(detail), alert_ids: [...detail.alertIds] };
}

export function presentIncidents({
  items,
  total,
  nextCursor,
}: Page<IncidentSummary>): IncidentList {
  return { incidents: items.map(presentIncident), total, next_cursor: nextCursor };
}

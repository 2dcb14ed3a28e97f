import type { Page } from '@klaxon/application';
import type { AlertList, Alert as WireAlert } from '@klaxon/contracts';
import type { Alert } from '@klaxon/domain';
import { excerptOf } from './excerpt.ts';
import { presentNullableTime, presentTime } from './time.ts';

export function presentAlert(alert: Alert): WireAlert {
  return {
    id: alert.id,
    source: alert.source,
    fingerprint: alert.fingerprint,
    status: alert.status,
    severity: alert.severity,
    starts_at: presentTime(alert.startsAt),
    ends_at: presentNullableTime(alert.endsAt),
    labels: alert.labels,
    annotations: alert.annotations,
    generator_url: presentLink(alert.generatorUrl),
    incident_id: alert.incidentId,
    created_at: presentTime(alert.createdAt),
    last_seen_at: presentTime(alert.lastSeenAt),
    unconfirmed_since: presentNullableTime(alert.unconfirmedSince),
  };
}

export function presentAlerts({ items, total, nextCursor }: Page<Alert>): AlertList {
  return { alerts: items.map(presentInList), total, next_cursor: nextCursor };
}

function presentInList(alert: Alert): WireAlert {
  const labels = excerptOf(alert.labels);
  return presentAlert({ ...alert, labels, annotations: excerptOf(alert.annotations) });
}

/** Sources may send `javascript:`, and people click on what looks like a link. */
function presentLink(url: string | null): string | null {
  const protocol = url === null ? undefined : URL.parse(url)?.protocol;
  return protocol === 'http:' || protocol === 'https:' ? url : null;
}

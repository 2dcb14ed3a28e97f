import type { AlertStatus } from '../alert/alert.ts';
import type { Instant } from '../shared/instant.ts';
import type { AlertMoment, IncidentEvent } from './incident-event.ts';

/** What events say of one alert of their incident. */
export interface RebuiltAlert {
  readonly status: AlertStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}

/**
 * The alerts that an incident has by its events, oldest first, by id. Null where some were written
 * before events named all alerts: of those only the count is known.
 */
export function rebuildAlerts(
  events: readonly IncidentEvent[],
): ReadonlyMap<string, RebuiltAlert> | null {
  const alerts = new Map<string, RebuiltAlert>();
  for (const event of events) {
    if (event.type === 'merged') alerts.clear();
    const moments = momentsOf(event);
    if (moments === null) return null;
    // A firing that waits to be confirmed leaves the alert as it ended.
    if (event.type === 'alerts_unconfirmed') continue;
    for (const { id, started, ended } of moments) {
      const endsAt = ended === null ? null : Date.parse(ended);
      const status = endsAt === null ? 'firing' : 'resolved';
      alerts.set(id, { status, startsAt: Date.parse(started), endsAt });
    }
  }
  return alerts;
}

function momentsOf(event: IncidentEvent): readonly AlertMoment[] | null {
  switch (event.type) {
    case 'opened':
    case 'alerts_joined':
    case 'alerts_returned':
    case 'alerts_resolved':
    case 'alerts_unconfirmed':
    case 'absorbed':
      return event.data.alerts;
    default:
      return [];
  }
}

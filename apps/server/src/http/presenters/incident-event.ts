import type { Page } from '@klaxon/application';
import type { Timeline, IncidentEvent as WireEvent } from '@klaxon/contracts';
import type { IncidentEvent } from '@klaxon/domain';
import { presentTime } from './time.ts';

function presentIncidentEvent(event: IncidentEvent): WireEvent {
  const { id, incidentId, version, type, actor, reason, data, at } = event;
  return {
    id,
    incident_id: incidentId,
    version,
    type,
    actor,
    reason,
    data: { ...data },
    at: presentTime(at),
  };
}

export function presentTimeline({ items, total, nextCursor }: Page<IncidentEvent>): Timeline {
  return { events: items.map(presentIncidentEvent), total, next_cursor: nextCursor };
}

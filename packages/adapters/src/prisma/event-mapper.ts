import type { IncidentEvent, IncidentEventType } from '@klaxon/domain';
import { actorFrom } from '../database/rows.ts';
import type { IncidentEventModel } from './generated/models.ts';

/** Reads back an event. Its `data` was written from the same type and is append-only since. */
export function eventFrom(row: IncidentEventModel): IncidentEvent {
  const change = { type: row.type, data: row.data } as IncidentEvent;
  return {
    ...change,
    id: row.id,
    incidentId: row.incidentId,
    version: row.version,
    actor: actorFrom(row.actorKind, row.actorId),
    reason: row.reason,
    at: row.at.getTime(),
  };
}

/** As it was written from the same type; one that only a newer Klaxon knows is passed on as it stands. */
export function eventTypeFrom(text: string): IncidentEventType {
  return text as IncidentEventType;
}

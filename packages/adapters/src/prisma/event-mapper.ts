import type { IncidentEvent, IncidentEventType } from '@klaxon/domain';
import { actorFrom } from '../database/rows.ts';
import { isEventType, readEventChange } from './event-data.ts';
import type { IncidentEventModel } from './generated/models.ts';

/**
 * The version of what events hold. 1: alerts are counted, and twenty of them named. 2: all of them are
 * named, in a column of their own, which lists leave unread.
 */
const SCHEMA_VERSION = 2;

export type EventRow = Omit<IncidentEventModel, 'transactionId' | 'alerts'> & {
  readonly alerts?: unknown;
};

/** Reads an event back, one of an older or newer Klaxon as far as it is known here. */
export function eventFrom(row: EventRow): IncidentEvent {
  return {
    ...readEventChange(row.type, row.data, row.schemaVersion < 2 ? null : (row.alerts ?? null)),
    id: row.id,
    incidentId: row.incidentId,
    version: row.version,
    actor: actorFrom(row.actorKind, row.actorId),
    reason: row.reason,
    at: row.at.getTime(),
  };
}

/** The columns of an event that is written, for both ways of writing. */
export function eventColumns({
  id,
  incidentId,
  version,
  type,
  actor,
  reason,
  data,
  at,
}: IncidentEvent) {
  const { alerts = null, ...others } = { alerts: undefined, ...data };
  return {
    id,
    incidentId,
    version,
    type,
    actorKind: actor.kind,
    actorId: actor.id,
    reason,
    data: others,
    alerts,
    schemaVersion: SCHEMA_VERSION,
    at,
  };
}

/** As it was written; one that only a newer Klaxon knows of is passed on as it stands. */
export function eventTypeFrom(text: string): IncidentEventType {
  return isEventType(text) ? text : 'unknown';
}

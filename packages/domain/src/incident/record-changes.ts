import { type Instant, notBefore } from '../shared/instant.ts';
import { evolve } from './evolve.ts';
import type { Incident } from './incident.ts';
import type { Actor, DecidedChange, IncidentEvent } from './incident-event.ts';

/** Who changes what, when, and where new ids come from (ids are an argument: the domain draws none). */
export interface Stamp {
  readonly actor: Actor;
  readonly at: Instant;
  readonly newId: () => string;
}

export interface RecordedChanges {
  readonly incident: Incident;
  readonly events: readonly IncidentEvent[];
}

/** Turns decided changes into dated events and the incident that they make. */
export function recordChanges(
  incident: Incident,
  changes: readonly DecidedChange[],
  stamp: Stamp,
): RecordedChanges {
  const at = notBefore(incident.updatedAt, stamp.at);
  const events = changes.map(
    (change, index): IncidentEvent => ({
      ...change,
      id: stamp.newId(),
      incidentId: incident.id,
      version: incident.version + index + 1,
      actor: recorded(stamp.actor),
      at,
    }),
  );
  return { incident: events.reduce<Incident>(evolve, incident), events };
}

/** Names change, and the reason holds the one of now: the event says who it was for good. */
function recorded(actor: Actor): Actor {
  return actor.kind === 'person' ? { kind: 'person', id: actor.id } : actor;
}

/** Opens a new incident with its first event. */
export function openIncident(
  change: DecidedChange & { type: 'opened' },
  stamp: Stamp,
): RecordedChanges {
  const event: IncidentEvent = {
    ...change,
    id: stamp.newId(),
    incidentId: stamp.newId(),
    version: 1,
    actor: recorded(stamp.actor),
    at: stamp.at,
  };
  return { incident: evolve(null, event), events: [event] };
}

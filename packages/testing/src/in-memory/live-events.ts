import type { LiveEvent, LiveEvents } from '@klaxon/application';
import type { IncidentEvent } from '@klaxon/domain';
import { findIncident, type StoreState } from './state.ts';

/** A place is the number of events that were committed before it. */
export function makeLiveEvents(
  committed: () => StoreState,
  listeners: Set<() => void>,
): LiveEvents {
  const placeOf = (position: string) => {
    const place = /^\d+$/.test(position) ? Number(position) : null;
    return place !== null && place <= committed().events.length ? place : null;
  };
  return {
    now: async () => String(committed().events.length),
    after: async (position, limit, until = String(committed().events.length)) => {
      const [from, to] = [placeOf(position), placeOf(until)];
      if (from === null || to === null || to - from > limit) return null;
      const events = committed()
        .events.slice(from, to)
        .map((event, index) => ({
          event: liveEvent(committed(), event),
          position: String(from + index + 1),
        }));
      return { events, position: until };
    },
    listen: (heard) => {
      listeners.add(heard);
      heard();
      return {
        stop: async () => {
          listeners.delete(heard);
        },
      };
    },
  };
}

function liveEvent(state: StoreState, { incidentId, version, type, at }: IncidentEvent): LiveEvent {
  const { number, severity, title, status } = findIncident(state, incidentId);
  return { incidentId, version, type, at, number, severity, title, status };
}

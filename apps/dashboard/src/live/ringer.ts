import type { LiveEvent } from './event-stream.ts';

export interface Bell {
  sound(): void;
  /** `incidentId`: what to open; null where it is about several. */
  show(text: string, incidentId: string | null): void;
}

const RINGS: readonly LiveEvent['type'][] = ['opened', 'reopened'];
/** In a storm one bell is enough. */
const QUIET_FOR = 5_000;

/** Rings for an incident that opens and still is open: at once, then for all that open within 5 s together. */
export function makeRinger(bell: () => Bell) {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let waiting: LiveEvent[] = [];

  function ringFor(events: readonly LiveEvent[]): void {
    const [event, ...others] = events;
    if (!event) return;
    const { show, sound } = bell();
    sound();
    if (others.length > 0) show(`${events.length} incidents opened`, null);
    else show(`#${event.number} ${event.severity}: ${event.title}`, event.incident_id);
    quiet = setTimeout(() => {
      quiet = undefined;
      const gathered = waiting;
      waiting = [];
      ringFor(gathered);
    }, QUIET_FOR);
  }

  return (event: LiveEvent): void => {
    if (!RINGS.includes(event.type) || event.status !== 'open') return;
    if (quiet === undefined) ringFor([event]);
    else waiting.push(event);
  };
}

import { announcementOf, type Incident, type IncidentEvent, MINUTE } from '@klaxon/domain';
import type { Job } from '../../ports/jobs.ts';

/**
 * What follows a change of incidents, however it came about: the jobs for the transaction that writes its
 * events.
 *
 * @param after the incidents as they are with these events, by id
 */
export function followUps(
  events: readonly IncidentEvent[],
  after: ReadonlyMap<string, Incident>,
): readonly Job[] {
  const atOnce: string[] = [];
  const grown = new Map<string, Job>();
  for (const event of events) {
    const incident = after.get(event.incidentId);
    const kind = incident ? announcementOf(event, incident.status) : null;
    if (kind === 'grown' && !grown.has(event.incidentId))
      grown.set(event.incidentId, growth(event));
    else if (kind !== null && kind !== 'grown') atOnce.push(event.id);
  }
  const first: readonly Job[] =
    atOnce.length === 0 ? [] : [{ name: 'announce_events', payload: { eventIds: atOnce } }];
  return [...first, ...grown.values()];
}

/** One message a minute at most: whatever else joins until then is in it. */
function growth(event: IncidentEvent): Job {
  return {
    name: 'announce_events',
    payload: { eventIds: [event.id] },
    after: MINUTE,
    key: `growth:${event.incidentId}`,
  };
}

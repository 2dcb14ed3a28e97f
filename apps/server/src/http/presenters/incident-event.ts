import { nameIn, type Page, type PersonNames } from '@klaxon/application';
import type { Timeline, IncidentEvent as WireEvent } from '@klaxon/contracts';
import type { IncidentEvent } from '@klaxon/domain';
import { presentTime } from './time.ts';

function presentIncidentEvent(event: IncidentEvent, names: ReadonlyMap<string, string>): WireEvent {
  const { id, incidentId, version, type, actor, reason, data, at } = event;
  return {
    id,
    incident_id: incidentId,
    version,
    type,
    actor: { kind: actor.kind, id: actor.id, name: nameIn(names, actor.id) },
    reason,
    data: dataOf(data),
    at: presentTime(at),
  };
}

/** What an event is about, without each of its alerts: they are the incident's own. */
function dataOf(data: IncidentEvent['data'] & { readonly alerts?: unknown }) {
  const { alerts: _, ...shown } = data;
  return shown;
}

export async function presentTimeline(
  { items, total, nextCursor }: Page<IncidentEvent>,
  personNames: PersonNames,
): Promise<Timeline> {
  const names = await personNames(items.map(({ actor }) => actor.id));
  const events = items.map((event) => presentIncidentEvent(event, names));
  return { events, total, next_cursor: nextCursor };
}

import { endSnooze, type Instant, type NumberedIncident, namedActor, snooze } from '@klaxon/domain';
import { type ChangeRequest, changeIncident, type IncidentTools } from './change-incident.ts';

/**
 * Quiet until an instant; null ends the quiet at once.
 *
 * @throws DomainError `conflict` when the incident is resolved, `invalid` for an instant that is past
 */
export function makeSnoozeIncident(tools: IncidentTools) {
  return async (
    request: ChangeRequest & { readonly until: Instant | null },
  ): Promise<NumberedIncident> => {
    const { until } = request;
    const by = namedActor(request.actor).name;
    return changeIncident(tools, request, (incident, now) =>
      until === null ? endSnooze(incident, `Woken by ${by}.`) : snooze(incident, until, now),
    );
  };
}

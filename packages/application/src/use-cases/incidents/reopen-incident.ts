import { type NumberedIncident, namedActor, reopen } from '@klaxon/domain';
import { type ChangeRequest, changeIncident, type IncidentTools } from './change-incident.ts';

/** @throws DomainError `conflict` when it is not resolved, was merged, or its group has a newer incident */
export function makeReopenIncident(tools: IncidentTools) {
  return (request: ChangeRequest): Promise<NumberedIncident> =>
    changeIncident(tools, request, (incident) => reopen(incident, namedActor(request.actor)));
}

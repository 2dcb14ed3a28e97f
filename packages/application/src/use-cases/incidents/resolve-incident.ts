import { type NumberedIncident, namedActor, resolve } from '@klaxon/domain';
import { type ChangeRequest, changeIncident, type IncidentTools } from './change-incident.ts';

/** @throws DomainError `conflict` when the incident is resolved already */
export function makeResolveIncident(tools: IncidentTools) {
  return (request: ChangeRequest): Promise<NumberedIncident> =>
    changeIncident(tools, request, (incident) => resolve(incident, namedActor(request.actor)));
}

import { edit, type IncidentEdit, type NumberedIncident } from '@klaxon/domain';
import { type ChangeRequest, changeIncident, type IncidentTools } from './change-incident.ts';

export function makeEditIncident(tools: IncidentTools) {
  return (request: ChangeRequest & { readonly edit: IncidentEdit }): Promise<NumberedIncident> =>
    changeIncident(tools, request, (incident) => edit(incident, request.edit));
}

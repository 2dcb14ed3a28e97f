import { acknowledge, type NumberedIncident } from '@klaxon/domain';
import { type ChangeRequest, changeIncident, type IncidentTools } from './change-incident.ts';

/** @throws DomainError `conflict` when the incident is resolved */
export function makeAcknowledgeIncident(tools: IncidentTools) {
  return (
    request: ChangeRequest & { readonly assigneeId: string | null },
  ): Promise<NumberedIncident> =>
    changeIncident(tools, request, (incident) =>
      acknowledge(incident, request.actor.id ?? request.actor.kind, request.assigneeId),
    );
}

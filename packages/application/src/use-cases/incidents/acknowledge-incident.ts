import { acknowledge, type NumberedIncident, namedActor } from '@klaxon/domain';
import { type AssigningTools, assigneeOf } from './assignee.ts';
import { type ChangeRequest, changeIncident } from './change-incident.ts';

/** @throws DomainError `conflict` when the incident is resolved; `invalid` for an assignee who is nobody */
export function makeAcknowledgeIncident(tools: AssigningTools) {
  return (
    request: ChangeRequest & { readonly assigneeId: string | null },
  ): Promise<NumberedIncident> => {
    const { actor, assigneeId } = request;
    return changeIncident(tools, request, async (incident, _now, tx) =>
      acknowledge(incident, namedActor(actor), await assigneeOf(tx, tools, actor, assigneeId)),
    );
  };
}

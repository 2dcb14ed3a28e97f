import { edit, type IncidentEdit, type NumberedIncident } from '@klaxon/domain';
import { type AssigningTools, assigneeOf } from './assignee.ts';
import { type ChangeRequest, changeIncident } from './change-incident.ts';

export interface EditWish extends Omit<IncidentEdit, 'assignee'> {
  readonly assigneeId?: string | null;
}

/** @throws DomainError `invalid` for an assignee who is nobody */
export function makeEditIncident(tools: AssigningTools) {
  return (request: ChangeRequest & { readonly edit: EditWish }): Promise<NumberedIncident> => {
    const { assigneeId, ...wanted } = request.edit;
    return changeIncident(tools, request, async (incident, _now, tx) => {
      if (assigneeId === undefined) return edit(incident, wanted);
      const assignee = await assigneeOf(tx, tools, request.actor, assigneeId);
      return edit(incident, { ...wanted, assignee });
    });
  };
}

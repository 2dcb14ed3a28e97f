import { edit, type IncidentEdit, type NumberedIncident } from '@klaxon/domain';
import { type AssigningDeps, assigneeOf } from './assignee.ts';
import { type ChangeInput, changeIncident } from './change-incident.ts';

export interface IncidentEditInput extends Omit<IncidentEdit, 'assignee'> {
  readonly assigneeId?: string | null;
}

/** @throws DomainError `invalid` for an assignee who is nobody */
export function makeEditIncident(deps: AssigningDeps) {
  return (input: ChangeInput & { readonly edit: IncidentEditInput }): Promise<NumberedIncident> => {
    const { assigneeId, ...edited } = input.edit;
    return changeIncident(deps, input, async (incident, _now, tx) => {
      if (assigneeId === undefined) return edit(incident, edited);
      const assignee = await assigneeOf(tx, deps, input.actor, assigneeId);
      return edit(incident, { ...edited, assignee });
    });
  };
}

import { acknowledge, type NumberedIncident, namedActor, takenBy } from '@klaxon/domain';
import { type AssigningDeps, assigneeOf } from './assignee.ts';
import { type ChangeInput, changeIncident } from './change-incident.ts';

export interface AcknowledgeInput extends ChangeInput {
  /** Who is to work on it; left out, it is whoever takes it. */
  readonly assigneeId?: string | null;
}

/** @throws DomainError `conflict` when the incident is resolved; `invalid` for an assignee who is nobody */
export function makeAcknowledgeIncident(deps: AssigningDeps) {
  return (input: AcknowledgeInput): Promise<NumberedIncident> => {
    const { by: actor, assigneeId } = takenBy(input.actor, input.assigneeId);
    return changeIncident(deps, { ...input, actor }, async (incident, _now, tx) =>
      acknowledge(incident, namedActor(actor), await assigneeOf(tx, deps, actor, assigneeId)),
    );
  };
}

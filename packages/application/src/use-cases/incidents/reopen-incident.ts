import { type NumberedIncident, namedActor, reopen } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { type ChangeInput, changeIncident } from './change-incident.ts';

/** @throws DomainError `conflict` when it is not resolved, was merged, or its group has a newer incident */
export function makeReopenIncident(deps: ChangeDeps) {
  return (input: ChangeInput): Promise<NumberedIncident> =>
    changeIncident(deps, input, (incident) => reopen(incident, namedActor(input.actor)));
}

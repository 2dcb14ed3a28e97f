import { type NumberedIncident, namedActor, resolve } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { type ChangeInput, changeIncident } from './change-incident.ts';

/** @throws DomainError `conflict` when the incident is resolved already */
export function makeResolveIncident(deps: ChangeDeps) {
  return (input: ChangeInput): Promise<NumberedIncident> =>
    changeIncident(deps, input, (incident) => resolve(incident, namedActor(input.actor)));
}

import { merge, momentOf, type NumberedIncident } from '@klaxon/domain';
import {
  applyChanges,
  type ChangeRequest,
  expectVersion,
  type IncidentTools,
} from './change-incident.ts';

/**
 * Ends one incident in another, which takes its alerts and answers for its group from then on.
 * Answers the target.
 *
 * @throws DomainError `conflict` when either is resolved or they are the same
 */
export function makeMergeIncidents({ unitOfWork, clock, ids }: IncidentTools) {
  return (request: ChangeRequest & { readonly intoId: string }): Promise<NumberedIncident> =>
    unitOfWork.run(async (tx) => {
      const [source, target] = await tx.incidents.getPair(request.incidentId, request.intoId);
      expectVersion(source, request.ifVersion);
      const moved = await tx.alerts.move(source.id, target.id);
      const changes = merge(source, target, moved.map(momentOf));
      const stamp = { actor: request.actor, at: clock.now(), newId: () => ids.next() };
      await applyChanges(tx, source, changes.source, stamp);
      return applyChanges(tx, target, changes.target, stamp);
    });
}

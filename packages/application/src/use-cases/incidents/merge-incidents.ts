import { merge, momentOf, type NumberedIncident } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { applyChanges, type ChangeInput, expectVersion } from './change-incident.ts';

/**
 * Ends one incident in another, which takes its alerts and answers for its group from then on.
 * Answers the target.
 *
 * @throws DomainError `conflict` when either is resolved or they are the same
 */
export function makeMergeIncidents({ unitOfWork, clock, ids }: ChangeDeps) {
  return (input: ChangeInput & { readonly intoId: string }): Promise<NumberedIncident> =>
    unitOfWork.run(async (tx) => {
      const [source, target] = await tx.incidents.getPair(input.incidentId, input.intoId);
      expectVersion(source, input.ifVersion);
      const moved = await tx.alerts.move(source.id, target.id);
      const changes = merge(source, target, moved.map(momentOf));
      const stamp = { actor: input.actor, at: clock.now(), newId: () => ids.next() };
      await applyChanges(tx, source, changes.source, stamp);
      return applyChanges(tx, target, changes.target, stamp);
    });
}

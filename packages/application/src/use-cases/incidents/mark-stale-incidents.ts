import { type Milliseconds, SYSTEM } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { changeIncident } from './change-incident.ts';

const AT_ONCE = 500;

/** Marks incidents whose firing alerts were not heard of for `staleAfter`: perhaps over, perhaps not. */
export function makeMarkStaleIncidents(
  deps: ChangeDeps,
  staleAfter: Milliseconds,
): () => Promise<void> {
  const reason = 'No source has spoken of its alerts for a long time.';
  return async () => {
    const before = deps.clock.now() - staleAfter;
    const unheard = await deps.unitOfWork.run((tx) => tx.incidents.unheard(before, AT_ONCE));
    for (const incidentId of unheard)
      await changeIncident(deps, { incidentId, actor: SYSTEM }, ({ status, staleSince }) =>
        status === 'resolved' || staleSince !== null
          ? []
          : [{ type: 'went_stale', data: {}, reason }],
      );
  };
}

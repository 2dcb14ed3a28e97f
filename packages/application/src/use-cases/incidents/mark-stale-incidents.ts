import { type Milliseconds, SYSTEM } from '@klaxon/domain';
import { applyChanges, type IncidentTools } from './change-incident.ts';

const AT_ONCE = 500;

/** Marks incidents whose firing alerts were not heard of for `staleAfter`: perhaps over, perhaps not. */
export function makeMarkStaleIncidents(
  { unitOfWork, clock, ids }: IncidentTools,
  staleAfter: Milliseconds,
): () => Promise<void> {
  return async () => {
    const now = clock.now();
    await unitOfWork.run(async (tx) => {
      for (const id of await tx.incidents.unheard(now - staleAfter, AT_ONCE)) {
        const incident = await tx.incidents.get(id);
        if (incident.status === 'resolved' || incident.staleSince !== null) continue;
        const reason = 'No source has spoken of its alerts for a long time.';
        const stamp = { actor: SYSTEM, at: now, newId: () => ids.next() };
        await applyChanges(tx, incident, [{ type: 'went_stale', data: {}, reason }], stamp);
      }
    });
  };
}

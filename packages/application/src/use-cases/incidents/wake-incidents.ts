import { endSnooze, SYSTEM } from '@klaxon/domain';
import { applyChanges, type IncidentTools } from './change-incident.ts';

const AT_ONCE = 500;

/** Ends the snooze of every incident whose time has come. */
export function makeWakeIncidents({ unitOfWork, clock, ids }: IncidentTools): () => Promise<void> {
  return async () => {
    const now = clock.now();
    await unitOfWork.run(async (tx) => {
      for (const id of await tx.incidents.snoozeEnded(now, AT_ONCE)) {
        const incident = await tx.incidents.get(id);
        if (incident.snoozedUntil === null || incident.snoozedUntil > now) continue;
        const stamp = { actor: SYSTEM, at: now, newId: () => ids.next() };
        await applyChanges(tx, incident, endSnooze(incident, 'The snooze is over.'), stamp);
      }
    });
  };
}

import { endSnooze, SYSTEM } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { changeIncident } from './change-incident.ts';

const AT_ONCE = 500;

/** Ends the snooze of every incident whose time has come, each in a transaction of its own. */
export function makeWakeIncidents(deps: ChangeDeps): () => Promise<void> {
  return async () => {
    const now = deps.clock.now();
    const due = await deps.unitOfWork.run((tx) => tx.incidents.snoozeEnded(now, AT_ONCE));
    for (const incidentId of due)
      await changeIncident(deps, { incidentId, actor: SYSTEM }, (incident) =>
        (incident.snoozedUntil ?? 0) > now ? [] : endSnooze(incident, 'The snooze is over.'),
      );
  };
}

import { endSnooze, SYSTEM } from '@klaxon/domain';
import { changeIncident, type IncidentTools } from './change-incident.ts';

const AT_ONCE = 500;

/** Ends the snooze of every incident whose time has come, each in a transaction of its own. */
export function makeWakeIncidents(tools: IncidentTools): () => Promise<void> {
  return async () => {
    const now = tools.clock.now();
    const due = await tools.unitOfWork.run((tx) => tx.incidents.snoozeEnded(now, AT_ONCE));
    for (const incidentId of due)
      await changeIncident(tools, { incidentId, actor: SYSTEM }, (incident) =>
        (incident.snoozedUntil ?? 0) > now ? [] : endSnooze(incident, 'The snooze is over.'),
      );
  };
}

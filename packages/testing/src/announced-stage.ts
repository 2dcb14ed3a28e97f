import { makeAcknowledgeIncident, makeResolveIncident } from '@klaxon/application';
import { alertReport } from './builders/alert-report.ts';
import { ALICE } from './builders/people.ts';
import { makeNotificationStage } from './notification-stage.ts';

/** A stage with one open incident, announced to Slack but not told yet. */
export async function makeAnnouncedStage() {
  const stage = makeNotificationStage();
  const slack = stage.channels.set('slack', { name: 'Slack' });
  await stage.ingest(alertReport());
  const { database } = stage;
  await stage.announce();
  const first = () => {
    const [one] = database.deliveries;
    if (!one) throw new TypeError('nothing was announced');
    return one;
  };
  const incidentId = first().incidentId;
  const person = { incidentId, actor: ALICE };
  return {
    ...stage,
    slack,
    first,
    incidentId,
    attemptAs: (worker: string) => stage.attempt(first().id, worker),
    acknowledge: () => makeAcknowledgeIncident(stage.tools)({ ...person, assigneeId: 'alice' }),
    resolve: () => makeResolveIncident(stage.tools)(person),
    timeline: () => database.eventsOf(incidentId),
  };
}

import {
  type Actor,
  type Labels,
  type NumberedIncident,
  namedActor,
  openIncident,
  type Severity,
} from '@klaxon/domain';
import { followUps } from '../notifications/follow-ups.ts';
import { type AssigningDeps, assigneeOf } from './assignee.ts';

export interface IncidentInput {
  readonly actor: Actor;
  readonly title: string;
  readonly description: string | null;
  readonly severity: Severity;
  readonly labels: Labels;
  readonly assigneeId: string | null;
}

/**
 * Opens an incident by hand. It has no group, so alerts join it only by a merge.
 *
 * @throws DomainError `invalid` for an assignee who is nobody
 */
export function makeCreateIncident({ unitOfWork, clock, ids, usersOnly }: AssigningDeps) {
  return (input: IncidentInput): Promise<NumberedIncident> =>
    unitOfWork.run(async (tx) => {
      const { title, description, severity, labels, assigneeId, actor } = input;
      const assignee = await assigneeOf(tx, { usersOnly }, actor, assigneeId);
      const stamp = { actor, at: clock.now(), newId: () => ids.next() };
      const data = {
        title,
        description,
        severity,
        labels,
        group: null,
        assignee: assignee?.id ?? null,
        count: 0,
        fingerprints: [],
        alerts: [],
      };
      const reason = `Created by ${namedActor(actor).name}.`;
      const { incident, events } = openIncident({ type: 'opened', data, reason }, stamp);
      const numbered = await tx.incidents.insert(incident);
      await tx.timeline.append(events);
      await tx.jobs.add(followUps(events, new Map([[incident.id, incident]])));
      return numbered;
    });
}

import {
  type Actor,
  type DecidedChange,
  DomainError,
  type Incident,
  type NumberedIncident,
  recordChanges,
} from '@klaxon/domain';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { followUps } from '../notifications/follow-ups.ts';

/** Who changes which incident, and on what version of it they decided (if they say). */
export interface ChangeInput {
  readonly incidentId: string;
  readonly actor: Actor;
  readonly ifVersion?: number;
}

/**
 * Load, decide, write: the one way by which people change an incident.
 *
 * @throws DomainError `not-found`, `conflict`, `precondition-failed` (the incident has another version)
 */
export async function changeIncident(
  { unitOfWork, clock, ids }: ChangeDeps,
  input: ChangeInput,
  decide: (
    incident: Incident,
    now: number,
    tx: Transaction,
  ) => readonly DecidedChange[] | Promise<readonly DecidedChange[]>,
): Promise<NumberedIncident> {
  return unitOfWork.run(async (tx) => {
    const incident = await tx.incidents.get(input.incidentId);
    expectVersion(incident, input.ifVersion);
    const now = clock.now();
    return applyChanges(tx, incident, await decide(incident, now, tx), {
      actor: input.actor,
      at: now,
      newId: () => ids.next(),
    });
  });
}

/** Writes decided changes, their events and the jobs that announce them. */
export async function applyChanges(
  tx: Transaction,
  incident: NumberedIncident,
  changes: readonly DecidedChange[],
  stamp: Parameters<typeof recordChanges>[2],
): Promise<NumberedIncident> {
  if (changes.length === 0) return incident;
  const recorded = recordChanges(incident, changes, stamp);
  await tx.incidents.update(recorded.incident);
  await tx.timeline.append(recorded.events);
  await tx.jobs.add(followUps(recorded.events, new Map([[incident.id, recorded.incident]])));
  return { ...recorded.incident, number: incident.number };
}

export function expectVersion(incident: Incident, ifVersion: number | undefined): void {
  if (ifVersion !== undefined && ifVersion !== incident.version)
    throw new DomainError(
      'precondition-failed',
      `This incident has changed since: it is at version ${incident.version}, not ${ifVersion}. Load it again.`,
    );
}

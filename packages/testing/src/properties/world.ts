import {
  makeAcknowledgeIncident,
  makeMarkStaleIncidents,
  makeMergeIncidents,
  makeReopenIncident,
  makeResolveIncident,
  makeSettleAlerts,
  planAndSave,
} from '@klaxon/application';
import { type AlertReport, DomainError, HOUR, type IngestPlan } from '@klaxon/domain';
import { ingestPolicy } from '../builders/ingest-policy.ts';
import { ALICE } from '../builders/people.ts';
import { InMemoryDatabase } from '../in-memory-database.ts';
import { MovableClock } from '../movable-clock.ts';
import { SequentialIds } from '../sequential-ids.ts';
import type { Step } from './story.ts';

/** A store with the use cases that change it, which steps of a story are played on. */
export interface World {
  readonly database: InMemoryDatabase;
  readonly clock: MovableClock;
  ingest(deliveries: readonly AlertReport[]): Promise<IngestPlan>;
  play(step: Step): Promise<void>;
}

/** @param combined whether the deliveries of a step are planned at once or one after another */
export function makeWorld(combined = true): World {
  const database = new InMemoryDatabase();
  const { unitOfWork, ingestStore } = database;
  const clock = new MovableClock();
  const ids = new SequentialIds();
  const planning = { clock, ids, policy: ingestPolicy() };
  const tools = { unitOfWork, clock, ids, usersOnly: false };
  const people = {
    acknowledge: makeAcknowledgeIncident(tools),
    resolve: makeResolveIncident(tools),
    reopen: makeReopenIncident(tools),
    merge: makeMergeIncidents(tools),
  };
  const settle = makeSettleAlerts(ingestStore, planning);
  const markStale = makeMarkStaleIncidents(tools, HOUR);
  const ingest = (deliveries: readonly AlertReport[]) =>
    ingestStore.run((tx) => planAndSave(tx, deliveries, [], planning));

  /** The incident that a step means by its number, if there are any. */
  const requestFor = (index: number) => {
    const incident = database.incidents[index % Math.max(1, database.incidents.length)];
    return incident ? { incidentId: incident.id, actor: ALICE } : null;
  };

  async function play(step: Step): Promise<void> {
    if (step.kind === 'wait') return clock.advance(step.by);
    if (step.kind === 'settle') return settle();
    if (step.kind === 'mark-stale') return markStale();
    if (step.kind === 'deliver') {
      const runs = combined ? [step.deliveries] : step.deliveries.map((delivery) => [delivery]);
      for (const run of runs) await ingest(run);
      return;
    }
    const request = requestFor(step.incident);
    if (!request) return;
    if (step.kind === 'merge') {
      const intoId = requestFor(step.into)?.incidentId ?? '';
      await unlessRefused(people.merge({ ...request, intoId }));
    } else if (step.kind === 'acknowledge') {
      await unlessRefused(people.acknowledge({ ...request, assigneeId: 'alice' }));
    } else {
      await unlessRefused(people[step.kind](request));
    }
  }

  return { database, clock, ingest, play };
}

export async function unlessRefused(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === 'conflict')) throw error;
  }
}

import { type AssigningDeps, makeIngestAlerts, type PlanningTools } from '@klaxon/application';
import type { AlertReport, IngestPolicy, NumberedIncident } from '@klaxon/domain';
import { ingestPolicy } from './builders/ingest-policy.ts';
import { InMemoryDatabase } from './in-memory-database.ts';
import { MovableClock } from './movable-clock.ts';
import { SequentialIds } from './sequential-ids.ts';

/** What use cases need, filled with fakes. */
export interface Stage {
  readonly database: InMemoryDatabase;
  readonly clock: MovableClock;
  readonly ids: SequentialIds;
  readonly tools: AssigningDeps;
  readonly planning: PlanningTools;
  /** Takes deliveries in, one after another. */
  ingest(...reports: readonly AlertReport[]): Promise<void>;
  /** The incidents in the order they were opened. */
  incidents(): readonly NumberedIncident[];
  /** The types of an incident's events, oldest first. */
  story(incident: NumberedIncident | undefined): readonly string[];
}

export function makeStage(policy: Partial<IngestPolicy> = {}): Stage {
  const clock = new MovableClock();
  const database = new InMemoryDatabase(clock);
  const ids = new SequentialIds();
  const planning = { clock, ids, policy: ingestPolicy(policy) };
  const ingestAlerts = makeIngestAlerts(database.ingestStore, planning);
  return {
    database,
    clock,
    ids,
    planning,
    tools: { unitOfWork: database.unitOfWork, clock, ids, usersOnly: false },
    ingest: async (...reports) => {
      for (const report of reports) await ingestAlerts({ report, rejected: [] });
    },
    incidents: () => database.incidents,
    story: (incident) => database.eventsOf(incident?.id ?? '').map((event) => event.type),
  };
}

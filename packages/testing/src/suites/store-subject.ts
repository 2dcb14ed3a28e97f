import { afterEach, beforeEach } from '@jest/globals';
import {
  type AccessQueries,
  type AlertQueries,
  type AuditQueries,
  type ChannelQueries,
  type DueDeliveries,
  type IncidentQueries,
  type IngestStore,
  type KeyQueries,
  type LiveEvents,
  type PeopleQueries,
  planAndSave,
  type SessionQueries,
  type StatusQueries,
  type UnitOfWork,
} from '@klaxon/application';
import {
  type AlertReport,
  type IncidentEvent,
  type IngestPlan,
  type Instant,
  openIncident,
  type RecordedChanges,
} from '@klaxon/domain';
import { ingestPolicy } from '../builders/ingest-policy.ts';
import { ALICE } from '../builders/people.ts';
import type { WaitingJob } from '../in-memory/state.ts';
import { MovableClock } from '../movable-clock.ts';
import { SequentialIds } from '../sequential-ids.ts';

/** The stores under test, all over one set of rows, empty at first. */
export interface StoreSubject {
  readonly unitOfWork: UnitOfWork;
  readonly ingestStore: IngestStore;
  readonly incidentQueries: Pick<IncidentQueries, 'get' | 'timeline' | 'events' | 'leadingAlert'>;
  readonly alertQueries: Pick<AlertQueries, 'get' | 'latest' | 'rejected'>;
  readonly channelQueries: ChannelQueries;
  readonly auditQueries: AuditQueries;
  readonly peopleQueries: PeopleQueries;
  readonly keyQueries: KeyQueries;
  readonly accessQueries: AccessQueries & SessionQueries;
  readonly liveEvents: LiveEvents;
  readonly statusQueries: StatusQueries;
  readonly dueDeliveries: DueDeliveries;
  /** All events of an incident, oldest first, with each of their alerts. */
  history(incidentId: string): Promise<readonly IncidentEvent[]>;
  /** By the database's clock. */
  now(): Instant;
  /** The jobs that wait, in any order. */
  waitingJobs(): Promise<readonly WaitingJob[]>;
  close(): Promise<void>;
}

export interface SuiteTools {
  readonly subject: StoreSubject;
  readonly clock: MovableClock;
  readonly ids: SequentialIds;
  /** Plans deliveries on what the store holds and saves them in one transaction. */
  ingest(...deliveries: readonly AlertReport[]): Promise<IngestPlan>;
  /** An incident opened by hand, not stored yet; `group` as if alerts had opened it. */
  opened(group?: string | null): RecordedChanges;
}

/** Gives every test of the suite a store of its own; call the answer inside a test. */
export function eachTestWith(makeSubject: () => Promise<StoreSubject>): () => SuiteTools {
  let tools: SuiteTools | undefined;
  beforeEach(async () => {
    tools = makeTools(await makeSubject());
  });
  afterEach(async () => {
    await tools?.subject.close();
    tools = undefined;
  });
  return () => {
    if (!tools) throw new TypeError('the store of a test is there only inside a test');
    return tools;
  };
}

export const FIRST_PAGE = { limit: 100, offset: 0, cursor: null };

function makeTools(subject: StoreSubject): SuiteTools {
  const clock = new MovableClock();
  const ids = new SequentialIds();
  const planning = { clock, ids, policy: ingestPolicy() };
  return {
    subject,
    clock,
    ids,
    ingest: (...deliveries) =>
      subject.ingestStore.run((tx) => planAndSave(tx, deliveries, [], planning)),
    opened: (group = null) =>
      openIncident(
        {
          type: 'opened',
          data: {
            title: 'Checkout is slow',
            description: 'p99 over 3 s',
            severity: 'high',
            labels: { service: 'checkout' },
            group,
            assignee: null,
            count: 0,
            fingerprints: [],
            alerts: [],
          },
          reason: 'Created by alice.',
        },
        { actor: ALICE, at: clock.now(), newId: () => ids.next() },
      ),
  };
}

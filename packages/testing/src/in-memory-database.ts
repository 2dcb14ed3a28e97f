import type {
  AccessQueries,
  AuditEntry,
  AuditQueries,
  ChannelQueries,
  Clock,
  DueDeliveries,
  IngestStore,
  KeyQueries,
  LiveEvents,
  PeopleQueries,
  SessionQueries,
  StatusQueries,
  UnitOfWork,
} from '@klaxon/application';
import type {
  Alert,
  DomainError,
  IncidentEvent,
  Instant,
  NotificationDelivery,
  NumberedIncident,
} from '@klaxon/domain';
import { makeAccessQueries } from './in-memory/access-queries.ts';
import { makeAuditQueries } from './in-memory/audit.ts';
import { makeChannelQueries } from './in-memory/channels.ts';
import { makeDueDeliveries } from './in-memory/due-deliveries.ts';
import { makeIngestTransaction } from './in-memory/ingest-transaction.ts';
import { makeKeyQueries } from './in-memory/key-queries.ts';
import { makeLiveEvents } from './in-memory/live-events.ts';
import { makePeopleQueries } from './in-memory/people-queries.ts';
import {
  type InMemoryAlertQueries,
  type InMemoryIncidentQueries,
  makeAlertQueries,
  makeIncidentQueries,
} from './in-memory/queries.ts';
import { copyState, emptyState, type StoreState, type WaitingJob } from './in-memory/state.ts';
import { makeStatusQueries } from './in-memory/status-queries.ts';
import { makeTransaction } from './in-memory/transaction.ts';
import { MovableClock } from './movable-clock.ts';

/**
 * The stores over one set of rows, with the constraints of the real ones. Transactions run one after
 * another, each on its own copy, so that a throw leaves nothing behind; one inside another would wait
 * for itself.
 */
export class InMemoryDatabase {
  /** While set, every transaction fails with it, as when the database is away. */
  outage: DomainError | null = null;
  readonly unitOfWork: UnitOfWork = {
    run: (work) => this.#run((state) => work(makeTransaction(state))),
  };
  readonly ingestStore: IngestStore = {
    run: (work) => this.#run((state) => work(makeIngestTransaction(state))),
  };
  readonly incidentQueries: InMemoryIncidentQueries = makeIncidentQueries(() => this.#state);
  readonly alertQueries: InMemoryAlertQueries = makeAlertQueries(() => this.#state);
  readonly channelQueries: ChannelQueries = makeChannelQueries(() => this.#state);
  readonly auditQueries: AuditQueries = makeAuditQueries(() => this.#state);
  readonly peopleQueries: PeopleQueries = makePeopleQueries(() => this.#state);
  readonly keyQueries: KeyQueries = makeKeyQueries(() => this.#state);
  readonly accessQueries: AccessQueries & SessionQueries = makeAccessQueries(() => this.#state);
  readonly statusQueries: StatusQueries = makeStatusQueries(() => this.#state);
  readonly dueDeliveries: DueDeliveries = makeDueDeliveries(() => this.#state);
  readonly #listeners = new Set<() => void>();
  readonly liveEvents: LiveEvents = makeLiveEvents(() => this.#state, this.#listeners);
  #state: StoreState;
  #last: Promise<unknown> = Promise.resolve();

  constructor(clock: Clock = new MovableClock()) {
    this.#state = emptyState(clock);
  }

  get incidents(): readonly NumberedIncident[] {
    return [...this.#state.incidents.values()];
  }

  get alerts(): readonly Alert[] {
    return [...this.#state.alerts.values()];
  }

  get jobs(): readonly WaitingJob[] {
    return this.#state.jobs;
  }

  get deliveries(): readonly NotificationDelivery[] {
    return [...this.#state.deliveries.values()];
  }

  get auditEntries(): readonly AuditEntry[] {
    return this.#state.audit;
  }

  get audit(): readonly AuditEntry[] {
    return this.#state.audit;
  }

  eventsOf(incidentId: string): readonly IncidentEvent[] {
    return this.#state.events.filter((event) => event.incidentId === incidentId);
  }

  /** Takes the jobs that are due out of the queue, as a worker does. */
  takeJobs(now: Instant): readonly WaitingJob[] {
    const due = this.#state.jobs.filter((job) => job.dueAt <= now);
    this.#state = { ...this.#state, jobs: this.#state.jobs.filter((job) => !due.includes(job)) };
    return due;
  }

  /** Ends the claims of a worker that is gone, as those that live do. */
  release(worker: string): void {
    for (const delivery of this.#state.deliveries.values())
      if (delivery.claim?.by === worker)
        this.#state.deliveries.set(delivery.id, { ...delivery, claim: null });
  }

  #run<T>(work: (state: StoreState) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      if (this.outage) throw this.outage;
      const draft = copyState(this.#state);
      const result = await work(draft);
      const isNews = draft.events.length > this.#state.events.length;
      this.#state = draft;
      if (isNews) for (const heard of this.#listeners) heard();
      return result;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

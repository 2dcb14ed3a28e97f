import type {
  AlertState,
  Incident,
  IncidentEvent,
  Instant,
  NumberedIncident,
} from '@klaxon/domain';
import type { AuditLog } from './audit-log.ts';
import type { ChannelRepository } from './channel-repository.ts';
import type { DeliveryRepository } from './delivery-repository.ts';
import type { JobQueue } from './jobs.ts';
import type { ApiKeyRepository, IntegrationRepository } from './key-repositories.ts';
import type { KnownPlaceRepository } from './known-places.ts';
import type { ServiceRepository, TeamRepository, UserRepository } from './people-repositories.ts';
import type { RuleRepository } from './rule-repository.ts';
import type { InvitationRepository, SessionRepository } from './session-repositories.ts';

/** Incidents inside a transaction. A read locks the row, so that what is decided on it still holds. */
export interface IncidentRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<NumberedIncident>;
  /**
   * Both, locked in one order, so that two merges at once cannot wait for each other. Until the
   * transaction ends, no alerts are taken in: one that arrived meanwhile would join the wrong incident.
   */
  getPair(a: string, b: string): Promise<readonly [NumberedIncident, NumberedIncident]>;
  insert(incident: Incident): Promise<NumberedIncident>;
  /** @throws DomainError `conflict` when the group has another unresolved incident */
  update(incident: Incident): Promise<void>;
  /** Ids of incidents whose snooze ended at `now` or before, at most `limit`. */
  snoozeEnded(now: Instant, limit: number): Promise<readonly string[]>;
  /** Ids of unresolved incidents, not marked stale, all of whose firing alerts were last heard of before `before`. */
  unheard(before: Instant, limit: number): Promise<readonly string[]>;
}

export type MovedAlert = Pick<AlertState, 'id' | 'startsAt' | 'endsAt'>;

export interface AlertRepository {
  /** Moves all alerts of one incident to another, and answers them. */
  move(fromIncidentId: string, toIncidentId: string): Promise<readonly MovedAlert[]>;
  /** Forgets rejected ones that came before `before` or are not among the newest `keep`; at most `limit` of either. */
  deleteRejected(wanted: {
    readonly before: Instant;
    readonly keep: number;
    readonly limit: number;
  }): Promise<number>;
}

export interface Timeline {
  append(events: readonly IncidentEvent[]): Promise<void>;
}

/** What can be written, and only here: nothing outside a transaction has these. */
export interface Transaction {
  readonly incidents: IncidentRepository;
  readonly alerts: AlertRepository;
  readonly timeline: Timeline;
  readonly jobs: JobQueue;
  readonly deliveries: DeliveryRepository;
  readonly channels: ChannelRepository;
  readonly rules: RuleRepository;
  readonly users: UserRepository;
  readonly teams: TeamRepository;
  readonly services: ServiceRepository;
  readonly sessions: SessionRepository;
  readonly invitations: InvitationRepository;
  readonly knownPlaces: KnownPlaceRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly integrations: IntegrationRepository;
  readonly audit: AuditLog;
}

export interface UnitOfWork {
  /**
   * Runs `work` in one transaction. A serialisation failure or deadlock runs it again, a few times,
   * so `work` must not do anything but read, decide and write through `tx`.
   *
   * @throws DomainError `unavailable` when the database cannot be reached
   */
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

import type {
  AlertIdentity,
  AlertOwners,
  AlertReport,
  AlertState,
  HeardService,
  IngestPlan,
  IngestSnapshot,
  Instant,
  OwnersRequest,
  RejectedAlert,
} from '@klaxon/domain';
import type { Job } from './jobs.ts';

export interface SourceGroup {
  readonly source: string;
  readonly name: string;
}

/** What the planner must know: everything that bears on these. */
export interface SnapshotRequest {
  readonly alerts: readonly AlertIdentity[];
  readonly groupKeys: readonly string[];
  /** Source groups that a report resolves as a whole. */
  readonly resolvedSourceGroups: readonly SourceGroup[];
}

/** Alerts that the periodic checks look at again. */
export type RecheckedAlert = AlertState &
  Pick<AlertReport['alerts'][number], 'labels' | 'annotations' | 'generatorUrl'>;

export interface IngestTransaction {
  /** Asked only where a sender keeps to a team; one statement. */
  owners(request: OwnersRequest): Promise<AlertOwners>;
  load(request: SnapshotRequest): Promise<IngestSnapshot>;
  /** Alerts whose firing has waited for confirmation since `before` or longer. */
  unconfirmedSince(before: Instant): Promise<readonly RecheckedAlert[]>;
  /** Firing alerts heard of after a person resolved their incident, which happened at `before` or earlier. */
  firingDespiteResolution(before: Instant): Promise<readonly RecheckedAlert[]>;
  /** Firing alerts of a source last heard of before `before`. */
  firingUnheard(source: string, before: Instant): Promise<readonly RecheckedAlert[]>;
  /**
   * Writes the plan, the rejected alerts, the jobs and the services that nobody has set up yet in a number of statements that does not depend on
   * how much there is to write, unless it is many thousand of a kind.
   */
  save(
    plan: IngestPlan,
    rejected: readonly RejectedAlert[],
    jobs: readonly Job[],
    services: readonly HeardService[],
  ): Promise<void>;
}

/**
 * The transaction for alerts, apart from the unit of work because its cost decides how large a storm
 * Klaxon survives. One at a time runs in a database, so a plan is made on what holds until it is saved.
 */
export interface IngestStore {
  /** @throws DomainError `unavailable` when the database cannot be reached in time */
  run<T>(work: (tx: IngestTransaction) => Promise<T>): Promise<T>;
}

import type {
  Alert,
  AlertIdentity,
  AlertStatus,
  Instant,
  RejectedAlert,
  Severity,
} from '@klaxon/domain';
import type { Page, PageRequest } from './page.ts';

export interface AlertFilter {
  readonly status?: AlertStatus;
  readonly severity?: readonly Severity[];
  readonly labels?: readonly (readonly [string, string])[];
  /** Started at or after. */
  readonly from?: Instant;
  /** Started before. */
  readonly to?: Instant;
}

/** Reads of alerts, newest first. */
export interface AlertQueries {
  list(filter: AlertFilter, page: PageRequest): Promise<Page<Alert>>;
  get(id: string): Promise<Alert>;
  /** Null for one that is not known. */
  latest(identity: AlertIdentity): Promise<Alert | null>;
  rejected(page: PageRequest): Promise<Page<RejectedAlert>>;
}

import type { Instant } from '@klaxon/domain';
import type { AuditEntry } from '../ports/audit-log.ts';
import type { Page, PageRequest } from './page.ts';

export interface AuditFilter {
  readonly actorId?: string;
  readonly action?: string;
  readonly targetKind?: string;
  readonly targetId?: string;
  /** Part of the name of who did it or what it was done to. */
  readonly q?: string;
  /** At or after. */
  readonly from?: Instant;
  /** Before. */
  readonly to?: Instant;
}

/** Reads of the audit log, newest first. */
export interface AuditQueries {
  /** @throws DomainError `invalid` for a cursor that this list did not give */
  list(filter: AuditFilter, page: PageRequest): Promise<Page<AuditEntry>>;
  /** Those before the given one, at most `limit`; null: from the newest on. */
  older(
    filter: AuditFilter,
    than: AuditEntry | null,
    limit: number,
  ): Promise<readonly AuditEntry[]>;
}

import { unauthenticated } from '@klaxon/domain';
import type { AuditEntry } from '../../ports/audit-log.ts';
import type { AuditFilter, AuditQueries } from '../../queries/audit-queries.ts';
import type { ByCaller } from '../../shared/caller.ts';
import type { FindRevoked } from '../access/find-revoked.ts';

/** A million lines take no more memory than this many. */
const LINES_AT_ONCE = 500;

/**
 * All that matches, newest first, a bounded number at a time and only as fast as they are taken.
 *
 * @throws DomainError `unauthenticated` midway, for whom is out meanwhile
 */
export function makeExportAuditLog(queries: Pick<AuditQueries, 'older'>, findRevoked: FindRevoked) {
  return async function* exportAuditLog({
    actor: { principal },
    filter,
  }: ByCaller & { readonly filter: AuditFilter }): AsyncGenerator<AuditEntry> {
    let last: AuditEntry | null = null;
    for (;;) {
      const entries: readonly AuditEntry[] = await queries.older(filter, last, LINES_AT_ONCE);
      yield* entries;
      if (entries.length < LINES_AT_ONCE) return;
      last = entries.at(-1) ?? null;
      if ((await findRevoked([principal])).size > 0)
        throw unauthenticated('This session, key or role has ended meanwhile.');
    }
  };
}

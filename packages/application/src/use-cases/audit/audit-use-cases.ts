import type { AuditQueries } from '../../queries/audit-queries.ts';
import type { FindRevoked } from '../access/find-revoked.ts';
import { makeExportAuditLog } from './export-audit-log.ts';

export interface AuditDeps {
  readonly queries: AuditQueries;
  readonly findRevoked: FindRevoked;
}

export function auditUseCases({ queries, findRevoked }: AuditDeps) {
  return { queries, exportAuditLog: makeExportAuditLog(queries, findRevoked) };
}

export type AuditUseCases = ReturnType<typeof auditUseCases>;

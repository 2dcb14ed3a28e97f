import type { AuditQueries } from '../../queries/audit-queries.ts';
import type { WhoFell } from '../access/who-fell.ts';
import { makeExportAuditLog } from './export-audit-log.ts';

export interface AuditDeps {
  readonly queries: AuditQueries;
  readonly whoFell: WhoFell;
}

export function auditUseCases({ queries, whoFell }: AuditDeps) {
  return { queries, exportAuditLog: makeExportAuditLog(queries, whoFell) };
}

export type AuditUseCases = ReturnType<typeof auditUseCases>;

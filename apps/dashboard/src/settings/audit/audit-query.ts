interface AuditFilter {
  q?: string;
  action?: string;
  actor_id?: string;
  target_id?: string;
  from?: string;
  to?: string;
}

const NAMES = ['q', 'action', 'actor_id', 'target_id', 'from', 'to'] as const;

/** What the address asks for, as the API wants it. */
export function auditFilter(value: (name: string) => string): AuditFilter {
  const filter: AuditFilter = {};
  for (const name of NAMES) {
    const text = value(name).trim();
    if (text !== '') filter[name] = text;
  }
  return filter;
}

/** Where the browser gets all that matches, as a file. */
export function auditExportAddress(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  return `/api/audit-log/export?${new URLSearchParams({ ...filter, format })}`;
}

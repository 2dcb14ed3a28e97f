type Facts = { readonly [name: string]: unknown } | null;

export interface AuditChange {
  readonly name: string;
  /** Null where nothing was there, or nothing is known of it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed, a line a fact: from what to what. */
export function auditChanges(before: Facts, after: Facts): readonly AuditChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].map((name) => ({
    name: name.replaceAll('_', ' '),
    before: inWords(before?.[name]),
    after: inWords(after?.[name]),
  }));
}

function inWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value === '' ? 'empty' : value;
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one) => inWords(one) ?? 'none').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

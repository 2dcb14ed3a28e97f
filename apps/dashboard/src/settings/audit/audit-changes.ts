import { formatDateTime } from '../../shared/time.ts';

type Facts = { readonly [name: string]: unknown } | null;

export interface AuditChange {
  readonly name: string;
  /** Null where nothing was there, or nothing is known of it. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What changed, a line a fact: from what to what.
 *
 * @param nameOf what people call what has this id; any other text as it is
 */
export function auditChanges(
  before: Facts,
  after: Facts,
  nameOf: (id: string) => string,
): readonly AuditChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].map((name) => ({
    name: name.replace(/_ids?$/, (ending) => (ending === '_id' ? '' : 's')).replaceAll('_', ' '),
    before: inWords(name, before?.[name], nameOf),
    after: inWords(name, after?.[name], nameOf),
  }));
}

function inWords(name: string, value: unknown, nameOf: (id: string) => string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value === '' ? 'empty' : nameOf(value);
  if (typeof value === 'number') return name.endsWith('_at') ? formatDateTime(value) : `${value}`;
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return 'none';
  return value.map((one) => inWords(name, one, nameOf) ?? 'none').join(', ');
}

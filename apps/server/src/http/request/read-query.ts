import type { PageRequest } from '@klaxon/application';
import { PAGE_LIMIT } from '@klaxon/contracts';
import { type Instant, invalid } from '@klaxon/domain';

interface PageQuery {
  readonly limit?: number;
  readonly offset?: number;
  readonly cursor?: string;
}

export function readPage({ limit, offset, cursor }: PageQuery): PageRequest {
  return { limit: limit ?? PAGE_LIMIT.default, offset: offset ?? 0, cursor: cursor ?? null };
}

/** @throws DomainError `invalid` for a time that does not exist, and for a range that ends before it begins */
export function readTimeRange(query: { readonly from?: string; readonly to?: string }): {
  readonly from?: Instant;
  readonly to?: Instant;
} {
  const from = query.from === undefined ? undefined : readInstant('from', query.from);
  const to = query.to === undefined ? undefined : readInstant('to', query.to);
  if (from !== undefined && to !== undefined && to < from)
    throw invalid('to', 'must not be before from');
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The years 1 to 9999, UTC: what a time on the wire can say and the database reads back alike. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** The schema's `date-time` admits leap seconds and zone names, which no `Date` has. */
export function readInstant(path: string, text: string): Instant {
  const instant = Date.parse(text);
  if (!(instant >= FIRST && instant <= LAST))
    throw invalid(path, 'must be an RFC 3339 time such as 2026-11-23T09:00:00Z');
  return instant;
}

/** `name=value`; the value may hold more of the same signs. */
export function readLabels(labels: readonly string[]): readonly (readonly [string, string])[] {
  return labels.map((label) => {
    const equals = label.indexOf('=');
    return [label.slice(0, equals), label.slice(equals + 1)];
  });
}

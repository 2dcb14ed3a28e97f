import type { MetricsFilter, TimeRange } from '@klaxon/application';
import type { MetricsQuery } from '@klaxon/contracts';
import { HOUR, invalid } from '@klaxon/domain';
import type { Static } from 'typebox';
import { readTimeRange } from '../../request/read-query.ts';

const SHORT_RANGE_DAYS = 31;

/** What is counted from the incidents themselves must be bounded in their number. */
export function expectShortRange(
  path: string,
  what: string,
  { from, to }: Partial<TimeRange>,
): TimeRange {
  if (from === undefined || to === undefined || to - from > SHORT_RANGE_DAYS * 24 * HOUR)
    throw invalid(path, `${what} needs from and to, at most ${SHORT_RANGE_DAYS} days apart`);
  return { from, to };
}

export function readFilter(query: Static<typeof MetricsQuery>): MetricsFilter {
  const { service, severity } = query;
  return {
    ...(service !== undefined && { service }),
    ...(severity && { severity }),
    ...readTimeRange(query),
  };
}

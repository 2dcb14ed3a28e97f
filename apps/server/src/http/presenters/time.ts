import type { Instant } from '@klaxon/domain';

// RFC 3339 has four digits for the year; an alert may claim any.
const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** RFC 3339 in UTC with milliseconds. */
export function presentTime(instant: Instant): string {
  return new Date(Math.min(Math.max(instant, FIRST), LAST)).toISOString();
}

export function presentNullableTime(instant: Instant | null): string | null {
  return instant === null ? null : presentTime(instant);
}

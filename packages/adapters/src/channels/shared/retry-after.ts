import { HOUR, type Milliseconds, SECOND } from '@klaxon/domain';

/** A longer pause than this is a mistake of the provider's, or an attack: pages would wait for it. */
const LONGEST: Milliseconds = HOUR;

/** A pause that a provider asked for in seconds; null where it is not a number of seconds. */
export function pauseOfSeconds(seconds: unknown): Milliseconds | null {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) return null;
  return Math.min(Math.ceil(seconds * SECOND), LONGEST);
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or an HTTP date. A date is held against the answer's own
 * `Date`, so that it holds whatever the clocks say; null where the header is missing or makes no sense.
 */
export function retryAfter(header: string | null, date: string | null): Milliseconds | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return pauseOfSeconds(Number(value)) ?? LONGEST;
  const pause = Date.parse(value) - Date.parse(date ?? '');
  return Number.isNaN(pause) ? null : Math.min(Math.max(pause, 0), LONGEST);
}

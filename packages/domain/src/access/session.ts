import { HOUR, type Instant, MINUTE, type Milliseconds } from '../shared/instant.ts';

export interface SessionPolicy {
  /** Unused for so long, a session ends. */
  readonly idle: Milliseconds;
  /** However often it is used, it ends then. */
  readonly lifetime: Milliseconds;
}

export const DEFAULT_SESSION_POLICY: SessionPolicy = { idle: 12 * HOUR, lifetime: 7 * 24 * HOUR };
/** How long an access token is good for. */
export const ACCESS_TOKEN_LIFETIME: Milliseconds = 15 * MINUTE;
/** How long a link to set a password is good for. */
export const INVITATION_LIFETIME: Milliseconds = 7 * 24 * HOUR;
/** Unused for so long, a browser or network that somebody signed in from is not known any more. */
export const KNOWN_PLACE_LIFETIME: Milliseconds = 90 * 24 * HOUR;
/** A use is written down once in so long: more would be a write a request. */
export const TOUCH_EVERY: Milliseconds = MINUTE;

interface SessionTimes {
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

export function hasEnded(
  { lastSeenAt, expiresAt }: SessionTimes,
  { idle }: SessionPolicy,
  now: Instant,
): boolean {
  return now >= expiresAt || now >= lastSeenAt + idle;
}

export function isDueForTouch(lastUsedAt: Instant | null, now: Instant): boolean {
  return lastUsedAt === null || now >= lastUsedAt + TOUCH_EVERY;
}

import type { Instant } from '@klaxon/domain';

/** Where somebody signs in. */
export interface SignInPlace {
  /** What the browser keeps of earlier sign-ins, whosever they were. */
  readonly marks: readonly string[];
  readonly address: string | null;
}

/** Browsers and networks that somebody signed in from, inside a transaction. */
export interface KnownPlaceRepository {
  /** Those of these marks that are known of somebody since `since`. */
  knownMarks(userId: string, marks: readonly string[], since: Instant): Promise<readonly string[]>;
  remember(userId: string, place: SignInPlace, at: Instant): Promise<void>;
  deleteOf(userId: string): Promise<void>;
  /** Forgets those that were not used since. */
  deleteUnused(before: Instant): Promise<void>;
}

import type { SignInPlace } from './known-places.ts';

/** Takes an attempt back that was no guess. */
export type TakeBack = () => Promise<void>;

/**
 * Slows down those who guess passwords, whether or not there is such an account. Where an account signed in lately
 * it has attempts of its own, which guesses from elsewhere do not use up.
 */
export interface SignInThrottle {
  /**
   * Counts an attempt before it is made, so that many at once count as many.
   *
   * @throws DomainError `limit` with the seconds to wait
   */
  attempt(email: string, place: SignInPlace): Promise<TakeBack>;
  /** The same for whoever is signed in already. */
  attemptInSession(sessionId: string): Promise<TakeBack>;
}

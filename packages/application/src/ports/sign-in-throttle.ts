/** Slows down those who guess passwords, by account and by address, whether or not there is such an account. */
export interface SignInThrottle {
  /**
   * Counts an attempt before it is made, so that many at once count as many.
   *
   * @throws DomainError `limit` with the seconds to wait
   */
  attempt(email: string, address: string | null): Promise<void>;
  /** Takes an attempt back that was no guess. */
  succeeded(email: string, address: string | null): Promise<void>;
}

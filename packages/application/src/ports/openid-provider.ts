/** What must be the same when somebody comes back from the provider as when they went there. */
export interface OpenIdFlow {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
}

/** Who the provider says it is. */
export interface OpenIdIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Where people sign in with an account they have already. */
export interface OpenIdProvider {
  /** What people call it. */
  readonly name: string;
  /** @throws DomainError `unavailable` */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly flow: OpenIdFlow }>;
  /**
   * @param callbackUrl the address that the provider sent the browser back to, as it is configured there
   * @throws DomainError `unauthenticated` for what is not a fresh answer to this flow; `unavailable`
   */
  finish(callbackUrl: string, flow: OpenIdFlow): Promise<OpenIdIdentity>;
}

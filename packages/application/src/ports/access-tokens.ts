import type { Instant } from '@klaxon/domain';

/** What an access token says. */
export interface AccessTokenClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAt: Instant;
}

/** JWTs signed with EdDSA. */
export interface AccessTokens {
  issue(claims: AccessTokenClaims & { readonly issuedAt: Instant }): Promise<string>;
  /** Null for anything but a token of ours that has not expired. */
  verify(token: string): Promise<AccessTokenClaims | null>;
  /** The public keys by which others can verify them, as a JSON Web Key Set. */
  publicKeys(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

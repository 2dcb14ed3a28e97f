import type { Owned, Principal } from '@klaxon/domain';

/** What a request shows of who sent it. */
export type Credentials =
  | { readonly kind: 'none' }
  /** What a browser's session cookie holds. */
  | { readonly kind: 'cookie'; readonly secret: string }
  /** An access token, API key or integration key. */
  | { readonly kind: 'secret'; readonly secret: string };

/** @throws DomainError `unauthenticated` where what was shown proves nothing, with the reason */
export type Authenticate = (credentials: Credentials) => Promise<Principal>;

/** Whose the thing with an id is. @throws DomainError `not-found` */
export interface Owners {
  incident(id: string): Promise<Owned>;
  notification(id: string): Promise<Owned>;
}

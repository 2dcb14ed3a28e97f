import {
  ANONYMOUS,
  DomainError,
  hasEnded,
  isDueForTouch,
  LOCAL,
  LOCAL_SENDER,
  type Owned,
  type Principal,
  type SessionPolicy,
  unauthenticated,
} from '@klaxon/domain';
import type { AccessTokens } from '../../ports/access-tokens.ts';
import type { BearerSecrets } from '../../ports/bearer-secrets.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AccessQueries, LiveSession } from '../../queries/access-queries.ts';

/** What a request shows of who sent it. */
export type Credentials =
  | { readonly kind: 'none' }
  /** What a browser's session cookie holds. */
  | { readonly kind: 'cookie'; readonly secret: string }
  /** An access token, API key or integration key. */
  | { readonly kind: 'secret'; readonly secret: string };

/**
 * Finds out who asks; `purpose` where nothing is asked for but to send alerts.
 *
 * @throws DomainError `unauthenticated` where what was shown proves nothing, with the reason
 */
export type Authenticate = (credentials: Credentials, purpose?: 'alerts') => Promise<Principal>;

/** Whose something is. */
export interface Owners {
  /** @throws DomainError `not-found` */
  incident(id: string): Promise<Owned>;
  /** @throws DomainError `not-found` */
  notification(id: string): Promise<Owned>;
  /** By its name; nobody's, where nobody set it up. */
  service(name: string): Promise<Owned>;
}

export const API_KEY_PREFIX = 'klx';
export const INTEGRATION_KEY_PREFIX = 'kli';
const KEY_PREFIXES = [API_KEY_PREFIX, INTEGRATION_KEY_PREFIX];

export interface AuthenticateDeps {
  readonly queries: AccessQueries;
  readonly secrets: BearerSecrets;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly policy: SessionPolicy;
  /** Where a use could not be written down; the request goes on. */
  readonly onTouchError: (error: unknown) => void;
}

/** Finds out who asks, where people sign in. */
export function makeAuthenticate(deps: AuthenticateDeps): Authenticate {
  const { queries, secrets, tokens, clock, policy } = deps;

  async function bySession(session: LiveSession | null, ended: string): Promise<Principal> {
    const now = clock.now();
    if (!session || hasEnded(session, policy, now) || session.user.deactivatedAt !== null)
      throw unauthenticated(ended);
    if (isDueForTouch(session.lastSeenAt, now)) touch(queries.touchSession(session.id, now));
    const { id, email, name, role, teamIds } = session.user;
    return { kind: 'user', id, email, name, role, teamIds, sessionId: session.id };
  }

  async function byToken(token: string): Promise<Principal> {
    const reason = 'This access token is not valid or has expired.';
    const claims = await tokens.verify(token);
    const session = claims && (await queries.sessionById(claims.sessionId));
    if (session?.kind !== 'token' || session.user.id !== claims?.userId)
      throw unauthenticated(reason);
    return bySession(session, reason);
  }

  async function byKey<P extends { readonly expiresAt: number | null }>(
    key: P | null,
    what: string,
  ): Promise<P> {
    if (!key || (key.expiresAt !== null && key.expiresAt <= clock.now()))
      throw unauthenticated(`This ${what} is not valid or has expired.`);
    return key;
  }

  function touch(written: Promise<void>): void {
    written.catch(deps.onTouchError);
  }

  return async (credentials) => {
    if (credentials.kind === 'none') return ANONYMOUS;
    const { secret } = credentials;
    if (credentials.kind === 'cookie')
      return bySession(
        await queries.sessionByTokenHash(secrets.hash(secret)),
        'This session has ended. Sign in again.',
      );
    if (secret.startsWith(`${API_KEY_PREFIX}_`)) {
      const key = await byKey(await queries.apiKey(secrets.hash(secret)), 'API key');
      if (isDueForTouch(key.lastUsedAt, clock.now()))
        touch(queries.touchApiKey(key.keyId, clock.now()));
      const { id, name, scopes, teamId, expiresAt } = key;
      return { kind: 'api-key', id, name, scopes, teamId, expiresAt };
    }
    if (secret.startsWith(`${INTEGRATION_KEY_PREFIX}_`)) {
      const key = await byKey(
        await queries.integrationKey(secrets.hash(secret)),
        'integration key',
      );
      if (isDueForTouch(key.lastUsedAt, clock.now()))
        touch(queries.touchIntegrationKey(key.keyId, clock.now()));
      const { id, name, service, teamId } = key;
      return { kind: 'integration', id, name, service, teamId };
    }
    return byToken(secret);
  };
}

/**
 * Where nobody signs in, whoever shows the token of this Klaxon is the one at the machine, and keys of
 * machines are good for what they are good for. Where a request came from proves nothing: a proxy on the
 * machine hands on those of strangers. Alerts alone need no proof, and a key that is wrong refuses none.
 */
export function makeAuthenticateLocally(
  authenticate: Authenticate,
  isLocalToken: (secret: string) => boolean,
): Authenticate {
  async function prove(credentials: Credentials): Promise<Principal> {
    if (credentials.kind === 'none') return ANONYMOUS;
    const { kind, secret } = credentials;
    if (isLocalToken(secret)) return LOCAL;
    if (kind === 'secret' && KEY_PREFIXES.some((prefix) => secret.startsWith(`${prefix}_`)))
      return authenticate(credentials);
    throw unauthenticated('This is not the token of this Klaxon.');
  }

  return async (credentials, purpose) => {
    if (purpose !== 'alerts') return prove(credentials);
    try {
      const principal = await prove(credentials);
      return principal.kind === 'anonymous' ? LOCAL_SENDER : principal;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'unauthenticated') return LOCAL_SENDER;
      throw error;
    }
  };
}

import type { ApiKeyPrincipal, Instant, IntegrationPrincipal, Owned, Role } from '@klaxon/domain';

/** A session with the person it is of, as they are now. */
export interface LiveSession {
  readonly id: string;
  readonly kind: 'browser' | 'token';
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly role: Role;
    readonly teamIds: readonly string[];
    readonly deactivatedAt: Instant | null;
  };
}

/** What of a session and its owner decides whether somebody is in still. */
export interface StandingSession {
  readonly id: string;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly role: Role;
  readonly isActive: boolean;
}

export interface Standing {
  readonly sessions: readonly StandingSession[];
  readonly apiKeys: readonly { readonly id: string; readonly expiresAt: Instant | null }[];
}

interface Expiring {
  readonly keyId: string;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

/** What a request is judged by: reads outside any transaction, most of them of one row. */
export interface AccessQueries {
  sessionByTokenHash(tokenHash: Uint8Array): Promise<LiveSession | null>;
  sessionById(id: string): Promise<LiveSession | null>;
  apiKey(secretHash: Uint8Array): Promise<(ApiKeyPrincipal & Expiring) | null>;
  integrationKey(secretHash: Uint8Array): Promise<(IntegrationPrincipal & Expiring) | null>;
  /** Those of these sessions and API keys that there are, as they are now: one query. */
  standing(sessionIds: readonly string[], apiKeyIds: readonly string[]): Promise<Standing>;
  touchSession(id: string, at: Instant): Promise<void>;
  touchApiKey(id: string, at: Instant): Promise<void>;
  touchIntegrationKey(id: string, at: Instant): Promise<void>;
  /** Whether there is an admin who can sign in, or has a link to set a password with. */
  hasAdmin(now: Instant): Promise<boolean>;
  /** @throws DomainError `not-found` */
  ownerOfIncident(incidentId: string): Promise<Owned>;
  /** @throws DomainError `not-found` */
  ownerOfNotification(notificationId: string): Promise<Owned>;
  /** Whose what comes under this name is; nobody's, where nobody set it up. */
  ownerOfService(name: string): Promise<Owned>;
}

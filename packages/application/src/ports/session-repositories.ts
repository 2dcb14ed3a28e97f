import type { Instant } from '@klaxon/domain';

interface SessionBase {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  /** However often it is used, it ends then. */
  readonly expiresAt: Instant;
  readonly userAgent: string | null;
  readonly address: string | null;
}

/** That somebody is signed in: in a browser, or by an access token that names the session. */
export type SessionRecord = SessionBase &
  (
    | {
        readonly kind: 'browser' /** SHA-256 of what the cookie holds. */;
        readonly tokenHash: Uint8Array;
      }
    | { readonly kind: 'token'; readonly tokenHash: null }
  );

/** Sessions inside a transaction. */
export interface SessionRepository {
  insert(session: SessionRecord): Promise<void>;
  /** Whether that user has such a session, ended or not. */
  exists(userId: string, id: string): Promise<boolean>;
  /** @throws DomainError `not-found` where that user has no such session */
  delete(userId: string, id: string): Promise<void>;
  /** Ends the one that a cookie holds, where there is one. */
  deleteByTokenHash(tokenHash: Uint8Array): Promise<void>;
  /** Ends all sessions of somebody but one; answers how many. */
  deleteOthers(userId: string, exceptId: string | null): Promise<number>;
  /** Forgets those that expired or were idle since before; answers how many. */
  deleteEnded(expiredBefore: Instant, idleBefore: Instant): Promise<number>;
}

/** A one-time link by which somebody sets their password. */
export interface InvitationRecord {
  readonly id: string;
  readonly userId: string;
  readonly tokenHash: Uint8Array;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Whether an API key made it. */
  readonly byKey: boolean;
}

export interface InvitationRepository {
  /** In place of the one that the user had. */
  put(invitation: InvitationRecord): Promise<void>;
  /** Locked, so that a link works once. */
  byTokenHash(tokenHash: Uint8Array): Promise<InvitationRecord | null>;
  delete(id: string): Promise<void>;
  /** That of a user, where there is one. */
  deleteOf(userId: string): Promise<void>;
  /** That of a user, where an API key made it. */
  deleteMadeByKey(userId: string): Promise<void>;
  deleteExpired(before: Instant): Promise<void>;
}

import type { SessionRecord } from '../ports/session-repositories.ts';

export interface SessionQueries {
  /** Somebody's sessions, the one used last first. */
  sessionsOf(userId: string): Promise<readonly Omit<SessionRecord, 'tokenHash'>[]>;
}

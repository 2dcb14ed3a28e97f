import type { SessionQueries } from '@klaxon/application';
import type { Profile, SessionList } from '@klaxon/contracts';
import { ALL_ACTIONS, may, type Principal } from '@klaxon/domain';
import type { SignInMode } from '../request/sign-in-mode.ts';
import { presentTime } from './time.ts';

export function presentProfile(mode: SignInMode, principal: Principal): Profile {
  const permissions = ALL_ACTIONS.filter((action) => may(principal, action, null).allowed);
  if (principal.kind !== 'user') return { mode, user: null, permissions };
  const { id, email, name, role, teamIds } = principal;
  return { mode, user: { id, email, name, role, team_ids: [...teamIds] }, permissions };
}

export function presentSessions(
  sessions: Awaited<ReturnType<SessionQueries['sessionsOf']>>,
  currentId: string,
): SessionList {
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      kind: session.kind,
      current: session.id === currentId,
      user_agent: session.userAgent,
      address: session.address,
      created_at: presentTime(session.createdAt),
      last_seen_at: presentTime(session.lastSeenAt),
      expires_at: presentTime(session.expiresAt),
    })),
    total: sessions.length,
  };
}

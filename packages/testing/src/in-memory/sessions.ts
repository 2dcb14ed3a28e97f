import type { InvitationRepository, SessionRepository } from '@klaxon/application';
import { notFound } from '@klaxon/domain';
import type { StoreState } from './state.ts';

export function makeSessionRepository({
  sessions,
}: Pick<StoreState, 'sessions'>): SessionRepository {
  const drop = (isGone: (session: ReturnType<typeof all>[number]) => boolean): number => {
    const gone = all().filter(isGone);
    for (const { id } of gone) sessions.delete(id);
    return gone.length;
  };
  const all = () => [...sessions.values()];
  return {
    insert: async (session) => {
      sessions.set(session.id, session);
    },
    exists: async (userId, id) => sessions.get(id)?.userId === userId,
    delete: async (userId, id) => {
      if (drop((session) => session.id === id && session.userId === userId) === 0)
        throw notFound(`There is no session ${id}.`);
    },
    deleteByTokenHash: async (tokenHash) => {
      drop((session) => session.tokenHash !== null && sameBytes(session.tokenHash, tokenHash));
    },
    deleteOthers: async (userId, exceptId) =>
      drop((session) => session.userId === userId && session.id !== exceptId),
    deleteEnded: async (expiredBefore, idleBefore) =>
      drop(({ expiresAt, lastSeenAt }) => expiresAt <= expiredBefore || lastSeenAt <= idleBefore),
  };
}

export function makeInvitationRepository({
  invitations,
}: Pick<StoreState, 'invitations'>): InvitationRepository {
  return {
    put: async (invitation) => {
      for (const { id, userId } of invitations.values())
        if (userId === invitation.userId) invitations.delete(id);
      invitations.set(invitation.id, invitation);
    },
    byTokenHash: async (tokenHash) =>
      [...invitations.values()].find((one) => sameBytes(one.tokenHash, tokenHash)) ?? null,
    delete: async (id) => {
      invitations.delete(id);
    },
    deleteOf: async (userId) => {
      for (const one of invitations.values()) if (one.userId === userId) invitations.delete(one.id);
    },
    deleteMadeByKey: async (userId) => {
      for (const one of invitations.values())
        if (one.userId === userId && one.byKey) invitations.delete(one.id);
    },
    deleteExpired: async (before) => {
      for (const { id, expiresAt } of invitations.values())
        if (expiresAt <= before) invitations.delete(id);
    },
  };
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { expectUser } from './expect-user.ts';

/** @throws DomainError `not-found` where it is not one of the caller's own */
export function makeRevokeSession(deps: ChangeDeps) {
  return async ({ actor, sessionId }: ByCaller & { readonly sessionId: string }): Promise<void> => {
    const { id, name } = expectUser(actor);
    await deps.unitOfWork.run(async (tx) => {
      await tx.sessions.delete(id, sessionId);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'session.revoked',
          target: { kind: 'session', id: sessionId, name },
        }),
      ]);
    });
  };
}

/** Ends all sessions of the caller but the present one; answers how many. */
export function makeRevokeOtherSessions(deps: ChangeDeps) {
  return async ({ actor }: ByCaller): Promise<number> => {
    const { id, name, sessionId } = expectUser(actor);
    return deps.unitOfWork.run(async (tx) => {
      const ended = await tx.sessions.deleteOthers(id, sessionId);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'session.revoked',
          target: { kind: 'user', id, name },
          after: { sessions_ended: ended },
        }),
      ]);
      return ended;
    });
  };
}

import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { IncidentTools } from '../incidents/change-incident.ts';
import { expectUser } from './expect-user.ts';

/** @throws DomainError `not-found` where it is not one of the caller's own */
export function makeRevokeSession(tools: IncidentTools) {
  return async (by: Caller, sessionId: string): Promise<void> => {
    const { id, name } = expectUser(by);
    await tools.unitOfWork.run(async (tx) => {
      await tx.sessions.delete(id, sessionId);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'session.revoked',
          target: { kind: 'session', id: sessionId, name },
        }),
      ]);
    });
  };
}

/** Ends all sessions of the caller but the present one; answers how many. */
export function makeRevokeOtherSessions(tools: IncidentTools) {
  return async (by: Caller): Promise<number> => {
    const { id, name, sessionId } = expectUser(by);
    return tools.unitOfWork.run(async (tx) => {
      const ended = await tx.sessions.deleteOthers(id, sessionId);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'session.revoked',
          target: { kind: 'user', id, name },
          after: { sessions_ended: ended },
        }),
      ]);
      return ended;
    });
  };
}

import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { IncidentTools } from '../incidents/change-incident.ts';
import { expectUser } from './expect-user.ts';

/** Ends the session that the request is part of. */
export function makeSignOut(tools: IncidentTools) {
  return async (by: Caller): Promise<void> => {
    const { id, name, sessionId } = expectUser(by);
    await tools.unitOfWork.run(async (tx) => {
      await tx.sessions.delete(id, sessionId);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'session.signed_out',
          target: { kind: 'session', id: sessionId, name },
        }),
      ]);
    });
  };
}

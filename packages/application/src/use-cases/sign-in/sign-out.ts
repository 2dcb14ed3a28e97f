import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { expectUser } from './expect-user.ts';

/** Ends the session that the request is part of. */
export function makeSignOut(deps: ChangeDeps) {
  return async ({ actor }: ByCaller): Promise<void> => {
    const { id, name, sessionId } = expectUser(actor);
    await deps.unitOfWork.run(async (tx) => {
      await tx.sessions.delete(id, sessionId);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'session.signed_out',
          target: { kind: 'session', id: sessionId, name },
        }),
      ]);
    });
  };
}

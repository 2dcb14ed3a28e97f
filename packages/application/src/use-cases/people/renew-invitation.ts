import { conflict, expectMayLetIn } from '@klaxon/domain';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  type InvitationTools,
  type OneTimeLink,
  putInvitation,
  userTarget,
} from './people-tools.ts';

/**
 * A new link in place of the old one, for who lost it or forgot their password. Until it is followed
 * the password and the sessions that there are stay good.
 *
 * @throws DomainError `not-found`; `conflict` for somebody who was deactivated; `forbidden` for more than a key lets in
 */
export function makeRenewInvitation(tools: InvitationTools) {
  return (by: Caller, userId: string): Promise<OneTimeLink> =>
    tools.unitOfWork.run(async (tx) => {
      const user = await tx.users.get(userId);
      expectMayLetIn(by.principal, user.role);
      if (user.deactivatedAt !== null)
        throw conflict('This user was deactivated. Reactivate them first.');
      const link = await putInvitation(tx, tools, user.id, by);
      await tx.audit.append([
        auditEntry(tools, by, { action: 'user.invitation_renewed', target: userTarget(user) }),
      ]);
      return link;
    });
}

import { conflict, expectMayLetIn } from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { UserIdInput } from './deactivate-user.ts';
import {
  type InvitationDeps,
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
export function makeRenewInvitation(deps: InvitationDeps) {
  return ({ actor, userId }: ByCaller & UserIdInput): Promise<OneTimeLink> =>
    deps.unitOfWork.run(async (tx) => {
      const user = await tx.users.get(userId);
      expectMayLetIn(actor.principal, user.role);
      if (user.deactivatedAt !== null)
        throw conflict('This user was deactivated. Reactivate them first.');
      const link = await putInvitation(tx, deps, user.id, actor);
      await tx.audit.append([
        auditEntry(deps, actor, { action: 'user.invitation_renewed', target: userTarget(user) }),
      ]);
      return link;
    });
}

import { expectAnotherAdmin, expectMayLetIn } from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { endEarlierCredentials } from './end-credentials.ts';
import { userTarget } from './people-tools.ts';

export interface UserIdInput {
  readonly userId: string;
}

/**
 * Ends all that the user is signed in with, and the link they may have, at once. Timelines keep the name.
 *
 * @throws DomainError `not-found`; `conflict` for the last admin; `forbidden` for more than a key lets in
 */
export function makeDeactivateUser(deps: ChangeDeps) {
  return ({ actor, userId }: ByCaller & UserIdInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const admins = await tx.users.activeAdmins();
      const user = await tx.users.get(userId);
      expectMayLetIn(actor.principal, user.role);
      if (user.deactivatedAt !== null) return;
      expectAnotherAdmin(user.id, admins);
      const now = deps.clock.now();
      await tx.users.update({ ...user, updatedAt: now, deactivatedAt: now });
      await tx.invitations.deleteOf(user.id);
      await tx.knownPlaces.deleteOf(user.id);
      const ended = await tx.sessions.deleteOthers(user.id, null);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'user.deactivated',
          target: userTarget(user),
          after: { sessions_ended: ended },
        }),
      ]);
    });
}

/**
 * With the role and teams that they had, and the password unless an API key had a hand in it.
 *
 * @throws DomainError `not-found`; `forbidden` for more than a key lets in
 */
export function makeReactivateUser(deps: ChangeDeps) {
  return ({ actor, userId }: ByCaller & UserIdInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const user = await tx.users.get(userId);
      expectMayLetIn(actor.principal, user.role);
      if (user.deactivatedAt === null) return;
      const active = { ...user, updatedAt: deps.clock.now(), deactivatedAt: null };
      const { user: changed, ended } = await endEarlierCredentials(tx, deps, user, active);
      await tx.users.update(changed);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'user.reactivated',
          target: userTarget(user),
          after: ended,
        }),
      ]);
    });
}

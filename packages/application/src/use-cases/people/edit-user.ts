import { expectAnotherAdmin, expectMayLetIn, normalEmail } from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import { endAllCredentials, endEarlierCredentials } from './end-credentials.ts';
import type { UserInput } from './invite-user.ts';
import { userFacts, userTarget } from './people-tools.ts';

export interface UserEditInput {
  readonly userId: string;
  readonly edit: Partial<UserInput>;
}

/**
 * With another address, a link that was not followed yet ends: it may be in the wrong hands; where a key gives it,
 * all they could come in by. With a higher role ends what others may have prepared to come in by as them.
 *
 * @throws DomainError `not-found`; `invalid` for what is no address or no team; `conflict` where another
 * has the address, and for the last admin who would be none; `forbidden` for more than a key lets in
 */
export function makeEditUser(deps: ChangeDeps) {
  return ({ actor, userId, edit }: ByCaller & UserEditInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      // Before the user: whoever takes these locks takes them in one order.
      const admins = await tx.users.activeAdmins();
      const user = await tx.users.get(userId);
      const teamIds = await tx.users.teamsOf(user.id);
      const { name = user.name, role = user.role } = edit;
      const email = edit.email === undefined ? user.email : normalEmail(edit.email);
      const changed = { ...user, email, name, role, updatedAt: deps.clock.now() };
      const wanted = [...new Set(edit.teamIds ?? teamIds)];
      const facts = changedFacts(userFacts(user, teamIds), userFacts(changed, wanted));
      if (Object.keys(facts.after).length === 0) return;
      // Whose the address is, theirs is the account.
      if (role !== user.role || email !== user.email)
        expectMayLetIn(actor.principal, user.role, role);
      if (wanted.some((id) => !teamIds.includes(id))) expectMayLetIn(actor.principal, user.role);
      if (user.role === 'admin' && role !== 'admin') expectAnotherAdmin(user.id, admins);
      const { user: saved, ended } =
        email !== user.email && actor.principal.kind === 'api-key'
          ? await endAllCredentials(tx, deps, changed)
          : await endEarlierCredentials(tx, deps, user, changed);
      await tx.users.update(saved);
      if (edit.teamIds) await tx.users.setTeamsOf(user.id, edit.teamIds);
      if (email !== user.email) await tx.invitations.deleteOf(user.id);
      const target = userTarget(changed);
      const after = { ...facts.after, ...ended };
      await tx.audit.append([
        auditEntry(deps, actor, { action: 'user.edited', target, before: facts.before, after }),
      ]);
    });
}

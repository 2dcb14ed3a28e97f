import { expectAnotherAdmin, expectMayLetIn, normalEmail } from '@klaxon/domain';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import type { NewUser } from './invite-user.ts';
import { type PeopleTools, userFacts, userTarget } from './people-tools.ts';

/**
 * With another address, a link that was not followed yet ends: it may be in the wrong hands.
 *
 * @throws DomainError `not-found`; `invalid` for what is no address or no team; `conflict` where another
 * has the address, and for the last admin who would be none; `forbidden` for more than a key lets in
 */
export function makeEditUser(tools: PeopleTools) {
  return (by: Caller, userId: string, edit: Partial<NewUser>): Promise<void> =>
    tools.unitOfWork.run(async (tx) => {
      // Before the user: whoever takes these locks takes them in one order.
      const admins = await tx.users.activeAdmins();
      const user = await tx.users.get(userId);
      const teamIds = await tx.users.teamsOf(user.id);
      const { name = user.name, role = user.role } = edit;
      const email = edit.email === undefined ? user.email : normalEmail(edit.email);
      const changed = { ...user, email, name, role, updatedAt: tools.clock.now() };
      const facts = changedFacts(
        userFacts(user, teamIds),
        userFacts(changed, [...new Set(edit.teamIds ?? teamIds)]),
      );
      if (Object.keys(facts.after).length === 0) return;
      // Whose the address is, theirs is the account.
      if (role !== user.role || email !== user.email) expectMayLetIn(by.principal, user.role, role);
      if (user.role === 'admin' && role !== 'admin') expectAnotherAdmin(user.id, admins);
      await tx.users.update(changed);
      if (edit.teamIds) await tx.users.setTeamsOf(user.id, edit.teamIds);
      if (email !== user.email) await tx.invitations.deleteOf(user.id);
      const target = userTarget(changed);
      await tx.audit.append([auditEntry(tools, by, { action: 'user.edited', target, ...facts })]);
    });
}

import { expectMay, expectMayLetIn } from '@klaxon/domain';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import { type PeopleTools, userFacts, userTarget } from './people-tools.ts';

export interface Membership {
  readonly teamId: string;
  readonly userId: string;
}

/**
 * Who is a member already stays one.
 *
 * @throws DomainError `not-found`; `forbidden` for the key of another team, and for any key where the user may
 * do more than read: they would do it to what is the team's
 */
export function makeAddMember(tools: PeopleTools) {
  return changeMembership(tools, (teamIds, teamId) => [...new Set([...teamIds, teamId])]);
}

/** Who is none stays none. @throws DomainError `not-found`; `forbidden` for the key of another team */
export function makeRemoveMember(tools: PeopleTools) {
  return changeMembership(tools, (teamIds, teamId) => teamIds.filter((id) => id !== teamId));
}

function changeMembership(
  tools: PeopleTools,
  change: (teamIds: readonly string[], teamId: string) => readonly string[],
) {
  return (by: Caller, membership: Membership): Promise<void> =>
    tools.unitOfWork.run(async (tx) => {
      const user = await tx.users.get(membership.userId);
      const team = await tx.teams.get(membership.teamId);
      expectMay(by.principal, 'people:write', { teamId: team.id });
      const before = await tx.users.teamsOf(user.id);
      const after = change(before, team.id);
      if (after.length === before.length) return;
      if (after.length > before.length) expectMayLetIn(by.principal, user.role);
      await tx.users.setTeamsOf(user.id, after);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'user.edited',
          target: userTarget(user),
          ...changedFacts(userFacts(user, before), userFacts(user, after)),
        }),
      ]);
    });
}

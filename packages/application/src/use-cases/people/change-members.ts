import { expectMay, expectMayLetIn } from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import { userFacts, userTarget } from './people-tools.ts';

interface Membership {
  readonly teamId: string;
  readonly userId: string;
}

/**
 * Who is a member already stays one.
 *
 * @throws DomainError `not-found`; `forbidden` for the key of another team, and for any key where the user may
 * do more than read: they would do it to what is the team's
 */
export function makeAddMember(deps: ChangeDeps) {
  return changeMembership(deps, (teamIds, teamId) => [...new Set([...teamIds, teamId])]);
}

/** Who is none stays none. @throws DomainError `not-found`; `forbidden` for the key of another team */
export function makeRemoveMember(deps: ChangeDeps) {
  return changeMembership(deps, (teamIds, teamId) => teamIds.filter((id) => id !== teamId));
}

function changeMembership(
  deps: ChangeDeps,
  change: (teamIds: readonly string[], teamId: string) => readonly string[],
) {
  return ({ actor, ...membership }: ByCaller & Membership): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const user = await tx.users.get(membership.userId);
      const team = await tx.teams.get(membership.teamId);
      expectMay(actor.principal, 'people:write', { teamId: team.id });
      const before = await tx.users.teamsOf(user.id);
      const after = change(before, team.id);
      if (after.length === before.length) return;
      if (after.length > before.length) expectMayLetIn(actor.principal, user.role);
      await tx.users.setTeamsOf(user.id, after);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'user.edited',
          target: userTarget(user),
          ...changedFacts(userFacts(user, before), userFacts(user, after)),
        }),
      ]);
    });
}

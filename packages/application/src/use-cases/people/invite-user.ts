import { expectMayLetIn, normalEmail, type Role } from '@klaxon/domain';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  type InvitationDeps,
  type OneTimeLink,
  putInvitation,
  userFacts,
  userTarget,
} from './people-tools.ts';

export interface UserInput {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
}

export interface InvitedUser {
  readonly userId: string;
  readonly link: OneTimeLink;
}

/**
 * The user has no password until they follow the link.
 *
 * @throws DomainError `conflict` where another has the address; `invalid` for what is no address or no team;
 * `forbidden` for more than a key lets in
 */
export function makeInviteUser(deps: InvitationDeps) {
  return async ({ actor, ...input }: ByCaller & UserInput): Promise<InvitedUser> => {
    const { name, role, teamIds } = input;
    expectMayLetIn(actor.principal, role);
    const email = normalEmail(input.email);
    return deps.unitOfWork.run(async (tx) => {
      const now = deps.clock.now();
      const user: UserRecord = {
        id: deps.ids.next(),
        email,
        name,
        role,
        passwordHash: null,
        passwordByKey: false,
        passwordEndedAt: null,
        oidc: null,
        createdAt: now,
        updatedAt: now,
        deactivatedAt: null,
      };
      await tx.users.insert(user);
      await tx.users.setTeamsOf(user.id, teamIds);
      const link = await putInvitation(tx, deps, user.id, actor);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'user.invited',
          target: userTarget(user),
          after: userFacts(user, teamIds),
        }),
      ]);
      return { userId: user.id, link };
    });
  };
}

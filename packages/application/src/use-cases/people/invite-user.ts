import { expectMayLetIn, normalEmail, type Role } from '@klaxon/domain';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  type InvitationTools,
  type OneTimeLink,
  putInvitation,
  userFacts,
  userTarget,
} from './people-tools.ts';

export interface NewUser {
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
export function makeInviteUser(tools: InvitationTools) {
  return async (by: Caller, wish: NewUser): Promise<InvitedUser> => {
    const { name, role, teamIds } = wish;
    expectMayLetIn(by.principal, role);
    const email = normalEmail(wish.email);
    return tools.unitOfWork.run(async (tx) => {
      const now = tools.clock.now();
      const user: UserRecord = {
        id: tools.ids.next(),
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
      const link = await putInvitation(tx, tools, user.id, by);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'user.invited',
          target: userTarget(user),
          after: userFacts(user, teamIds),
        }),
      ]);
      return { userId: user.id, link };
    });
  };
}

import { checkPassword, normalEmail } from '@klaxon/domain';
import type { Passwords } from '../../ports/passwords.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { endEarlierWays } from './end-earlier-ways.ts';
import {
  type InvitationTools,
  type OneTimeLink,
  putInvitation,
  userFacts,
  userTarget,
} from './people-tools.ts';

export interface AdminWish {
  readonly email: string;
  /** Null: the one they have, or else what stands before the @ of the address. */
  readonly name: string | null;
  /** Null: they set it themselves, by a link. */
  readonly password: string | null;
}

export interface CreatedAdmin {
  readonly email: string;
  /** Whether the account was there before. */
  readonly existed: boolean;
  /** Null where a password was given. */
  readonly link: OneTimeLink | null;
}

/**
 * Makes somebody an admin who can sign in, whatever they were: the way in where nobody can let anybody in.
 * A password that is given ends all sessions there are, and so does becoming an admin, with what keys prepared.
 *
 * @throws DomainError `invalid` for what is no address, and for a password that will not do
 */
export function makeCreateAdmin(tools: InvitationTools & { readonly passwords: Passwords }) {
  return async (wish: AdminWish): Promise<CreatedAdmin> => {
    const email = normalEmail(wish.email);
    if (wish.password !== null) checkPassword(wish.password);
    const passwordHash = wish.password === null ? null : await tools.passwords.hash(wish.password);
    return tools.unitOfWork.run(async (tx) => {
      const now = tools.clock.now();
      const known = await tx.users.byEmail(email);
      const before: UserRecord = known ?? {
        id: tools.ids.next(),
        email,
        name: email.slice(0, email.indexOf('@')),
        role: 'admin',
        passwordHash: null,
        passwordByKey: false,
        passwordEndedAt: null,
        oidc: null,
        createdAt: now,
        updatedAt: now,
        deactivatedAt: null,
      };
      const wanted: UserRecord = {
        ...before,
        ...(passwordHash !== null && { passwordHash, passwordByKey: false, passwordEndedAt: null }),
        name: wish.name ?? before.name,
        role: 'admin',
        updatedAt: now,
        deactivatedAt: null,
      };
      const { user: admin, ended } = await endEarlierWays(tx, tools, before, wanted);
      if (known) await tx.users.update(admin);
      else await tx.users.insert(admin);
      const teamIds = await tx.users.teamsOf(admin.id);
      await tx.audit.append([
        auditEntry(tools, null, {
          action: 'user.created_admin',
          target: userTarget(admin),
          before: known && userFacts(known, teamIds),
          after: { ...userFacts(admin, teamIds), ...ended },
        }),
      ]);
      const existed = known !== null;
      if (passwordHash === null)
        return { email, existed, link: await putInvitation(tx, tools, admin.id, null) };
      await tx.invitations.deleteOf(admin.id);
      await tx.sessions.deleteOthers(admin.id, null);
      return { email, existed, link: null };
    });
  };
}

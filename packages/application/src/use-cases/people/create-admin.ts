import { checkPassword, normalEmail } from '@klaxon/domain';
import type { Passwords } from '../../ports/passwords.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { endEarlierCredentials } from './end-credentials.ts';
import {
  type InvitationDeps,
  type OneTimeLink,
  putInvitation,
  userFacts,
  userTarget,
} from './people-tools.ts';

export interface AdminInput {
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
export function makeCreateAdmin(deps: InvitationDeps & { readonly passwords: Passwords }) {
  return async (input: AdminInput): Promise<CreatedAdmin> => {
    const email = normalEmail(input.email);
    if (input.password !== null) checkPassword(input.password);
    const passwordHash = input.password === null ? null : await deps.passwords.hash(input.password);
    return deps.unitOfWork.run(async (tx) => {
      const now = deps.clock.now();
      const known = await tx.users.byEmail(email);
      const before: UserRecord = known ?? {
        id: deps.ids.next(),
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
        name: input.name ?? before.name,
        role: 'admin',
        updatedAt: now,
        deactivatedAt: null,
      };
      const { user: admin, ended } = await endEarlierCredentials(tx, deps, before, wanted);
      if (known) await tx.users.update(admin);
      else await tx.users.insert(admin);
      const teamIds = await tx.users.teamsOf(admin.id);
      await tx.audit.append([
        auditEntry(deps, null, {
          action: 'user.created_admin',
          target: userTarget(admin),
          before: known && userFacts(known, teamIds),
          after: { ...userFacts(admin, teamIds), ...ended },
        }),
      ]);
      const existed = known !== null;
      if (passwordHash === null)
        return { email, existed, link: await putInvitation(tx, deps, admin.id, null) };
      await tx.invitations.deleteOf(admin.id);
      await tx.sessions.deleteOthers(admin.id, null);
      return { email, existed, link: null };
    });
  };
}

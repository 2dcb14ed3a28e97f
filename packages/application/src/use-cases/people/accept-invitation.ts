import { checkPassword, DomainError, type Instant } from '@klaxon/domain';
import type { Passwords } from '../../ports/passwords.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { InvitationRecord } from '../../ports/session-repositories.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import type { Device, SessionDeps } from '../sign-in/session-deps.ts';
import { type StartedSession, startSession } from '../sign-in/start-session.ts';
import { userFacts, userTarget } from './people-tools.ts';

export interface OpenInvitation {
  readonly email: string;
  readonly name: string;
  readonly expiresAt: Instant;
}

/** Whom a link is for. @throws DomainError `invalid` for a link that is unknown, used or expired */
export function makeCheckInvitation(deps: Pick<SessionDeps, 'unitOfWork' | 'clock' | 'secrets'>) {
  return ({ token }: { readonly token: string }): Promise<OpenInvitation> =>
    deps.unitOfWork.run(async (tx) => {
      const { user, expiresAt } = await openInvitation(tx, deps, token);
      return { email: user.email, name: user.name, expiresAt };
    });
}

export interface AcceptanceInput {
  readonly token: string;
  readonly password: string;
  /** Null: the name they were invited by. */
  readonly name: string | null;
  readonly device: Device;
  /** What the browser's cookie holds: that session ends, whosever it is. */
  readonly shown: string | null;
}

/**
 * Sets the password and signs in. All other sessions end, and so does the tie to an account of the OpenID
 * provider: whoever had the old way in is out.
 *
 * @throws DomainError `invalid` for a link that is unknown, used or expired, and for a password that will not do
 */
export function makeAcceptInvitation(deps: SessionDeps & { readonly passwords: Passwords }) {
  const { unitOfWork, clock, passwords } = deps;
  return async (input: AcceptanceInput): Promise<StartedSession> => {
    const { token, password, name, device, shown } = input;
    checkPassword(password);
    // First without the password: whoever guesses links shall not make Klaxon hash.
    await unitOfWork.run((tx) => openInvitation(tx, deps, token));
    const passwordHash = await passwords.hash(password);
    return unitOfWork.run(async (tx) => {
      const { id, user: known, byKey } = await openInvitation(tx, deps, token);
      await tx.invitations.delete(id);
      const user = {
        ...known,
        name: name ?? known.name,
        passwordHash,
        passwordByKey: byKey,
        passwordEndedAt: null,
        // Whoever came in as an account of the provider comes in by that again once they sign in with it.
        oidc: null,
        updatedAt: clock.now(),
      };
      const teamIds = await tx.users.teamsOf(user.id);
      const facts = changedFacts(userFacts(known, teamIds), userFacts(user, teamIds));
      await tx.users.update(user);
      const ended = await tx.sessions.deleteOthers(user.id, null);
      await tx.knownPlaces.deleteOf(user.id);
      if (shown !== null) await tx.sessions.deleteByTokenHash(deps.secrets.hash(shown));
      const started = await startSession(tx, deps, user, device, 'invitation');
      const { principal } = started;
      const { requestId, address } = device;
      await tx.audit.append([
        auditEntry(
          deps,
          { principal, requestId, address },
          {
            action: 'user.invitation_accepted',
            target: userTarget(user),
            before: facts.before,
            after: { ...facts.after, sessions_ended: ended },
          },
        ),
      ]);
      return started;
    });
  };
}

/** One message, whatever is wrong with it: a guess teaches nothing. */
async function openInvitation(
  tx: Transaction,
  { clock, secrets }: Pick<SessionDeps, 'clock' | 'secrets'>,
  token: string,
): Promise<Pick<InvitationRecord, 'id' | 'expiresAt' | 'byKey'> & { readonly user: UserRecord }> {
  const invitation = await tx.invitations.byTokenHash(secrets.hash(token));
  const user = invitation && (await tx.users.get(invitation.userId));
  if (!user || user.deactivatedAt !== null || invitation.expiresAt <= clock.now())
    throw new DomainError(
      'invalid',
      'This link is not good any more: it was used, replaced by a newer one, or has expired. Ask an admin for a new one.',
    );
  const { id, expiresAt, byKey } = invitation;
  return { id, user, expiresAt, byKey };
}

import { credentialsToEnd } from '@klaxon/domain';
import type { AuditFacts } from '../../ports/audit-log.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface CredentialsEnded {
  /** The user to be stored. */
  readonly user: UserRecord;
  /** What ended, for the audit log. */
  readonly ended: AuditFacts;
}

/**
 * Where somebody becomes more by a change: ends what others may have prepared to come in by as them.
 *
 * @param before the user as stored; locked, so that no session starts meanwhile
 */
export async function endEarlierCredentials(
  tx: Transaction,
  { clock }: Pick<ChangeDeps, 'clock'>,
  before: UserRecord,
  after: UserRecord,
): Promise<CredentialsEnded> {
  const ending = credentialsToEnd(before, after);
  if (ending === null) return { user: after, ended: {} };
  if (ending.link === 'any') await tx.invitations.deleteOf(after.id);
  else await tx.invitations.deleteMadeByKey(after.id);
  const isPasswordEnding = ending.password && after.passwordEndedAt === null;
  return {
    user: isPasswordEnding ? { ...after, passwordEndedAt: clock.now() } : after,
    ended: {
      sessions_ended: await endSessions(tx, after.id),
      ...(isPasswordEnding && { password_ended: true }),
    },
  };
}

/** Ends all that somebody could come in by: the account is to be another's. */
export async function endAllCredentials(
  tx: Transaction,
  { clock }: Pick<ChangeDeps, 'clock'>,
  user: UserRecord,
): Promise<CredentialsEnded> {
  await tx.invitations.deleteOf(user.id);
  const passwordEndedAt = user.passwordHash === null ? null : clock.now();
  return {
    user: { ...user, oidc: null, passwordEndedAt },
    ended: {
      sessions_ended: await endSessions(tx, user.id),
      ...(passwordEndedAt !== null && { password_ended: true }),
    },
  };
}

async function endSessions(tx: Transaction, userId: string): Promise<number> {
  await tx.knownPlaces.deleteOf(userId);
  return tx.sessions.deleteOthers(userId, null);
}

import { checkPassword, type DomainError, forbidden } from '@klaxon/domain';
import type { Passwords } from '../../ports/passwords.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { SignInThrottle } from '../../ports/sign-in-throttle.ts';
import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import { expectUser } from './expect-user.ts';

export function makeRenameMyself(deps: ChangeDeps) {
  return async ({ actor, name }: ByCaller & { readonly name: string }): Promise<UserRecord> => {
    const { id } = expectUser(actor);
    return deps.unitOfWork.run(async (tx) => {
      const user = await tx.users.get(id);
      const renamed = { ...user, name, updatedAt: deps.clock.now() };
      await tx.users.update(renamed);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'user.edited',
          target: { kind: 'user', id, name: user.email },
          ...changedFacts({ name: user.name }, { name }),
        }),
      ]);
      return renamed;
    });
  };
}

export interface PasswordChangeInput {
  readonly current: string;
  readonly next: string;
}

interface PasswordChangeDeps extends ChangeDeps {
  readonly passwords: Passwords;
  readonly throttle: SignInThrottle;
}

/**
 * Ends all other sessions: whoever knew the old password is out.
 *
 * @throws DomainError `forbidden` where the present password is wrong, `invalid` for a new one that will not do,
 * `limit` after too many attempts
 */
export function makeChangePassword(deps: PasswordChangeDeps) {
  const { unitOfWork, clock, passwords, throttle } = deps;
  return async ({ actor, current, next }: ByCaller & PasswordChangeInput): Promise<void> => {
    const { id, sessionId } = expectUser(actor);
    checkPassword(next);
    // Whoever found a browser open shall not guess here without end.
    const takeBack = await throttle.attemptInSession(sessionId);
    const { passwordHash, passwordEndedAt } = await unitOfWork.run((tx) => tx.users.get(id));
    const known = passwordEndedAt === null ? passwordHash : null;
    if (!(await passwords.verify(known, current)).matches) throw wrong();
    await takeBack();
    const nextHash = await passwords.hash(next);
    await unitOfWork.run(async (tx) => {
      const user = await tx.users.get(id);
      // Whoever knew the old password does not set the next one over another's.
      if (user.passwordHash !== known || user.passwordEndedAt !== null) throw wrong();
      await tx.users.update({ ...user, passwordHash: nextHash, updatedAt: clock.now() });
      const ended = await tx.sessions.deleteOthers(id, sessionId);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'user.password_changed',
          target: { kind: 'user', id, name: user.email },
          after: { sessions_ended: ended },
        }),
      ]);
    });
  };
}

function wrong(): DomainError {
  return forbidden('The present password is wrong.');
}

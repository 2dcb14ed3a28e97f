import { type DomainError, unauthenticated } from '@klaxon/domain';
import type { Passwords } from '../../ports/passwords.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { SignInThrottle } from '../../ports/sign-in-throttle.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import { anonymousEntry } from '../audit/audit-entry.ts';
import type { Device, SessionDeps } from './session-deps.ts';
import { type StartedSession, startSession } from './start-session.ts';

export interface PasswordDeps extends SessionDeps {
  readonly passwords: Passwords;
  readonly throttle: SignInThrottle;
}

export interface PasswordProof {
  readonly email: string;
  readonly password: string;
  readonly device: Device;
}

export interface SignInInput extends PasswordProof {
  /** What the browser's cookie holds: that session ends, so that nobody keeps one that was planted. */
  readonly shown: string | null;
}

/**
 * @throws DomainError `unauthenticated`, the same for an account that does not exist, a wrong password
 * and somebody who was deactivated; `limit` after too many attempts
 */
export function makeSignIn(deps: PasswordDeps) {
  return async ({ shown, ...proof }: SignInInput): Promise<StartedSession> => {
    const proven = await provePassword(deps, proof);
    return deps.unitOfWork.run(async (tx) => {
      const user = await expectStillProven(tx, proven);
      if (shown !== null) await tx.sessions.deleteByTokenHash(deps.secrets.hash(shown));
      return startSession(tx, deps, user, proof.device, 'password');
    });
  };
}

/**
 * Finds out who it is by e-mail and password, as slowly for nobody as for somebody. Answers the user with the
 * hash that the password was proven by.
 */
export async function provePassword(
  deps: PasswordDeps,
  { email, password, device }: PasswordProof,
): Promise<UserRecord> {
  const { unitOfWork, clock, passwords, throttle } = deps;
  const account = email.trim().toLowerCase();
  const takeBack = await throttle.attempt(account, device);
  const user = await unitOfWork.run((tx) => tx.users.byEmail(account));
  const { matches, outdated } = await passwords.verify(user?.passwordHash ?? null, password);
  const isEnded = user !== null && user.passwordEndedAt !== null;
  if (!user || !matches || user.deactivatedAt !== null || isEnded) {
    await unitOfWork.run((tx) =>
      tx.audit.append([
        anonymousEntry(deps, account, device, {
          action: 'session.sign_in_failed',
          target: { kind: 'user', id: user?.id ?? null, name: account },
        }),
      ]),
    );
    throw matches && isEnded && user.deactivatedAt === null ? ended() : wrong();
  }
  await takeBack();
  if (!outdated) return user;
  const passwordHash = await passwords.hash(password);
  const renewed = await unitOfWork.run(async (tx) => {
    const now = await tx.users.get(user.id);
    if (now.passwordHash !== user.passwordHash) return now;
    const changed = { ...now, passwordHash, updatedAt: clock.now() };
    await tx.users.update(changed);
    return changed;
  });
  // Another sign-in may have made the hash again meanwhile, or somebody changed the password.
  if (renewed.passwordHash !== passwordHash) {
    const again = await passwords.verify(renewed.passwordHash, password);
    if (!again.matches) throw wrong();
  }
  return renewed;
}

/**
 * Locks the user, so that no session starts on a password that was changed, or for somebody who was
 * deactivated, since it was proven.
 *
 * @throws DomainError `unauthenticated`
 */
export async function expectStillProven(tx: Transaction, proven: UserRecord): Promise<UserRecord> {
  const user = await tx.users.get(proven.id);
  if (user.deactivatedAt !== null || user.passwordHash !== proven.passwordHash) throw wrong();
  if (user.passwordEndedAt !== null) throw ended();
  return user;
}

/** Only whoever knows the password learns that there is such an account. */
function ended(): DomainError {
  return unauthenticated(
    'This password ended when the account became more: by a first sign-in with the OpenID provider, a higher role, or its reactivation. Sign in with the provider, or ask an admin for a one-time link.',
  );
}

function wrong(): DomainError {
  return unauthenticated('E-mail or password is wrong.');
}

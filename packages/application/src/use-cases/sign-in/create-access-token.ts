import { ACCESS_TOKEN_LIFETIME, SECOND, unauthenticated } from '@klaxon/domain';
import type { AccessTokens } from '../../ports/access-tokens.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { Device } from './session-deps.ts';
import type { PasswordDeps, PasswordProof } from './sign-in.ts';
import { expectStillProven, provePassword } from './sign-in.ts';
import { startTokenSession } from './start-session.ts';

export interface CreatedAccessToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** For somebody who is signed in already, or proves now who they are. */
export type TokenInput =
  | { readonly userId: string; readonly sessionId: string; readonly device: Device }
  | { readonly proof: PasswordProof };

/** @throws DomainError as signing in does, and for a session that has ended meanwhile */
export function makeCreateAccessToken(deps: PasswordDeps & { readonly tokens: AccessTokens }) {
  return async (input: TokenInput): Promise<CreatedAccessToken> => {
    const { device, lockUser } = await provenBy(deps, input);
    const session = await deps.unitOfWork.run(async (tx) =>
      startTokenSession(tx, deps, await lockUser(tx), device),
    );
    const { id: sessionId, userId, createdAt: issuedAt, expiresAt } = session;
    const token = await deps.tokens.issue({ userId, sessionId, issuedAt, expiresAt });
    return { token, expiresIn: ACCESS_TOKEN_LIFETIME / SECOND };
  };
}

/** How the proof is looked at again, where the session starts. */
async function provenBy(deps: PasswordDeps, input: TokenInput) {
  if ('proof' in input) {
    const proven = await provePassword(deps, input.proof);
    const lockUser = (tx: Transaction) => expectStillProven(tx, proven);
    return { device: input.proof.device, lockUser };
  }
  const lockUser = async (tx: Transaction): Promise<UserRecord> => {
    const user = await tx.users.get(input.userId);
    if (await tx.sessions.exists(user.id, input.sessionId)) return user;
    throw unauthenticated('This session has ended. Sign in again.');
  };
  return { device: input.device, lockUser };
}

import { ACCESS_TOKEN_LIFETIME, SECOND } from '@klaxon/domain';
import type { AccessTokens } from '../../ports/access-tokens.ts';
import type { Device } from './session-tools.ts';
import type { PasswordProof, PasswordTools } from './sign-in.ts';
import { provePassword } from './sign-in.ts';
import { startTokenSession } from './start-session.ts';

export interface CreatedAccessToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** For somebody who is signed in already, or proves now who they are. */
export type TokenWish =
  | { readonly userId: string; readonly device: Device }
  | { readonly proof: PasswordProof };

/** @throws DomainError as signing in does */
export function makeCreateAccessToken(tools: PasswordTools & { readonly tokens: AccessTokens }) {
  return async (wish: TokenWish): Promise<CreatedAccessToken> => {
    const { device, userId: id } =
      'proof' in wish
        ? { device: wish.proof.device, userId: (await provePassword(tools, wish.proof)).id }
        : wish;
    const session = await tools.unitOfWork.run(async (tx) =>
      startTokenSession(tx, tools, await tx.users.get(id), device),
    );
    const { id: sessionId, userId, createdAt: issuedAt, expiresAt } = session;
    const token = await tools.tokens.issue({ userId, sessionId, issuedAt, expiresAt });
    return { token, expiresIn: ACCESS_TOKEN_LIFETIME / SECOND };
  };
}

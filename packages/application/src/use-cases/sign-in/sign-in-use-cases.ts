import type { ClaimPolicy } from '@klaxon/domain';
import type { AccessTokens } from '../../ports/access-tokens.ts';
import type { OpenIdProvider } from '../../ports/openid-provider.ts';
import type { SessionQueries } from '../../queries/session-queries.ts';
import { makeCreateAccessToken } from './create-access-token.ts';
import { makeChangePassword, makeRenameMyself } from './own-account.ts';
import { makeRevokeOtherSessions, makeRevokeSession } from './own-sessions.ts';
import { makeSignIn, type PasswordDeps } from './sign-in.ts';
import { makeSignInWithOpenId } from './sign-in-with-openid.ts';
import { makeSignOut } from './sign-out.ts';

export interface OpenIdDeps {
  readonly provider: OpenIdProvider;
  readonly claimPolicy: ClaimPolicy;
  /** What a browser keeps while it is at the provider, so that it can neither be read nor changed. */
  readonly sealFlow: (flow: string) => string;
  /** Null for what was not sealed here. */
  readonly openFlow: (sealed: string) => string | null;
}

export interface SignInDeps extends PasswordDeps {
  readonly tokens: AccessTokens;
  readonly queries: SessionQueries;
  /** Null where there is no OpenID provider. */
  readonly openId: OpenIdDeps | null;
}

/** How people get something to show for who they are, and what they do with their own account. */
export function signInUseCases(deps: SignInDeps) {
  return {
    queries: deps.queries,
    publicKeys: () => deps.tokens.publicKeys(),
    signIn: makeSignIn(deps),
    openId: deps.openId && openIdUseCases(deps, deps.openId),
    signOut: makeSignOut(deps),
    createAccessToken: makeCreateAccessToken(deps),
    renameMyself: makeRenameMyself(deps),
    changePassword: makeChangePassword(deps),
    revokeSession: makeRevokeSession(deps),
    revokeOtherSessions: makeRevokeOtherSessions(deps),
  };
}

export type SignInUseCases = ReturnType<typeof signInUseCases>;

function openIdUseCases(deps: SignInDeps, { claimPolicy, ...openId }: OpenIdDeps) {
  const signIn = makeSignInWithOpenId({ ...deps, claimPolicy });
  return { ...openId, signIn, now: () => deps.clock.now() };
}

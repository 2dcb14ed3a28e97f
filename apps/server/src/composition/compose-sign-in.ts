import {
  bearerSecrets,
  eddsaAccessTokens,
  isSameSecret,
  openIdProvider,
  pgSignInThrottle,
  prismaAccessQueries,
  prismaSessionQueries,
  prismaSigningKeys,
  type RememberedKeys,
  secretBox,
} from '@klaxon/adapters';
import {
  type IncidentTools,
  makeAuthenticate,
  makeAuthenticateLocally,
  makeChangePassword,
  makeCreateAccessToken,
  makeRenameMyself,
  makeRevokeOtherSessions,
  makeRevokeSession,
  makeSignIn,
  makeSignInWithOpenId,
  makeSignOut,
  type Passwords,
  type SecretBox,
} from '@klaxon/application';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { UseCases } from '../http/use-cases.ts';

export interface SignInParts {
  readonly config: Pick<Config, 'publicUrl' | 'sessions' | 'claimPolicy'>;
  /** By which the one at the machine is known; null where people sign in. */
  readonly localToken: string | null;
  readonly secrets: Pick<Secrets, 'secretKeys' | 'openId'>;
  readonly prisma: Parameters<typeof prismaAccessQueries>[0];
  readonly pool: Parameters<typeof pgSignInThrottle>[0];
  readonly keys: RememberedKeys;
  readonly tools: IncidentTools;
  readonly passwords: Passwords;
  readonly logger: Logger;
}

export type SignInUseCases = Pick<
  UseCases,
  | 'authenticate'
  | 'owners'
  | 'openId'
  | 'signIn'
  | 'signOut'
  | 'createAccessToken'
  | 'publicKeys'
  | 'renameMyself'
  | 'changePassword'
  | 'sessionsOf'
  | 'revokeSession'
  | 'revokeOtherSessions'
>;

/** How people and machines prove who they are. */
export function composeSignIn(parts: SignInParts): SignInUseCases {
  const { config, localToken, prisma, pool, tools, passwords, logger } = parts;
  const { clock, ids } = tools;
  const queries = { ...prismaAccessQueries(prisma), ...parts.keys };
  const box = secretBox(parts.secrets.secretKeys);
  const tokens = eddsaAccessTokens({
    keys: prismaSigningKeys(prisma),
    box,
    clock,
    ids,
    issuer: config.publicUrl ?? 'klaxon',
  });
  const authenticate = makeAuthenticate({
    queries,
    secrets: bearerSecrets,
    tokens,
    clock,
    policy: config.sessions,
    onTouchError: (error) => logger.warn({ err: error }, 'a use could not be written down'),
  });
  const sessionTools = {
    ...tools,
    secrets: bearerSecrets,
    policy: config.sessions,
    passwords,
    throttle: pgSignInThrottle(pool),
  };
  return {
    authenticate:
      localToken === null
        ? authenticate
        : makeAuthenticateLocally(authenticate, (secret) => isSameSecret(secret, localToken)),
    owners: {
      incident: queries.ownerOfIncident,
      notification: queries.ownerOfNotification,
      service: queries.ownerOfService,
    },
    signIn: makeSignIn(sessionTools),
    openId: parts.secrets.openId && {
      provider: openIdProvider(parts.secrets.openId),
      signIn: makeSignInWithOpenId({ ...sessionTools, claimPolicy: config.claimPolicy }),
      ...sealedCookie(box, 'openid flow'),
      now: clock.now,
    },
    signOut: makeSignOut(tools),
    createAccessToken: makeCreateAccessToken({ ...sessionTools, tokens }),
    publicKeys: tokens.publicKeys,
    renameMyself: makeRenameMyself(tools),
    changePassword: makeChangePassword(sessionTools),
    sessionsOf: prismaSessionQueries(prisma).sessionsOf,
    revokeSession: makeRevokeSession(tools),
    revokeOtherSessions: makeRevokeOtherSessions(tools),
  };
}

/** What a browser keeps for Klaxon: the id of the key, a dot, and what is sealed. */
function sealedCookie(box: SecretBox, owner: string) {
  return {
    sealFlow: (text: string): string => {
      const { keyId, bytes } = box.seal(text, owner);
      return `${Buffer.from(keyId).toString('base64url')}.${Buffer.from(bytes).toString('base64url')}`;
    },
    openFlow: (sealed: string): string | null => {
      const [keyId = '', bytes = ''] = sealed.split('.');
      try {
        return box.open(
          {
            keyId: Buffer.from(keyId, 'base64url').toString(),
            bytes: Buffer.from(bytes, 'base64url'),
          },
          owner,
        );
      } catch {
        return null;
      }
    },
  };
}

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
  type AccessUseCases,
  accessUseCases,
  type Passwords,
  type SecretBox,
  type SignInUseCases,
  signInUseCases,
} from '@klaxon/application';
import type { Foundation } from './foundation.ts';

interface Proofs {
  readonly keys: RememberedKeys;
  readonly passwords: Passwords;
}

/** How people and machines prove who they are. */
export function composeSignIn(
  { config, secrets, localToken, logger, pool, prisma, change }: Foundation,
  { keys, passwords }: Proofs,
): { readonly access: AccessUseCases; readonly signIn: SignInUseCases } {
  const box = secretBox(secrets.secretKeys);
  const tokens = eddsaAccessTokens({
    ...change,
    keys: prismaSigningKeys(prisma),
    box,
    issuer: config.publicUrl ?? 'klaxon',
  });
  const deps = { ...change, secrets: bearerSecrets, policy: config.sessions, tokens };
  return {
    access: accessUseCases({
      ...deps,
      queries: { ...prismaAccessQueries(prisma), ...keys },
      onTouchError: (error) => logger.warn({ err: error }, 'a use could not be written down'),
      isLocalToken: localToken === null ? null : (secret) => isSameSecret(secret, localToken),
    }),
    signIn: signInUseCases({
      ...deps,
      passwords,
      throttle: pgSignInThrottle(pool),
      queries: prismaSessionQueries(prisma),
      openId: secrets.openId && {
        provider: openIdProvider(secrets.openId),
        claimPolicy: config.claimPolicy,
        ...sealedCookie(box, 'openid flow'),
      },
    }),
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

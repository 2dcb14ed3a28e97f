import type { OpenIdProvider } from '@klaxon/application';
import { DomainError, unauthenticated } from '@klaxon/domain';
import * as openid from 'openid-client';

export interface OpenIdOptions {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null for a client that has none. */
  readonly clientSecret: string | null;
  readonly name: string;
  readonly scopes: string;
}

const TIMEOUT_SECONDS = 10;

/** An OpenID provider, by the authorization code flow with PKCE. It is found out about when first used. */
export function openIdProvider(options: OpenIdOptions): OpenIdProvider {
  const { issuer, clientId, clientSecret, scopes } = options;
  let found: Promise<openid.Configuration> | null = null;

  function configuration(): Promise<openid.Configuration> {
    found ??= openid
      .discovery(
        issuer,
        clientId,
        undefined,
        clientSecret === null ? openid.None() : openid.ClientSecretBasic(clientSecret),
        {
          timeout: TIMEOUT_SECONDS,
          // The configuration allows http on loopback alone.
          ...(issuer.protocol === 'http:' && { execute: [openid.allowInsecureRequests] }),
        },
      )
      .catch((error: unknown) => {
        found = null;
        throw away(error);
      });
    return found;
  }

  return {
    name: options.name,

    async begin(redirectUri) {
      const config = await configuration();
      const verifier = openid.randomPKCECodeVerifier();
      const flow = { state: openid.randomState(), nonce: openid.randomNonce(), verifier };
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopes,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, flow };
    },

    async finish(callbackUrl, { state, nonce, verifier }) {
      const config = await configuration();
      try {
        const tokens = await openid.authorizationCodeGrant(config, new URL(callbackUrl), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const idToken = tokens.claims();
        if (!idToken) throw unauthenticated('The provider did not say who it is.');
        // Many providers tell the address and groups here alone.
        const more = config.serverMetadata().userinfo_endpoint
          ? await openid.fetchUserInfo(config, tokens.access_token, idToken.sub)
          : {};
        return identityFrom({ ...idToken, ...more, iss: idToken.iss, sub: idToken.sub });
      } catch (error) {
        if (error instanceof DomainError) throw error;
        throw isAway(error)
          ? away(error)
          : new DomainError('unauthenticated', 'The sign-in at the provider did not succeed.', [], {
              cause: error,
            });
      }
    },
  };
}

function identityFrom(claims: Readonly<Record<string, unknown>> & { iss: string; sub: string }) {
  const { email, name } = claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: typeof email === 'string' ? email : null,
    emailVerified: claims['email_verified'] === true,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 255) : null,
    claims,
  };
}

/** No answer, or one that is not the provider's: nothing that the person did. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TimeoutError' || error instanceof TypeError) return true;
  return (
    'code' in error &&
    ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(String(error.code))
  );
}

function away(cause: unknown): DomainError {
  return new DomainError('unavailable', 'The OpenID provider cannot be reached right now.', [], {
    cause,
  });
}

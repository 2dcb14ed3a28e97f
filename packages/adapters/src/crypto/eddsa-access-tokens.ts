import type {
  AccessTokenClaims,
  AccessTokens,
  Clock,
  Ids,
  SecretBox,
  SigningKeyRecord,
  SigningKeys,
} from '@klaxon/application';
import { ACCESS_TOKEN_LIFETIME, DomainError, HOUR, isUuid, MINUTE, SECOND } from '@klaxon/domain';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';

export interface AccessTokenTools {
  readonly keys: SigningKeys;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who signs: where people reach this Klaxon. */
  readonly issuer: string;
}

const ALGORITHM = 'EdDSA';
const AUDIENCE = 'klaxon';
const SIGNS_FOR = 30 * 24 * HOUR;
/** Another process may have made a key, or the clock may have retired one. */
const LOOK_AGAIN_AFTER = MINUTE;
/** A token with an unknown key may be of one just made elsewhere; tokens made up cost no more reads than this. */
const LOOK_FOR_UNKNOWN_AFTER = SECOND;

/** JWTs signed with Ed25519, by keys that all processes share through the database. */
export function eddsaAccessTokens({
  keys,
  box,
  clock,
  ids,
  issuer,
}: AccessTokenTools): AccessTokens {
  let known: readonly SigningKeyRecord[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function look(): Promise<void> {
    known = await keys.list();
    lookedAt = clock.now();
  }

  /** The newest key that signs and that can be opened; a new one where there is none. */
  async function current(): Promise<{ readonly kid: string; readonly jwk: JWK }> {
    if (clock.now() >= lookedAt + LOOK_AGAIN_AFTER) await look();
    const found = usable(known);
    if (found) return found;
    const now = clock.now();
    await keys.add(
      async (others) => (usable(others) ? null : newKey(box, ids, now)),
      now - ACCESS_TOKEN_LIFETIME,
    );
    await look();
    const made = usable(known);
    if (!made) throw new DomainError('unavailable', 'There is no key to sign access tokens with.');
    return made;
  }

  function usable(records: readonly SigningKeyRecord[]): { kid: string; jwk: JWK } | null {
    for (const { kid, sealed, retiresAt } of records) {
      if (retiresAt <= clock.now()) continue;
      const jwk = opened(box, kid, sealed);
      if (jwk) return { kid, jwk };
    }
    return null;
  }

  async function publicKey(kid: string | undefined): Promise<CryptoKey> {
    const find = () => known.find((record) => record.kid === kid);
    if (!find() && clock.now() >= lookedAt + LOOK_FOR_UNKNOWN_AFTER) await look();
    const record = find();
    const key = record && (await importJWK({ ...record.publicJwk }, ALGORITHM));
    if (!key || key instanceof Uint8Array) throw new TypeError('no such key');
    return key;
  }

  return {
    async issue({ userId, sessionId, issuedAt, expiresAt }) {
      const { kid, jwk } = await current();
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, kid })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setIssuedAt(Math.floor(issuedAt / 1_000))
        .setExpirationTime(Math.floor(expiresAt / 1_000))
        .sign(await importJWK(jwk, ALGORITHM));
    },

    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => publicKey(kid), {
          algorithms: [ALGORITHM],
          issuer,
          audience: AUDIENCE,
          currentDate: new Date(clock.now()),
          requiredClaims: ['sub', 'sid', 'exp', 'iat'],
        });
        return claimsFrom(payload);
      } catch (error) {
        // A database that is away says nothing about the token.
        if (error instanceof DomainError) throw error;
        return null;
      }
    },

    async publicKeys() {
      await current();
      return known.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }));
    },
  };
}

function claimsFrom(payload: Readonly<Record<string, unknown>>): AccessTokenClaims | null {
  const { sub, sid, exp } = payload;
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return null;
  // The database fails where an id is none.
  if (!isUuid(sid)) return null;
  return { userId: sub, sessionId: sid, expiresAt: exp * 1_000 };
}

async function newKey(box: SecretBox, ids: Ids, now: number): Promise<SigningKeyRecord> {
  const kid = ids.next();
  const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  return {
    kid,
    publicJwk: { ...(await exportJWK(pair.publicKey)) },
    sealed: box.seal(JSON.stringify(await exportJWK(pair.privateKey)), kid),
    createdAt: now,
    retiresAt: now + SIGNS_FOR,
  };
}

/** Null where SECRET_KEY has changed since: then another key signs. */
function opened(box: SecretBox, kid: string, sealed: SigningKeyRecord['sealed']): JWK | null {
  try {
    return JSON.parse(box.open(sealed, kid));
  } catch {
    return null;
  }
}

import type { BearerSecrets, Passwords } from '@klaxon/application';

/** Passwords that are kept as they are, behind a scheme; those of an older scheme are outdated. */
export function plainPasswords(): Passwords & { readonly verified: readonly (string | null)[] } {
  const verified: (string | null)[] = [];
  return {
    verified,
    hash: async (password) => `plain:${password}`,
    verify: async (hash, password) => {
      verified.push(hash);
      const matches = hash === `plain:${password}` || hash === `old:${password}`;
      return { matches, outdated: hash?.startsWith('old:') ?? false };
    },
  };
}

/** Secrets that count up; the hash is the secret itself. */
export function plainBearerSecrets(): BearerSecrets {
  let made = 0;
  const hash = (secret: string) => Uint8Array.from(Buffer.from(secret));
  return {
    make(prefix) {
      made += 1;
      const secret = `${prefix === undefined ? '' : `${prefix}_`}secret-${made}`;
      return { secret, hash: hash(secret) };
    },
    hash,
  };
}

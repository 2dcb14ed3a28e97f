/** Random secrets that are their own proof: cookies, one-time links, keys. Kept as hashes alone. */
export interface BearerSecrets {
  /** 256 bits in base64url, after `prefix` and an underscore where there is one. */
  make(prefix?: string): { readonly secret: string; readonly hash: Uint8Array };
  /** SHA-256: the secrets are random, so nothing slower is needed. */
  hash(secret: string): Uint8Array;
}

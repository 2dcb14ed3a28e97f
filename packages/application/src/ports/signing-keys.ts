import type { Instant } from '@klaxon/domain';
import type { Sealed } from './secret-box.ts';

export interface SigningKeyRecord {
  /** The key's id in the header of the tokens it signs. */
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  /** The private JWK, sealed for its `kid`. */
  readonly sealed: Sealed;
  readonly createdAt: Instant;
  /** From then on it signs nothing. */
  readonly retiresAt: Instant;
}

export interface SigningKeys {
  /** Newest first. */
  list(): Promise<readonly SigningKeyRecord[]>;
  /**
   * Adds what `make` answers, unless it answers null. One at a time: `make` sees what others added
   * before, and those that retired before `forgetBefore` are gone.
   */
  add(
    make: (known: readonly SigningKeyRecord[]) => Promise<SigningKeyRecord | null>,
    forgetBefore: Instant,
  ): Promise<void>;
}

/** Something sealed, and which key opens it. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/** Keeps secrets so that neither the database nor a backup of it gives them away. */
export interface SecretBox {
  /**
   * @param owner whose secret it is: what is sealed for one opens for no other
   * @throws DomainError `conflict` where there is no key
   */
  seal(plain: string, owner: string): Sealed;
  /** @throws DomainError `conflict` where its key is not at hand, or it is not what was sealed for this owner */
  open(sealed: Sealed, owner: string): string;
}

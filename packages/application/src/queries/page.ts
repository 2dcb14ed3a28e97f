/** How much of a list, and from where. A cursor takes precedence over an offset. */
export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
  readonly cursor: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  /** Opaque; null at the end. */
  readonly nextCursor: string | null;
}

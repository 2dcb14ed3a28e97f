/** One page of a list in an address: where it begins, and the pages that led there. */
export interface PagePosition {
  /** Empty: the first page. */
  readonly cursor: string;
  /** The cursors of the pages before, the first one's is empty. */
  readonly trail: readonly string[];
}

/** The API's cursors lead forward alone: the way back is kept in the history entry, where a reload finds it. */
export function readTrail(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('trail' in state)) return [];
  const { trail } = state;
  return Array.isArray(trail) ? trail.filter((cursor) => typeof cursor === 'string') : [];
}

export function nextPage({ cursor, trail }: PagePosition, next: string): PagePosition {
  return { cursor: next, trail: [...trail, cursor] };
}

/** Null on the first page, and where somebody came by a link: nothing is known of the way then. */
export function previousPage({ trail }: PagePosition): PagePosition | null {
  const cursor = trail.at(-1);
  return cursor === undefined ? null : { cursor, trail: trail.slice(0, -1) };
}

import { type Instant, invalid } from '@klaxon/domain';

/** The last row of a page, by the order of its list. */
export interface Position {
  /** Names the order, so that a cursor is refused by a list that is sorted otherwise. */
  readonly order: string;
  readonly at: Instant;
  readonly id: string;
}

/** Beyond these the database has no such row to begin after. */
const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z');
export const LAST_VERSION = 2 ** 31 - 1;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function encodeCursor({ order, at, id }: Position): string {
  return Buffer.from(JSON.stringify([order, at, id])).toString('base64url');
}

/** @throws DomainError `invalid` for anything that `encodeCursor` did not make for this order */
export function decodeCursor(cursor: string, order: string, largest = LAST_TIME): Position {
  const [theirs, at, id]: readonly unknown[] = parse(cursor);
  if (theirs !== order || !isUpTo(largest, at) || typeof id !== 'string' || !UUID.test(id))
    throw invalid(
      'cursor',
      'is not a next_cursor of this list in this order; start again without it',
    );
  return { order, at: Number(at), id };
}

function isUpTo(largest: number, value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= largest;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

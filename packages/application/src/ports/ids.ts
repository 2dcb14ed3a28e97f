/** A source of new ids: UUIDv7, so that ids sort by the time they were made. */
export interface Ids {
  next(): string;
}

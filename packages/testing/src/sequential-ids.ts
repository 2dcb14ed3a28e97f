import type { Ids } from '@klaxon/application';

/** UUIDv7-shaped ids that count up from 1, so that a test's ids are the same in every run and sort by age. */
export class SequentialIds implements Ids {
  #last = 0;

  next(): string {
    this.#last += 1;
    return idOf(this.#last);
  }
}

/** The `count`-th id that a `SequentialIds` gives. */
export function idOf(count: number): string {
  return `019b8d00-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
}

import type { Clock } from '@klaxon/application';
import type { Instant, Milliseconds } from '@klaxon/domain';

/** A Monday morning: where clocks of tests start unless they are told otherwise. */
export const START: Instant = Date.UTC(2026, 0, 5, 9);

/** A clock that moves only when it is told to, backwards too, as the clocks of two replicas do. */
export class MovableClock implements Clock {
  #now: Instant;

  constructor(start: Instant = START) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  advance(by: Milliseconds): void {
    this.#now += by;
  }

  set(at: Instant): void {
    this.#now = at;
  }
}

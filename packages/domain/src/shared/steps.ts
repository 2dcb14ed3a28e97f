/**
 * A long calculation in steps: whoever runs it decides what happens between two of them. Nothing comes of
 * it before its end.
 */
export type Steps<T> = Generator<undefined, T>;

/** How many items are dealt with in one step. */
const STEP = 1_000;

/** Deals with items one after another, a thousand a step. */
export function* eachInSteps<T>(items: Iterable<T>, deal: (item: T) => void): Steps<void> {
  let dealt = 0;
  for (const item of items) {
    deal(item);
    dealt += 1;
    if (dealt % STEP === 0) yield;
  }
}

/** Runs all steps at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

import type { Steps } from '@klaxon/domain';

/** Runs a long calculation so that whatever else has arrived is served after each of its steps. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

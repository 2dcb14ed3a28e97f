import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/**
 * Waits until `look` gives something other than null, and answers it. What it throws ends the wait.
 *
 * @throws Error with the last thing seen when `withinMs` passed
 */
export async function eventually<T>(
  look: () => T | null | Promise<T | null>,
  withinMs = 30_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (performance.now() > deadline) throw new Error(`not seen within ${withinMs} ms: ${look}`);
    await delay(LOOK_EVERY_MS);
  }
}

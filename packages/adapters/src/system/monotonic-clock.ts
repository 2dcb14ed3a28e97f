import type { Clock } from '@klaxon/application';

/** Tells how much time passes, not what time it is: it never leaps, whatever is done to the system's clock. */
export const monotonicClock: Clock = { now: () => performance.now() };

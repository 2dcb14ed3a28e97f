import { setTimeout as delay } from 'node:timers/promises';
import type { Milliseconds } from '@klaxon/domain';

/** Lets time pass. It holds up no process that ends. */
export function pause(time: Milliseconds): Promise<void> {
  return delay(time, undefined, { ref: false });
}

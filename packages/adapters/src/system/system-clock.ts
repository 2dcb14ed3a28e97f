import type { Clock } from '@klaxon/application';

export const systemClock: Clock = { now: () => Date.now() };

import type { Instant } from '@klaxon/domain';

export interface Clock {
  now(): Instant;
}

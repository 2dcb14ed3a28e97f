import type { Clock, Ids } from '@klaxon/application';
import type { Instant } from '@klaxon/domain';

/** The time of the demo: it stands while the past is played, then goes on. */
export interface DemoClock extends Clock {
  /** Never back. */
  set(at: Instant): void;
  /** Lets the time go on, as fast as the real one. */
  goOn(from: Instant): void;
}

export function demoClock(start: Instant, real: Clock): DemoClock {
  let standing: Instant | null = start;
  let ahead = 0;
  return {
    now: () => standing ?? real.now() + ahead,
    set(at) {
      standing = Math.max(standing ?? at, at);
    },
    goOn(from) {
      ahead = from - real.now();
      standing = null;
    },
  };
}

/** UUIDv7 that are the same for the same seed and time. */
export function demoIds(clock: Clock, random: () => number): Ids {
  return {
    next() {
      const time = clock.now().toString(16).padStart(12, '0');
      const bits = (count: number) =>
        Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
      const variant = '89ab'[Math.floor(random() * 4)];
      return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(12)}`;
    },
  };
}

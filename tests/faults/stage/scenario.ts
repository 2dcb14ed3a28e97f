import type { Count } from './count-pages.ts';
import type { Random } from './random.ts';

/** What one round of a scenario came to. */
export interface RoundReport {
  /** What was done to Klaxon in it. */
  readonly fault: string;
  readonly count: Count;
  /** What else there is to know of it. */
  readonly notes: string;
  /** What went beyond its limit, beside what was lost, unpaged or late. */
  readonly faults: readonly string[];
}

interface Scene {
  readonly stack: AsyncDisposableStack;
  readonly rounds: number;
  /** The draws of a round, the same for the same seed. */
  randomOf(round: number): Random;
  /** Says that a round is over. */
  report(round: RoundReport): void;
  /** Says how it goes. */
  say(line: string): void;
}

export interface Scenario {
  /** How many rounds it has where nobody says how many. */
  readonly rounds: number;
  /** The longest that a page may be due, in seconds. */
  readonly withinSeconds: number;
  run(scene: Scene): Promise<void>;
}

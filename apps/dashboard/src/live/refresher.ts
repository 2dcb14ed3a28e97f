export interface RefreshRound {
  /** What an event shows in directly: lists and the incidents themselves. Always. */
  readonly incidentIds: ReadonlySet<string>;
  /** Also what is summed up from many: metrics and the state of Klaxon. */
  readonly sums: boolean;
  /** Also everything else, because nobody knows what was missed. */
  readonly everything: boolean;
}

const GATHER_FOR = 400;
/** Between the rounds of a storm, and in a tab that nobody looks at. */
const REST = { seen: 1_000, hidden: 5_000 };
/** A slow Klaxon is not asked more than a quarter of the time. */
const REST_PER_ROUND = 3;
const SUMS_EVERY = 10_000;

/**
 * Loads again what events changed: shortly after the first, and in a storm round after round, none before
 * the last has ended. What is left over when it ends is loaded in a last round.
 */
export function makeRefresher(
  load: (round: RefreshRound) => Promise<unknown>,
  hidden: () => boolean,
) {
  const ids = new Set<string>();
  let everything = false;
  let sumsDue = false;
  let sumsAt = 0;
  let busy = false;
  let restUntil = 0;
  let next: { readonly at: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  let stopped = false;

  function schedule(wish: number): void {
    const at = Math.max(wish, restUntil);
    if (stopped || busy || (next && next.at <= at)) return;
    clearTimeout(next?.timer);
    next = { at, timer: setTimeout(() => void round(), at - Date.now()) };
  }

  /** What is due, and no longer waits. */
  function take(now: number): RefreshRound {
    const sums = sumsDue && (everything || now - sumsAt >= SUMS_EVERY);
    const taken = { incidentIds: new Set(ids), sums, everything };
    ids.clear();
    everything = false;
    if (sums) {
      sumsDue = false;
      sumsAt = now;
    }
    return taken;
  }

  async function round(): Promise<void> {
    const began = Date.now();
    next = null;
    busy = true;
    await load(take(began)).catch(() => {});
    busy = false;
    const ended = Date.now();
    restUntil =
      ended + Math.max(hidden() ? REST.hidden : REST.seen, REST_PER_ROUND * (ended - began));
    if (ids.size > 0 || everything) schedule(ended);
    else if (sumsDue) schedule(sumsAt + SUMS_EVERY);
  }

  return {
    changed(incidentId: string): void {
      ids.add(incidentId);
      sumsDue = true;
      schedule(Date.now() + GATHER_FOR);
    },
    reset(): void {
      everything = true;
      sumsDue = true;
      schedule(Date.now() + GATHER_FOR);
    },
    stop(): void {
      stopped = true;
      clearTimeout(next?.timer);
    },
  };
}

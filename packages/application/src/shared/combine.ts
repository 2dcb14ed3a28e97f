import { DomainError, type Milliseconds } from '@klaxon/domain';

export interface CombineLimits<T> {
  /** How much one item weighs, at least 1. */
  readonly weigh: (item: T) => number;
  /** What one run takes at the most; an item heavier than that runs alone. */
  readonly runWeight: number;
  /** What may wait; an item that comes on top is refused. */
  readonly waitingWeight: number;
  /** How long an item may wait for its run. */
  readonly patience: Milliseconds;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly weight: number;
  /** Ends its wait. */
  readonly timer: NodeJS.Timeout;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/**
 * Runs items one run at a time, and all that arrived during a run together in the next. A commit to
 * disk costs the same for one item as for a thousand, so under load this is what keeps answers quick.
 *
 * An item that fails its run does not take the others down: they run once more, each alone.
 *
 * What is told to come again is never run: an item is refused only while it waits. One that runs is
 * answered with what came of it, however long that takes.
 *
 * @throws DomainError `unavailable` for an item that came on top of a full queue, or waited too long
 */
export function combine<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  limits: CombineLimits<T>,
): (item: T) => Promise<R> {
  const queue: Waiting<T, R>[] = [];
  let waiting = 0;
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    while (queue.length > 0) await runTogether(takeRun());
    running = false;
  }

  function takeRun(): Waiting<T, R>[] {
    let weight = 0;
    let count = 0;
    for (const next of queue) {
      if (count > 0 && weight + next.weight > limits.runWeight) break;
      weight += next.weight;
      count += 1;
    }
    waiting -= weight;
    const taken = queue.splice(0, count);
    for (const { timer } of taken) clearTimeout(timer);
    return taken;
  }

  function giveUp(entry: Waiting<T, R>): void {
    queue.splice(queue.indexOf(entry), 1);
    waiting -= entry.weight;
    entry.reject(overloaded());
  }

  async function runTogether(entries: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await run(entries.map((entry) => entry.item));
      entries.forEach((entry, index) => {
        const result = results[index];
        if (result === undefined) entry.reject(new TypeError('a run must answer every item'));
        else entry.resolve(result);
      });
    } catch (error) {
      const alone =
        entries.length === 1 || (error instanceof DomainError && error.kind === 'unavailable');
      if (alone) for (const entry of entries) entry.reject(error);
      else for (const entry of entries) await runTogether([entry]);
    }
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      const weight = limits.weigh(item);
      if (waiting > 0 && waiting + weight > limits.waitingWeight) return reject(overloaded());
      const timer = setTimeout(() => giveUp(entry), limits.patience);
      const entry: Waiting<T, R> = { item, weight, timer, resolve, reject };
      queue.push(entry);
      waiting += weight;
      if (!running) void drain();
    });
}

function overloaded(): DomainError {
  return new DomainError(
    'unavailable',
    'More is arriving than can be stored right now. Send it again shortly.',
  );
}

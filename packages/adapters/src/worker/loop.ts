import { setTimeout as delay } from 'node:timers/promises';

export interface Loop {
  /** There may be something to do. */
  wake(): void;
  /** Begins nothing more. */
  stop(): Promise<void>;
}

const AFTER_A_FAILURE_MS = 500;
/** Whatever wakes it: many ends of attempts at once are one pass. */
const BETWEEN_PASSES_MS = 10;

/**
 * Calls `pass`, then again when woken, and after the time that it answers anyhow: nothing that should wake
 * it is relied on. A pass that fails is told to `failed`.
 */
export function startLoop(options: {
  readonly pass: () => Promise<number>;
  readonly failed: (error: unknown) => void;
}): Loop {
  const { pass, failed } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let wake = () => {};
  let woken = false;

  async function pause(ms: number): Promise<void> {
    if (woken || signal.aborted) return;
    const waiting = new AbortController();
    wake = () => waiting.abort();
    await delay(ms, undefined, { signal: AbortSignal.any([waiting.signal, signal]) }).catch(
      () => {},
    );
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      woken = false;
      let pauseMs = 0;
      try {
        pauseMs = await pass();
      } catch (error) {
        failed(error);
        await delay(AFTER_A_FAILURE_MS, undefined, { signal }).catch(() => {});
      }
      await delay(BETWEEN_PASSES_MS);
      if (pauseMs > BETWEEN_PASSES_MS) await pause(pauseMs - BETWEEN_PASSES_MS);
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      wake();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

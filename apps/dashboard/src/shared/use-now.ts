import { useSyncExternalStore } from 'react';

const EVERY = 10_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, EVERY);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function read(): number {
  // Whoever comes after a pause must not see the time before it.
  if (listeners.size === 0) now = Date.now();
  return now;
}

/** The time, in milliseconds, again every ten seconds: one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}

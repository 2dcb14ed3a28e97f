import type { components } from '@klaxon/sdk';
import type { LiveState } from './live.ts';

export type LiveEvent = components['schemas']['LiveEvent'];

export interface StreamListener {
  onEvent(event: LiveEvent): void;
  /** What happened meanwhile is not known: load everything again. */
  onReset(): void;
  onState(state: LiveState): void;
  /** Klaxon answered, and would not let the stream begin. */
  onRefused(): void;
}

/** Klaxon speaks at least every 15 s; a line on which that fails twice is dead, whatever the browser thinks. */
const SILENT_FOR = 40_000;
/** Klaxon ends each stream now and then, and a restart takes a moment: neither is worth a word. */
const MISSED_AFTER = 6_000;
const FIRST_PAUSE = 3_000;
const LONGEST_PAUSE = 30_000;

/** Follows `/api/events` for good; answers how to stop. */
export function openStream(listener: StreamListener): () => void {
  let source: EventSource | null = null;
  /** When Klaxon was last heard of, and when it was last called. */
  let heard = Date.now();
  let called = heard;
  let lost = false;
  let broken: ReturnType<typeof setTimeout> | undefined;
  let comeBack: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE;

  const hear = () => {
    heard = Date.now();
  };
  const lose = () => {
    if (lost) return;
    lost = true;
    listener.onState({ kind: 'lost', since: heard });
  };
  const startAnew = () => {
    source?.close();
    clearTimeout(comeBack);
    comeBack = setTimeout(() => connect(true), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  /** A new stream does not know where the last one ended; the browser's own reconnection does. */
  function connect(afterGap: boolean): void {
    called = Date.now();
    source = new EventSource('/api/events');
    source.addEventListener('open', () => {
      hear();
      clearTimeout(broken);
      broken = undefined;
      pause = FIRST_PAUSE;
      // What failed to load while Klaxon was away is not told of by any event.
      if (afterGap || lost) listener.onReset();
      afterGap = false;
      lost = false;
      listener.onState({ kind: 'live' });
    });
    source.addEventListener('error', () => {
      broken ??= setTimeout(lose, MISSED_AFTER);
      if (source?.readyState !== EventSource.CLOSED) return;
      listener.onRefused();
      startAnew();
    });
    source.addEventListener('heartbeat', hear);
    source.addEventListener('reset', () => {
      hear();
      listener.onReset();
    });
    source.addEventListener('incident', ({ data }) => {
      hear();
      const event: LiveEvent = JSON.parse(data);
      listener.onEvent(event);
    });
  }

  const watch = setInterval(() => {
    if (Date.now() - Math.max(heard, called) < SILENT_FOR) return;
    lose();
    startAnew();
  }, 5_000);
  // The page asked for its data before it began to listen.
  connect(true);

  return () => {
    clearInterval(watch);
    clearTimeout(broken);
    clearTimeout(comeBack);
    source?.close();
  };
}

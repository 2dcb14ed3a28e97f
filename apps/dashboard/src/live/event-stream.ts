import type { components } from '@klaxon/sdk';
import type { LiveState } from './live.ts';

export type LiveEvent = components['schemas']['LiveEvent'];

export interface StreamListener {
  onEvent(event: LiveEvent): void;
  /** What happened meanwhile is not known: load everything anew. */
  onReset(): void;
  onState(state: LiveState): void;
}

/** Klaxon speaks at least every 15 s; a line on which that fails twice is dead, whatever the browser thinks. */
const SILENT_FOR = 40_000;
const COME_BACK_AFTER = 3_000;

/**
 * Follows `/api/events` for good; answers how to stop. `anew` says that something may have happened since
 * the page was loaded.
 */
export function openStream(listener: StreamListener, anew: boolean): () => void {
  let source: EventSource | null = null;
  let heard = Date.now();
  let lost = false;
  let comeBack: ReturnType<typeof setTimeout> | undefined;

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
    comeBack = setTimeout(() => connect(true), COME_BACK_AFTER);
  };

  /** A new stream does not know where the last one ended; the browser's own reconnection does. */
  function connect(afterGap: boolean): void {
    source = new EventSource('/api/events');
    source.addEventListener('open', () => {
      hear();
      lost = false;
      if (afterGap) listener.onReset();
      afterGap = false;
      listener.onState({ kind: 'live' });
    });
    source.addEventListener('error', () => {
      lose();
      if (source?.readyState === EventSource.CLOSED) startAnew();
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
    if (lost || Date.now() - heard < SILENT_FOR) return;
    lose();
    startAnew();
  }, 5_000);
  connect(anew);

  return () => {
    clearInterval(watch);
    clearTimeout(comeBack);
    source?.close();
  };
}

import { type LiveEvent, openStream, type StreamListener } from './event-stream.ts';
import type { LiveState } from './live.ts';

export interface SharedListener extends Omit<StreamListener, 'onEvent'> {
  /** `first`: in one tab of the browser alone, for what must not happen once a tab. */
  onEvent(event: LiveEvent, first: boolean): void;
}

type Message =
  | { readonly kind: 'event'; readonly event: LiveEvent }
  | { readonly kind: 'state'; readonly state: LiveState }
  | { readonly kind: 'reset' }
  | { readonly kind: 'who-listens' };

const NAME = 'klaxon-events';

/**
 * Follows the events with one stream for all tabs: over HTTP/1.1 a browser opens six connections to a
 * server, and the seventh tab would wait for ever. The tab that holds the lock listens and tells the
 * others; when it goes, another takes over. Without locks (plain HTTP under a name) each listens itself.
 */
export function followEvents(listener: SharedListener): () => void {
  if (!navigator.locks)
    return openStream({ ...listener, onEvent: (event) => listener.onEvent(event, true) });

  const channel = new BroadcastChannel(NAME);
  const tell = (message: Message) => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  const ending = new AbortController();
  let state: LiveState | null = null;

  function hear(message: Message): void {
    if (message.kind === 'who-listens') {
      if (state) tell({ kind: 'state', state });
      return;
    }
    if (message.kind === 'event') listener.onEvent(message.event, false);
    else if (message.kind === 'state') listener.onState(message.state);
    else listener.onReset();
  }

  function lead(): Promise<void> {
    const stop = openStream({
      onEvent(event) {
        tell({ kind: 'event', event });
        listener.onEvent(event, true);
      },
      onState(now) {
        state = now;
        listener.onState(now);
        tell({ kind: 'state', state: now });
      },
      onReset() {
        listener.onReset();
        tell({ kind: 'reset' });
      },
      onRefused: () => listener.onRefused(),
    });
    return new Promise((resolve) => {
      ending.signal.addEventListener('abort', () => {
        stop();
        resolve();
      });
    });
  }

  tell({ kind: 'who-listens' });
  navigator.locks.request(NAME, { signal: ending.signal }, lead).catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });
  return () => {
    ending.abort();
    channel.close();
  };
}

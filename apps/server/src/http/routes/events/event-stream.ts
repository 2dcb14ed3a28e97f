import type { StreamMessage } from '@klaxon/application';
import { presentLiveEvent } from '../../presenters/live-event.ts';

/** How soon a browser comes back, in milliseconds. */
const RETRY = 2_000;

export const STREAM_BEGINS = `retry: ${RETRY}\n\n`;

/** The same message goes to hundreds of clients. */
const written = new WeakMap<StreamMessage, string>();

/** A message as a browser's `EventSource` reads it. */
export function writeMessage(message: StreamMessage): string {
  const text = written.get(message) ?? write(message);
  written.set(message, text);
  return text;
}

function write(message: StreamMessage): string {
  switch (message.kind) {
    case 'heartbeat':
      return ': heartbeat\n\n';
    // Without data it is no event: the browser only remembers the place.
    case 'place':
      return `id: ${message.position}\n\n`;
    case 'reset':
      return `event: reset\nid: ${message.position}\ndata: {}\n\n`;
    case 'events':
      return message.events
        .map(({ event, position }) => {
          const data = JSON.stringify(presentLiveEvent(event));
          return `event: incident\nid: ${position}\ndata: ${data}\n\n`;
        })
        .join('');
  }
}

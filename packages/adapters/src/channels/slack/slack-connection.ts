import { setTimeout as delay } from 'node:timers/promises';
import { type Milliseconds, SECOND } from '@klaxon/domain';
import { type MessageEvent, WebSocket } from 'undici';
import { isFields } from '../shared/http-client.ts';

export interface SlackConnection {
  /** Done when Slack wants another connection in its place, or it broke. */
  readonly retiring: Promise<void>;
  /** Takes nothing more, and waits for what is in hand. */
  close(): Promise<void>;
}

/** Slack shows the person a failure where an envelope is not confirmed within three seconds. */
const CONFIRM_WITHIN: Milliseconds = 2 * SECOND;
const GREETING_WITHIN: Milliseconds = 10 * SECOND;

/**
 * Opens one WebSocket of Slack's Socket Mode and waits for its greeting. Each envelope is confirmed
 * once it was received, or left unconfirmed where that failed, so that the person sees it.
 */
export async function openSlackConnection(
  url: string,
  receive: (interaction: unknown) => Promise<void>,
  warn: (message: string) => void,
  deadline: AbortSignal,
): Promise<SlackConnection> {
  const socket = new WebSocket(url);
  const greeted = Promise.withResolvers<void>();
  const retiring = Promise.withResolvers<void>();
  const inHand = new Set<Promise<void>>();
  let closing = false;

  async function take(envelope: Fields): Promise<void> {
    const confirm = () => {
      if (socket.readyState === socket.OPEN)
        socket.send(JSON.stringify({ envelope_id: envelope['envelope_id'] }));
    };
    const late = new AbortController();
    const received = receive(envelope['payload']).then(
      () => true,
      (error) => {
        warn(`a button pressed in Slack did not work: ${String(error)}`);
        return false;
      },
    );
    const inTime = delay(CONFIRM_WITHIN, true, { signal: late.signal }).catch(() => true);
    if (await Promise.race([received, inTime])) confirm();
    await received;
    late.abort();
  }

  socket.addEventListener('message', (event: MessageEvent) => {
    const message = parse(event.data);
    if (closing) return;
    if (message['type'] === 'hello') greeted.resolve();
    else if (message['type'] === 'disconnect') retiring.resolve();
    else if (typeof message['envelope_id'] === 'string') {
      const taken = take(message).finally(() => inHand.delete(taken));
      inHand.add(taken);
    }
  });
  socket.addEventListener('error', () => retiring.resolve());
  socket.addEventListener('close', () => retiring.resolve());

  const connection = {
    retiring: retiring.promise,
    async close() {
      closing = true;
      await Promise.all(inHand);
      socket.close();
    },
  };
  const waiting = new AbortController();
  const late = delay(GREETING_WITHIN, 'Slack did not greet', {
    signal: AbortSignal.any([deadline, waiting.signal]),
  });
  const failure = await Promise.race([
    greeted.promise.then(() => null),
    retiring.promise.then(() => 'Slack closed the connection at once'),
    late.catch(() => 'it is no longer wanted'),
  ]);
  waiting.abort();
  if (failure === null) return connection;
  await connection.close();
  throw new Error(failure);
}

type Fields = Readonly<Record<string, unknown>>;

function parse(data: unknown): Fields {
  try {
    const message: unknown = JSON.parse(String(data));
    return isFields(message) ? message : {};
  } catch {
    return {};
  }
}

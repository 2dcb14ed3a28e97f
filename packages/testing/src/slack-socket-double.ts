import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WaitingLine } from './waiting-line.ts';

export const SLACK_APP_TOKEN = 'xapp-1-a-secret-token';

/** Slack's end of one connection. */
export interface SlackSocket {
  send(message: object): void;
  /** What Klaxon sent, in order. */
  readonly received: WaitingLine<unknown>;
  readonly closed: Promise<void>;
  /** Breaks it without a word. */
  drop(): void;
}

export interface SlackSocketDouble {
  /** What to call instead of https://slack.com/api. */
  readonly url: string;
  /** Connections as they are made. Each was greeted, unless it was to be turned away. */
  readonly connections: WaitingLine<SlackSocket>;
  /** The errors with which the next requests for a connection are refused. */
  refuse(...errors: readonly string[]): void;
  close(): Promise<void>;
}

/** Slack's `apps.connections.open` and the WebSockets (RFC 6455) that it leads to. */
export async function slackSocketDouble(): Promise<SlackSocketDouble> {
  const connections = new WaitingLine<SlackSocket>();
  const errors: string[] = [];
  const open = new Set<Duplex>();
  const server = createServer((request, response) => answer(request, response));

  function answer({ url, headers }: IncomingMessage, response: ServerResponse): void {
    const { port } = server.address() as AddressInfo;
    const isKnown = headers.authorization === `Bearer ${SLACK_APP_TOKEN}`;
    const error = url === '/apps.connections.open' ? errors.shift() : 'unknown_method';
    const refusal = error ?? (isKnown ? null : 'invalid_auth');
    const body = refusal
      ? { ok: false, error: refusal }
      : { ok: true, url: `ws://127.0.0.1:${port}/link?ticket=1` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    open.add(stream);
    const socket = upgrade(request, stream);
    socket.send({ type: 'hello', num_connections: 1 });
    connections.put(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    connections,
    refuse: (...more) => void errors.push(...more),
    close() {
      for (const stream of open) stream.destroy();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

const TEXT = 1;
const CLOSE = 8;
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

function upgrade({ headers }: IncomingMessage, stream: Duplex): SlackSocket {
  const key = `${headers['sec-websocket-key']}${MAGIC}`;
  const accept = createHash('sha1').update(key).digest('base64');
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  stream.write(`${[...head, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
  const received = new WaitingLine<unknown>();
  const closed = Promise.withResolvers<void>();
  let unread: Buffer = Buffer.alloc(0);
  stream.on('error', () => {});
  stream.on('close', () => closed.resolve());
  stream.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (let frame = readFrame(unread); frame; frame = readFrame(unread)) {
      unread = unread.subarray(frame.length);
      if (frame.opcode === TEXT) received.put(JSON.parse(frame.payload.toString('utf8')));
      if (frame.opcode === CLOSE) stream.end(writeFrame(CLOSE, frame.payload));
    }
  });
  return {
    received,
    closed: closed.promise,
    send: (message) => void stream.write(writeFrame(TEXT, Buffer.from(JSON.stringify(message)))),
    drop: () => void stream.destroy(),
  };
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly length: number;
}

/** What a client sends is masked. Nothing here is longer than 64 KiB. */
function readFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const at = short === 126 ? 4 : 2;
  if (bytes.length < at + 4) return null;
  const size = short === 126 ? bytes.readUInt16BE(2) : short;
  const length = at + 4 + size;
  if (bytes.length < length) return null;
  const mask = bytes.subarray(at, at + 4);
  const payload = bytes
    .subarray(at + 4, length)
    .map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return { opcode: bytes.readUInt8(0) & 0x0f, payload: Buffer.from(payload), length };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([0x80 | opcode, payload.length])
      : Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}

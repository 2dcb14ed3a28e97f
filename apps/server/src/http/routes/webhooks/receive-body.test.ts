import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { bodyReceiver } from './receive-body.ts';

interface Arrival {
  readonly request: IncomingMessage;
  readonly body: Promise<Buffer>;
}

let server: Server;
let receiver: ReturnType<typeof bodyReceiver>;
let sockets: Socket[];

beforeEach(async () => {
  receiver = bodyReceiver({ body: 100, together: 150 });
  sockets = [];
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** Sends the beginning of a request; what else it takes is written to the socket. */
async function arrive(text: string, length = `content-length: ${text.length}`) {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const socket = connect({ port, host: '127.0.0.1' } satisfies {
    port: AddressInfo['port'];
    host: string;
  });
  socket.on('error', () => {});
  sockets.push(socket);
  const requested = once(server, 'request');
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\n${length}\r\n\r\n${text}`);
  const [request]: IncomingMessage[] = await requested;
  if (!request) throw new Error('no request came');
  const body = receiver.receive(request);
  body.catch(() => {});
  return { request, body, socket } satisfies Arrival & { readonly socket: Socket };
}

const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

test('a body is received as it was sent, whole or in chunks', async () => {
  expect((await (await arrive('{"alerts":[]}')).body).toString()).toBe('{"alerts":[]}');
  const { body, socket } = await arrive(chunk('one '), 'transfer-encoding: chunked');
  socket.write(`${chunk('two')}0\r\n\r\n`);
  expect((await body).toString()).toBe('one two');
});

test.each([
  ['that is announced too long', '', 'content-length: 101'],
  ['that becomes too long', chunk('x'.repeat(101)), 'transfer-encoding: chunked'],
])('a body %s is refused', async (_, text, length) => {
  const { body } = await arrive(text, length);
  await expect(body).rejects.toMatchObject({ code: 'FST_ERR_CTP_BODY_TOO_LARGE' });
});

test('a body that breaks off is refused as the fault of its sender', async () => {
  const { body, socket } = await arrive('half', 'content-length: 50');
  socket.destroy();
  await expect(body).rejects.toMatchObject({ statusCode: 400 });
});

test('what there is no room for is to come again, and there is room when another was answered', async () => {
  const first = await arrive('x'.repeat(100));
  await first.body;
  const second = await arrive('x'.repeat(100));
  await expect(second.body).rejects.toMatchObject({ kind: 'unavailable' });
  receiver.release(second.request);
  expect(await (await arrive('x'.repeat(50))).body).toHaveLength(50);
  receiver.release(first.request);
  expect(await (await arrive('x'.repeat(100))).body).toHaveLength(100);
});

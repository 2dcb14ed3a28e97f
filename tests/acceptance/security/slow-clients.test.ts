import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NOBODY, SecuredKlaxon } from '../../support/secured-klaxon.ts';

const CLIENTS = 200;

let klaxon: SecuredKlaxon;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start();
});

afterAll(() => klaxon?.stop());

function open(head: string): Socket {
  const { hostname, port } = new URL(klaxon.server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.resume();
  socket.write(head);
  return socket;
}

test('whoever sends a head and never ends it is cut off, and holds nobody up meanwhile', async () => {
  const began = performance.now();
  const slow = Array.from({ length: CLIENTS }, () =>
    open('GET /health HTTP/1.1\r\nhost: x\r\nx-a: '),
  );
  const ended = slow.map((socket) => once(socket, 'close'));
  const dripping = setInterval(() => {
    for (const socket of slow) if (socket.writable) socket.write('a');
  }, 500);
  try {
    const asked = performance.now();
    expect((await klaxon.ask(NOBODY, 'GET', '/health')).status).toBe(200);
    expect(performance.now() - asked).toBeLessThan(2_000);
    await Promise.all(ended);
    expect(performance.now() - began).toBeLessThan(20_000);
  } finally {
    clearInterval(dripping);
  }
}, 40_000);

test('a body for what nobody may send is not waited for', async () => {
  const head =
    'POST /api/incidents HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n{';
  const socket = open(head);
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 401 /);
  socket.destroy();
});

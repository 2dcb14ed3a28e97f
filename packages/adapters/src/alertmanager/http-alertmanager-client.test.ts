import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { httpAlertmanagerClient } from './http-alertmanager-client.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers in chunks, without saying how long its answer will be. */
async function answering(chunks: readonly string[]): Promise<URL> {
  server = createServer((_request, response) => {
    for (const chunk of chunks) response.write(chunk);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
}

const STATUS = '{"uptime":"2026-11-27T09:00:00Z"}';

test('an answer is read in whatever pieces it comes', async () => {
  const urls = [await answering([STATUS.slice(0, 5), STATUS.slice(5)])];
  await httpAlertmanagerClient({ urls, timeoutMs: 5_000 }).probe();
});

test('an answer that is longer than it may be is given up, though it did not say so', async () => {
  const urls = [await answering(Array.from({ length: 100 }, () => ' '.repeat(1_000)))];
  const client = httpAlertmanagerClient({ urls, timeoutMs: 5_000, answerLimit: 10_000 });
  await expect(client.probe()).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('too large'),
  });
});

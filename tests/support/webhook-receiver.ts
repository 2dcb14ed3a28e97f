import { once } from 'node:events';
import { createServer } from 'node:http';

export interface WebhookReceiver {
  /** Where it listens. */
  readonly url: string;
  /** What it answers from now on. */
  answer(status: number): void;
  /** How many messages it took in. */
  readonly taken: () => number;
  stop(): Promise<void>;
}

/** A server that a webhook calls: it takes a message in, or refuses it. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  let status = 200;
  let taken = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (status < 300) taken += 1;
      response.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/klaxon`,
    answer(next) {
      status = next;
    },
    taken: () => taken,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

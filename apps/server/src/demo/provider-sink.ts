import { once } from 'node:events';
import { createServer } from 'node:http';

export interface ProviderSink {
  /** Takes the place of Slack's and Telegram's API, and of whoever gets webhooks. */
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/**
 * Answers as Slack, Telegram and receivers of webhooks do, and tells nobody: the demo's messages go
 * nowhere.
 *
 * @param fails the status with which the provider of this path answers just now; null where it is well
 */
export async function startProviderSink(
  fails: (path: string) => number | null,
): Promise<ProviderSink> {
  let sent = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const failure = fails(path);
    if (failure === null) sent += 1;
    const { status, body } = failure === null ? taken(path, sent) : refused(path, failure);
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function taken(path: string, sent: number): Answer {
  const body = path.startsWith('/bot')
    ? { ok: true, result: { message_id: sent, chat: { id: -1_001_234_567_890 } } }
    : { ok: true, channel: 'C0DEMO', ts: `1700000000.${String(sent).padStart(6, '0')}` };
  return { status: 200, body };
}

function refused(path: string, status: number): Answer {
  if (!path.startsWith('/bot')) return { status, body: {} };
  const parameters = status === 429 ? { retry_after: 20 } : {};
  return { status, body: { ok: false, error_code: status, description: 'Demo', parameters } };
}

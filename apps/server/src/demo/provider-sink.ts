import { once } from 'node:events';
import { createServer } from 'node:http';

export interface ProviderSink {
  /** Takes the place of Slack's and Telegram's API. */
  readonly url: string;
  close(): Promise<void>;
}

/** Answers as Slack and Telegram do, and tells nobody: the demo's messages go nowhere. */
export async function startProviderSink(): Promise<ProviderSink> {
  let sent = 0;
  const server = createServer((request, response) => {
    sent += 1;
    const telegram = request.url?.startsWith('/bot') ?? false;
    const body = telegram
      ? { ok: true, result: { message_id: sent, chat: { id: -1_001_234_567_890 } } }
      : { ok: true, channel: 'C0DEMO', ts: `1700000000.${String(sent).padStart(6, '0')}` };
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
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
      server.closeAllConnections();
      server.close();
      await once(server, 'close').catch(() => {});
    },
  };
}

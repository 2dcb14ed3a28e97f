import { Client, type Dispatcher } from 'undici';
import type { Webhook } from './webhooks.ts';

/** Answers the status. */
export async function postWebhook(
  dispatcher: Dispatcher,
  origin: string,
  { body }: Webhook,
): Promise<number> {
  const answer = await dispatcher.request({
    origin,
    method: 'POST',
    path: '/api/webhooks/alertmanager',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await answer.body.dump();
  return answer.statusCode;
}

/** One kept-alive connection to Klaxon, as an Alertmanager holds it. */
export function connectKlaxon(url: string) {
  const client = new Client(url, { headersTimeout: 60_000 });
  return {
    /** @throws Error for any answer but 200 */
    async send(webhook: Webhook): Promise<void> {
      const status = await postWebhook(client, url, webhook);
      if (status !== 200) throw new Error(`Klaxon answered ${status}`);
    },
    close: () => client.close(),
  };
}

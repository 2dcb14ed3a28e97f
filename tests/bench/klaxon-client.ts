import { Client } from 'undici';
import type { Webhook } from './webhooks.ts';

/** One kept-alive connection to Klaxon, as an Alertmanager holds it. */
export function connectKlaxon(url: string) {
  const client = new Client(url, { headersTimeout: 60_000 });
  const post = async ({ body }: Webhook): Promise<number> => {
    const answer = await client.request({
      method: 'POST',
      path: '/api/webhooks/alertmanager',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await answer.body.dump();
    return answer.statusCode;
  };
  return {
    /** Answers the status. */
    post,
    /** @throws Error for any answer but 200 */
    async send(webhook: Webhook): Promise<void> {
      const status = await post(webhook);
      if (status !== 200) throw new Error(`Klaxon answered ${status}`);
    },
    close: () => client.close(),
  };
}

import { Agent } from 'undici';
import { connectKlaxon } from './klaxon-client.ts';
import { newWebhooks, oneGroup } from './webhooks.ts';

const LARGE = 50_000;
const GROUPS = 5_000;
const ALERTS_A_GROUP = 20;

/** One notification with 50,000 alerts of one group. */
export async function largePost(url: string): Promise<string> {
  const client = connectKlaxon(url);
  const webhook = oneGroup(LARGE);
  const start = performance.now();
  const status = await client.post(webhook);
  const took = ((performance.now() - start) / 1_000).toFixed(2);
  await client.close();
  const megabytes = (webhook.body.length / 1e6).toFixed(1);
  return `one POST of ${LARGE} alerts (${megabytes} MB): ${status} after ${took} s`;
}

/** Thousands of groups at once, each on a connection of its own, as one Alertmanager opens them. */
export async function flood(url: string): Promise<string> {
  const webhooks = newWebhooks(ALERTS_A_GROUP);
  const bodies = Array.from({ length: GROUPS }, () => webhooks.next().value.body);
  const agent = new Agent({ connections: GROUPS, headersTimeout: 60_000 });
  const start = performance.now();
  const statuses = await Promise.all(
    bodies.map(async (body) => {
      const answer = await agent.request({
        origin: url,
        method: 'POST',
        path: '/api/webhooks/alertmanager',
        headers: { 'content-type': 'application/json' },
        body,
      });
      await answer.body.dump();
      return answer.statusCode;
    }),
  );
  const took = ((performance.now() - start) / 1_000).toFixed(2);
  await agent.close();
  const counts = Object.entries(Object.groupBy(statuses, String)).map(
    ([status, all]) => `${all?.length} × ${status}`,
  );
  return `${GROUPS} groups in parallel requests: ${counts.join(', ')} after ${took} s`;
}

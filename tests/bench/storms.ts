import { Agent } from 'undici';
import { connectKlaxon, postWebhook } from './klaxon-client.ts';
import { newWebhooks, oneGroup } from './webhooks.ts';

export interface Storm {
  readonly alerts: number;
  readonly report: string;
}

const LARGE = 50_000;
const GROUPS = 5_000;
const ALERTS_A_GROUP = 20;

/** One notification with 50,000 alerts of one group. */
export async function largePost(url: string): Promise<Storm> {
  const client = connectKlaxon(url);
  const webhook = oneGroup(LARGE);
  const start = performance.now();
  await client.send(webhook);
  const took = secondsSince(start);
  await client.close();
  const megabytes = (webhook.body.length / 1e6).toFixed(1);
  return {
    alerts: LARGE,
    report: `One POST of ${LARGE} alerts (${megabytes} MB): stored after ${took} s`,
  };
}

/**
 * Thousands of groups at once, each on a connection of its own. Whatever is answered 503 is sent again,
 * as Alertmanager does.
 *
 * @throws Error for an answer that is neither 200 nor 503
 */
export async function manyGroups(url: string): Promise<Storm> {
  const source = newWebhooks(ALERTS_A_GROUP);
  const agent = new Agent({ connections: GROUPS, headersTimeout: 60_000 });
  const start = performance.now();
  const rounds: string[] = [];
  let waiting = Array.from({ length: GROUPS }, () => source.next().value);
  while (waiting.length > 0) {
    const answers = await Promise.all(
      waiting.map(async (webhook) => ({ webhook, status: await postWebhook(agent, url, webhook) })),
    );
    const refused = answers.filter(({ status }) => status === 503);
    const odd = answers.find(({ status }) => status !== 200 && status !== 503);
    if (odd) throw new Error(`Klaxon answered ${odd.status}`);
    rounds.push(
      `${answers.length - refused.length} × 200 and ${refused.length} × 503 after ${secondsSince(start)} s`,
    );
    waiting = refused.map(({ webhook }) => webhook);
  }
  await agent.close();
  return {
    alerts: GROUPS * ALERTS_A_GROUP,
    report: `${GROUPS} groups of ${ALERTS_A_GROUP} alerts in parallel requests: ${rounds.join('; again: ')}`,
  };
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1_000).toFixed(2);
}

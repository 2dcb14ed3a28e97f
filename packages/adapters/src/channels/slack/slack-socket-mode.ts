import { setTimeout as delay } from 'node:timers/promises';
import { MINUTE, type Milliseconds, SECOND } from '@klaxon/domain';
import { errorText } from '../shared/error-text.ts';
import { boundedPost, DEFAULT_TIMEOUTS, type PostJson } from '../shared/http-client.ts';
import { openSlackConnection, type SlackConnection } from './slack-connection.ts';

export interface SlackSocketModeOptions {
  /** An app-level token (`xapp-…`) with the scope `connections:write`. */
  readonly token: string;
  readonly receive: (interaction: unknown) => Promise<void>;
  readonly log: (level: 'debug' | 'warn', message: string) => void;
  readonly baseUrl?: string;
  /** How long to wait after so many failures in a row. */
  readonly pause?: (failures: number) => Milliseconds;
}

/** A connection that ended sooner did not work, however politely it ended. */
const LIVED_WELL: Milliseconds = 10 * SECOND;

const backOff = (failures: number) => Math.min(2 ** (failures - 1) * SECOND, MINUTE);

/**
 * Hears of pressed buttons over a connection that Klaxon opens (Slack's Socket Mode), so that nobody
 * needs to reach Klaxon. Slack renews its connections every few hours: the next stands before the one
 * before is closed. Any number of replicas may do this, each press comes to one of them.
 */
export function listenToSlack(options: SlackSocketModeOptions): { stop(): Promise<void> } {
  const { receive, log, pause = backOff } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const post = boundedPost(DEFAULT_TIMEOUTS);
  const stopped = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  let current: SlackConnection | null = null;
  let failures = 0;

  async function fail(reason: string): Promise<void> {
    failures += 1;
    log(failures === 1 ? 'warn' : 'debug', reason);
    await delay(pause(failures), undefined, { signal }).catch(() => {});
  }

  async function connect(): Promise<SlackConnection> {
    const url = await askForUrl(post, options, signal);
    const warn = (message: string) => log('warn', message);
    const next = await openSlackConnection(url, receive, warn, signal);
    const previous = current;
    current = next;
    await previous?.close();
    return next;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const { retiring } = await connect();
        const since = performance.now();
        log('debug', 'listening to Slack');
        await Promise.race([retiring, stopped]);
        if (performance.now() - since >= LIVED_WELL) failures = 0;
        else if (!signal.aborted) await fail('Slack ended a connection soon after it began');
      } catch (error) {
        if (!signal.aborted) await fail(`cannot listen to Slack: ${describe(error)}`);
      }
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      await current?.close();
    },
  };
}

async function askForUrl(
  post: PostJson,
  { token, baseUrl }: SlackSocketModeOptions,
  deadline: AbortSignal,
): Promise<string> {
  const base = (baseUrl ?? 'https://slack.com/api').replace(/\/+$/, '');
  const headers = { authorization: `Bearer ${token}` };
  const result = await post(`${base}/apps.connections.open`, '{}', { headers, deadline });
  if (result.kind !== 'answer') throw new Error(result.reason);
  const { ok, url, error } = result.body;
  // Only a double of Slack, on this machine, speaks without TLS.
  const scheme = base.startsWith('https:') ? 'wss://' : 'ws://';
  if (ok === true && typeof url === 'string' && url.startsWith(scheme)) return url;
  const said = typeof error === 'string' ? error : `HTTP ${result.status}`;
  throw new Error(errorText(`${said}; check SLACK_APP_TOKEN and Socket Mode`, [token]));
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { setTimeout as delay } from 'node:timers/promises';

/** One alert, of a service of its own: it opens an incident of its own. */
interface OfferedAlert {
  readonly service: string;
  /** When it was answered 200, by this process's monotonic clock; null until then. */
  readonly acceptedAt: number | null;
  /** How often it was offered. */
  readonly offers: number;
  /** The answer that nobody repeats; null where there was none. */
  readonly refusedWith: number | null;
}

export interface Load {
  readonly alerts: readonly OfferedAlert[];
  /** Comes when the last alert was offered for the first time. */
  readonly offered: Promise<void>;
  /** Ends the repeating. */
  stop(): void;
}

export interface LoadOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Begins the name of each alert's service. */
  readonly prefix: string;
  readonly perSecond: number;
  readonly seconds: number;
}

const ANSWERED_WITHIN_MS = 10_000;
const REPEAT_AFTER_MS = 500;

/** Sends as Alertmanager does: what got a 5xx or no answer is sent again, until it is accepted. */
export function startLoad(options: LoadOptions): Load {
  const { prefix, perSecond, seconds } = options;
  const alerts: Mutable<OfferedAlert>[] = [];
  const ending = new AbortController();
  const offer = async () => {
    const start = performance.now();
    for (let n = 0; n < perSecond * seconds && !ending.signal.aborted; n += 1) {
      await delay(Math.max(0, start + (n * 1_000) / perSecond - performance.now()));
      const alert = {
        service: `${prefix}-${n}-end`,
        acceptedAt: null,
        offers: 0,
        refusedWith: null,
      };
      alerts.push(alert);
      void deliver(alert, options, ending.signal);
    }
  };
  return { alerts, offered: offer(), stop: () => ending.abort() };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

async function deliver(
  alert: Mutable<OfferedAlert>,
  { url, headers }: LoadOptions,
  ending: AbortSignal,
): Promise<void> {
  const body = JSON.stringify({
    version: '4',
    status: 'firing',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'Fault', service: alert.service, severity: 'critical' },
        annotations: { summary: alert.service },
        startsAt: new Date().toISOString(),
      },
    ],
  });
  while (!ending.aborted) {
    alert.offers += 1;
    const status = await post(`${url}/api/webhooks/alertmanager`, headers, body);
    if (status === 200) {
      alert.acceptedAt = performance.now();
      return;
    }
    if (status !== null && status < 500) {
      alert.refusedWith = status;
      return;
    }
    await delay(REPEAT_AFTER_MS);
  }
}

/** Answers the status; null where there was no answer. */
async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<number | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}

import type { AlertmanagerClient, AlertmanagerView } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { request } from 'undici';

export interface AlertmanagerOptions {
  /** Base addresses, one a process: a pair has two. */
  readonly urls: readonly URL[];
  readonly timeoutMs: number;
  /** The longest answer, in bytes. */
  readonly answerLimit?: number;
}

/** Whoever probes Klaxon itself does not wait for longer. */
const PROBE_WITHIN_MS = 1_000;
/** 50,000 alerts are 36 MB. */
const ANSWER_LIMIT = 256 * 1024 * 1024;

export function httpAlertmanagerClient({
  urls,
  timeoutMs,
  answerLimit = ANSWER_LIMIT,
}: AlertmanagerOptions): AlertmanagerClient {
  async function getJson(base: URL, path: string, withinMs = timeoutMs): Promise<unknown> {
    const url = new URL(base.href.replace(/\/*$/, path));
    try {
      const { statusCode, body } = await request(url, {
        signal: AbortSignal.timeout(withinMs),
      });
      if (statusCode !== 200) throw new Error(`it answered ${statusCode}`);
      return JSON.parse(await textOf(body, answerLimit));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new DomainError('unavailable', `Alertmanager at ${base.host} cannot be asked: ${why}.`);
    }
  }

  async function view(base: URL): Promise<AlertmanagerView> {
    const [status, alerts] = await Promise.all([
      getJson(base, '/api/v2/status'),
      getJson(base, '/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true'),
    ]);
    const startedAt = startOf(base, status);
    if (!Array.isArray(alerts)) throw noAlertmanager(base);
    const fingerprints = new Set<string>();
    const active = new Set<string>();
    for (const alert of alerts) {
      const fingerprint = read(alert, 'fingerprint');
      if (typeof fingerprint !== 'string') continue;
      fingerprints.add(fingerprint);
      if (read(read(alert, 'status'), 'state') === 'active') active.add(fingerprint);
    }
    return { fingerprints, active, startedAt };
  }

  return {
    views: () => Promise.all(urls.map(view)),
    async probe() {
      const within = Math.min(timeoutMs, PROBE_WITHIN_MS);
      await Promise.all(
        urls.map(async (base) => startOf(base, await getJson(base, '/api/v2/status', within))),
      );
    },
  };
}

/** Counts what comes: an answer need not say how long it is. */
async function textOf(body: AsyncIterable<Buffer>, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) throw new Error('its answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function startOf(base: URL, status: unknown): number {
  const uptime = read(status, 'uptime');
  const startedAt = typeof uptime === 'string' ? Date.parse(uptime) : Number.NaN;
  if (Number.isNaN(startedAt)) throw noAlertmanager(base);
  return startedAt;
}

function noAlertmanager(base: URL): DomainError {
  return new DomainError('unavailable', `What answers at ${base.host} is not an Alertmanager.`);
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

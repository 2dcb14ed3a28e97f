import { setTimeout as delay } from 'node:timers/promises';
import { DomainError, MINUTE, type Milliseconds, SECOND } from '@klaxon/domain';
import { Agent, request } from 'undici';
import { errorText } from '../shared/error-text.ts';
import { isFields } from '../shared/http-client.ts';
import { pauseOfSeconds } from '../shared/retry-after.ts';

export interface TelegramPollingOptions {
  readonly token: string;
  readonly receive: (update: unknown) => Promise<void>;
  readonly log: (level: 'debug' | 'warn', message: string) => void;
  readonly baseUrl?: string;
  /** How long Telegram holds a question that it has no answer to. */
  readonly holdFor?: Milliseconds;
  /** How long to wait after so many failures in a row. */
  readonly pause?: (failures: number) => Milliseconds;
}

interface Update {
  readonly id: number;
  readonly update: unknown;
}

type Polled =
  | { readonly ok: true; readonly updates: readonly Update[] }
  | { readonly ok: false; readonly error: string; readonly retryAfter: Milliseconds | null };

const UPDATES_AT_ONCE = 20;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** On top of the time that Telegram holds the question. */
const ANSWER_WITHIN = 10 * SECOND;

const REMEDIES: Readonly<Record<number, string>> = {
  401: 'check TELEGRAM_BOT_TOKEN',
  404: 'check TELEGRAM_BOT_TOKEN',
  409: 'the bot has a webhook, or another program reads its updates: delete the webhook, or set TELEGRAM_UPDATES=off',
};

const backOff = (failures: number) => Math.min(2 ** (failures - 1) * SECOND, MINUTE);

/**
 * Asks Telegram for what people press, again and again until `signal` aborts. An update counts as
 * taken once it was received: the next question tells Telegram so.
 */
export async function pollTelegram(
  options: TelegramPollingOptions,
  signal: AbortSignal,
): Promise<void> {
  const { receive, log, pause = backOff } = options;
  const dispatcher = new Agent({ maxResponseSize: MAX_ANSWER_BYTES, allowH2: false });
  let offset = 0;
  let failures = 0;

  async function takeAll(updates: readonly Update[]): Promise<void> {
    for (const { id, update } of updates) {
      try {
        await receive(update);
      } catch (error) {
        if (error instanceof DomainError && error.kind === 'unavailable') throw error;
        log('warn', `an update of Telegram could not be handled: ${String(error)}`);
      }
      offset = id + 1;
    }
  }

  async function fail(reason: string, retryAfter: Milliseconds | null): Promise<void> {
    failures += 1;
    log(failures === 1 ? 'warn' : 'debug', reason);
    const wait = Math.max(retryAfter ?? 0, pause(failures));
    await delay(wait, undefined, { signal }).catch(() => {});
  }

  try {
    while (!signal.aborted) {
      const polled = await getUpdates(options, offset, dispatcher, signal);
      if (signal.aborted) return;
      if (!polled.ok) {
        await fail(polled.error, polled.retryAfter);
        continue;
      }
      try {
        await takeAll(polled.updates);
        failures = 0;
      } catch (error) {
        await fail(`what was pressed in Telegram has to wait: ${String(error)}`, null);
      }
    }
  } finally {
    await dispatcher.destroy();
  }
}

async function getUpdates(
  { token, baseUrl = 'https://api.telegram.org', holdFor = 25 * SECOND }: TelegramPollingOptions,
  offset: number,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<Polled> {
  const within = holdFor + ANSWER_WITHIN;
  try {
    const answer = await request(`${baseUrl.replace(/\/+$/, '')}/bot${token}/getUpdates`, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        offset,
        timeout: Math.floor(holdFor / SECOND),
        limit: UPDATES_AT_ONCE,
        allowed_updates: ['callback_query'],
      }),
      headersTimeout: within,
      bodyTimeout: within,
      signal: AbortSignal.any([signal, AbortSignal.timeout(within)]),
    });
    const body: unknown = JSON.parse(await answer.body.text());
    return isFields(body) ? readAnswer(body, token) : unreadable(answer.statusCode);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    return failed(`Telegram could not be asked for updates (${code})`);
  }
}

function readAnswer(body: Readonly<Record<string, unknown>>, token: string): Polled {
  const { ok, result, error_code: code, description, parameters } = body;
  if (ok === true && Array.isArray(result)) return { ok, updates: result.flatMap(readUpdate) };
  const remedy = typeof code === 'number' ? REMEDIES[code] : undefined;
  const said = errorText(`${code}: ${description}`, [token]);
  const pause = isFields(parameters) ? pauseOfSeconds(parameters['retry_after']) : null;
  return failed(`Telegram gives no updates (${said})${remedy ? `; ${remedy}` : ''}`, pause);
}

function readUpdate(update: unknown): readonly Update[] {
  const id = isFields(update) ? update['update_id'] : null;
  return typeof id === 'number' && Number.isSafeInteger(id) ? [{ id, update }] : [];
}

function unreadable(status: number): Polled {
  return failed(`Telegram answered HTTP ${status} without the JSON that it documents`);
}

function failed(error: string, retryAfter: Milliseconds | null = null): Polled {
  return { ok: false, error, retryAfter };
}

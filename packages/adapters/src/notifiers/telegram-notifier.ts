import type { Notifier, SendOutcome } from '@klaxon/application';
import { type IncidentMessage, invalid } from '@klaxon/domain';
import { errorText } from './error-text.ts';
import {
  boundedPost,
  DEFAULT_TIMEOUTS,
  type HttpResult,
  type HttpTimeouts,
  isFields,
} from './http-client.ts';
import { pauseOfSeconds } from './retry-after.ts';
import { telegramHtml, telegramText } from './telegram-message.ts';

export interface TelegramOptions {
  /** The token that BotFather gave, `123456:ABC…`. */
  readonly token: string;
  /** A chat's number, or `@name` of a public channel. */
  readonly chatId: string;
  readonly baseUrl?: string;
  readonly timeouts?: HttpTimeouts;
}

/**
 * Sends each announcement with `sendMessage`; the provider's id is the message's number in its chat.
 * Throws an `invalid` error for options that could never work.
 */
export function telegramNotifier(options: TelegramOptions): Notifier {
  const { token } = options;
  // It becomes a part of the URL, where another character could lead elsewhere.
  if (!/^\d+:[\w-]+$/.test(token))
    throw invalid('token', 'must be a Telegram bot token such as 123456:ABC…');
  if (options.chatId.trim() === '')
    throw invalid('chatId', 'must be the number of a Telegram chat, or @name');
  const post = boundedPost(options.timeouts ?? DEFAULT_TIMEOUTS);
  const url = `${(options.baseUrl ?? 'https://api.telegram.org').replace(/\/+$/, '')}/bot${token}/sendMessage`;
  const secrets = [token, token.slice(token.indexOf(':') + 1)];
  let chatId = options.chatId;

  const call = (text: object) =>
    post(url, { chat_id: chatId, link_preview_options: { is_disabled: true }, ...text });
  async function deliver(message: IncidentMessage): Promise<HttpResult> {
    const result = await call({ text: telegramHtml(message), parse_mode: 'HTML' });
    return cannotParse(result) ? call({ text: telegramText(message) }) : result;
  }

  return {
    channel: 'telegram',
    async send(message) {
      let result = await deliver(message);
      const moved = newChatId(result);
      if (moved !== null) {
        // A group that became a supergroup: its old number is refused for ever.
        chatId = moved;
        result = await deliver(message);
      }
      const outcome = outcomeOf(result);
      return outcome.result === 'sent'
        ? outcome
        : { ...outcome, error: errorText(outcome.error, secrets) };
    },
  };
}

function outcomeOf(result: HttpResult): SendOutcome {
  if (result.kind === 'no-answer') return retry(`Telegram could not be reached: ${result.reason}`);
  const { status, body } = result;
  if (status === 200 && body['ok'] === true) return { result: 'sent', providerId: messageId(body) };
  const code = typeof body['error_code'] === 'number' ? body['error_code'] : status;
  if (code === 429) {
    const pause = pauseOfSeconds(parameters(result)['retry_after']) ?? result.retryAfter;
    return retry('Telegram asks for a pause (rate limit)', pause);
  }
  const said = describe(result) === '' ? '' : `: ${describe(result)}`;
  if (code >= 400 && code < 500 && code !== 408 && code !== 425)
    return {
      result: 'failed',
      error: `Telegram refused the message (${code}${said}); ${remedy(code)}`,
    };
  return body['ok'] === false
    ? retry(`Telegram did not take the message (${code}${said})`, result.retryAfter)
    : retry(
        `Telegram answered HTTP ${status} without the JSON that it documents`,
        result.retryAfter,
      );
}

function remedy(code: number): string {
  if (code === 401 || code === 404) return 'check the bot token';
  if (code === 403) return 'add the bot to the chat again, and let it write there';
  return 'check the chat id';
}

function retry(error: string, retryAfter: number | null = null): SendOutcome {
  return { result: 'retry', error, retryAfter };
}

function cannotParse(result: HttpResult): boolean {
  return result.kind === 'answer' && result.status === 400 && /can't parse/i.test(describe(result));
}

function newChatId(result: HttpResult): string | null {
  const moved = parameters(result)['migrate_to_chat_id'];
  return typeof moved === 'number' && Number.isSafeInteger(moved) ? String(moved) : null;
}

function parameters(result: HttpResult): Readonly<Record<string, unknown>> {
  const found = result.kind === 'answer' ? result.body['parameters'] : null;
  return isFields(found) ? found : {};
}

function describe(result: HttpResult): string {
  const found = result.kind === 'answer' ? result.body['description'] : null;
  return typeof found === 'string' ? found : '';
}

function messageId(body: Readonly<Record<string, unknown>>): string | null {
  const sent = body['result'];
  return isFields(sent) && typeof sent['message_id'] === 'number'
    ? String(sent['message_id'])
    : null;
}

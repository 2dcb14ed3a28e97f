import type { SendOutcome } from '@klaxon/application';
import { type HttpResult, isFields } from '../shared/http-client.ts';
import { pauseOfSeconds } from '../shared/retry-after.ts';

/** Reads an answer of the Bot API. */
export function telegramOutcome(result: HttpResult): SendOutcome {
  if (result.kind !== 'answer') return retry(`Telegram could not be reached: ${result.reason}`);
  const { status, body } = result;
  if (status === 200 && body['ok'] === true)
    return { result: 'sent', providerId: providerId(body) };
  const code = typeof body['error_code'] === 'number' ? body['error_code'] : status;
  if (code === 429) {
    const pause = pauseOfSeconds(parameters(result)['retry_after']) ?? result.retryAfter;
    return retry('Telegram asks for a pause (rate limit)', pause);
  }
  const said = describe(result) === '' ? '' : `: ${describe(result)}`;
  if (code >= 400 && code < 500 && code !== 408 && code !== 425)
    return {
      result: 'failed',
      error: `Telegram refused the message (${code}${said}); ${remedy(code, said)}`,
    };
  return body['ok'] === false
    ? retry(`Telegram did not take the message (${code}${said})`, result.retryAfter)
    : retry(
        `Telegram answered HTTP ${status} without the JSON that it documents`,
        result.retryAfter,
      );
}

/** The markup was refused, and plain text may pass. */
export function cannotParse(result: HttpResult): boolean {
  return isBadRequest(result) && /can't parse/i.test(describe(result));
}

/** An edit that changes nothing is refused, and was not needed. */
export function isUnmodified(result: HttpResult): boolean {
  return isBadRequest(result) && /message is not modified/i.test(describe(result));
}

/** The chat where the conversation began is no more, or not for the bot. */
export function isChatLost(result: HttpResult): boolean {
  const lost = /chat not found|thread not found|group chat was deleted|need administrator/i;
  return (
    result.kind === 'answer' &&
    (result.status === 403 || (result.status === 400 && lost.test(describe(result))))
  );
}

/** The number a group has since it became a supergroup: its old one is refused for ever. */
export function newChatId(result: HttpResult): string | null {
  const moved = parameters(result)['migrate_to_chat_id'];
  return typeof moved === 'number' && Number.isSafeInteger(moved) ? String(moved) : null;
}

function remedy(code: number, said: string): string {
  if (code === 401 || code === 404) return 'check the bot token';
  if (code === 403) return 'add the bot to the chat again, and let it write there';
  return /thread not found/i.test(said) ? 'check the topic' : 'check the chat id';
}

function retry(error: string, retryAfter: number | null = null): SendOutcome {
  return { result: 'retry', error, retryAfter };
}

function isBadRequest(result: HttpResult): boolean {
  return result.kind === 'answer' && result.status === 400;
}

function parameters(result: HttpResult): Readonly<Record<string, unknown>> {
  const found = result.kind === 'answer' ? result.body['parameters'] : null;
  return isFields(found) ? found : {};
}

function describe(result: HttpResult): string {
  const found = result.kind === 'answer' ? result.body['description'] : null;
  return typeof found === 'string' ? found : '';
}

/** `<chat>:<message>`: each chat numbers its messages by itself. */
function providerId(body: Readonly<Record<string, unknown>>): string | null {
  const sent = body['result'];
  if (!isFields(sent) || typeof sent['message_id'] !== 'number') return null;
  const chat = sent['chat'];
  return isFields(chat) && typeof chat['id'] === 'number'
    ? `${chat['id']}:${sent['message_id']}`
    : null;
}

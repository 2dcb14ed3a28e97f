import type { Notifier, SendOutcome } from '@klaxon/application';
import { invalid, type MessageAction } from '@klaxon/domain';
import { ATTEMPT_LIMIT } from '../shared/attempt-limit.ts';
import { fitText } from '../shared/channel-text.ts';
import { errorText } from '../shared/error-text.ts';
import {
  boundedPost,
  DEFAULT_TIMEOUTS,
  type HttpResult,
  type HttpTimeouts,
} from '../shared/http-client.ts';
import {
  type TelegramText,
  telegramBundle,
  telegramCurrentMessage,
  telegramMessage,
  telegramReply,
} from './telegram-message.ts';
import {
  cannotParse,
  isChatLost,
  isUnmodified,
  newChatId,
  telegramOutcome,
} from './telegram-outcome.ts';

export interface TelegramOptions {
  /** The token that BotFather gave, `123456:ABC…`. */
  readonly token: string;
  /** A chat's number, or `@name` of a public channel. */
  readonly chatId: string;
  /** The topic of a forum to write in. */
  readonly messageThreadId?: number | null;
  readonly baseUrl?: string;
  readonly timeouts?: HttpTimeouts;
}

interface Place {
  readonly chatId: string;
  readonly messageId: number;
}

/** Telegram refuses a button with more behind it. */
const CALLBACK_DATA_BYTES = 64;

/**
 * Sends the first announcement of an incident, answers it with the later ones, and keeps it up to date. The
 * provider's id is `<chat>:<message>`. Throws an `invalid` error for options that could never work.
 */
export function telegramNotifier(options: TelegramOptions): Notifier {
  const { token, messageThreadId = null } = options;
  // It becomes a part of the URL, where another character could lead elsewhere.
  if (!/^\d+:[\w-]+$/.test(token))
    throw invalid('token', 'must be a Telegram bot token such as 123456:ABC…');
  if (options.chatId.trim() === '')
    throw invalid('chatId', 'must be the number of a Telegram chat, or @name');
  if (messageThreadId !== null && !(Number.isSafeInteger(messageThreadId) && messageThreadId > 0))
    throw invalid('messageThreadId', 'must be the number of a topic');
  const post = boundedPost(options.timeouts ?? DEFAULT_TIMEOUTS);
  const base = `${(options.baseUrl ?? 'https://api.telegram.org').replace(/\/+$/, '')}/bot${token}`;
  const secrets = [token, token.slice(token.indexOf(':') + 1)];
  let chatId = options.chatId;

  type Call = (method: string, text: TelegramText, fields: object) => Promise<HttpResult>;

  /** Sends HTML, and once more without markup if Telegram cannot parse it. */
  function caller(): Call {
    const deadline = AbortSignal.timeout(ATTEMPT_LIMIT);
    return async (method, { html, plain }, fields) => {
      const call = (text: object) => {
        const body = { link_preview_options: { is_disabled: true }, ...fields, ...text };
        return post(`${base}/${method}`, JSON.stringify(body), { deadline });
      };
      const result = await call({ text: html, parse_mode: 'HTML' });
      return cannotParse(result) ? call({ text: plain }) : result;
    };
  }

  /** Into the configured chat, wherever it has moved. */
  async function sendFirst(call: Call, text: TelegramText, fields: object): Promise<HttpResult> {
    const topic = messageThreadId === null ? {} : { message_thread_id: messageThreadId };
    const send = () => call('sendMessage', text, { chat_id: chatId, ...topic, ...fields });
    const result = await send();
    const moved = newChatId(result);
    if (moved === null) return result;
    chatId = moved;
    return send();
  }

  function outcomeOf(result: HttpResult): SendOutcome {
    const outcome = telegramOutcome(result);
    return outcome.result === 'sent'
      ? outcome
      : { ...outcome, error: errorText(outcome.error, secrets) };
  }

  return {
    async send(message, { firstProviderId }) {
      const call = caller();
      const keyboard = keyboardOf(message.actions);
      const asFirst = () => sendFirst(call, telegramMessage(message), keyboard);
      const first = placeOf(firstProviderId);
      if (first === null) return outcomeOf(await asFirst());
      // It stays in the first message's topic by itself.
      const reply = await call('sendMessage', telegramReply(message), {
        chat_id: first.chatId,
        ...(messageThreadId === null ? {} : { message_thread_id: messageThreadId }),
        reply_parameters: { message_id: first.messageId, allow_sending_without_reply: true },
        ...keyboard,
      });
      return outcomeOf(isChatLost(reply) || newChatId(reply) !== null ? await asFirst() : reply);
    },

    async sendBundle(message) {
      return outcomeOf(await sendFirst(caller(), telegramBundle(message), {}));
    },

    async update(message, firstProviderId) {
      const first = placeOf(firstProviderId);
      if (first === null) return { result: 'failed', error: 'The first message is not known' };
      const result = await caller()('editMessageText', telegramCurrentMessage(message), {
        chat_id: first.chatId,
        message_id: first.messageId,
        ...(message.actions.length === 0
          ? { reply_markup: { inline_keyboard: [] } }
          : keyboardOf(message.actions)),
      });
      return isUnmodified(result)
        ? { result: 'sent', providerId: firstProviderId }
        : outcomeOf(result);
    },
  };
}

function keyboardOf(actions: readonly MessageAction[]): object {
  const buttons = actions
    .filter(({ token }) => Buffer.byteLength(token) <= CALLBACK_DATA_BYTES)
    .map(({ label, token }) => ({ text: fitText(label, 64), callback_data: token }));
  return buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: [buttons] } };
}

function placeOf(providerId: string | null): Place | null {
  const [, chatId, messageId] = /^(-?\d+):(\d+)$/.exec(providerId ?? '') ?? [];
  return chatId === undefined || messageId === undefined
    ? null
    : { chatId, messageId: Number(messageId) };
}

import {
  type HttpDouble,
  type HttpReply,
  httpDouble,
  jsonReply,
  type SeenRequest,
} from './http-double.ts';

export const TELEGRAM_TOKEN = '123456:a-secret_Token';
export const TELEGRAM_CHAT_ID = '-100200300';
/** The one topic there is. */
export const TELEGRAM_TOPIC = 7;

type Fields = SeenRequest['body'];

export interface TelegramMessage {
  readonly id: number;
  /** The message that it answers; null where there is none, or it is gone. */
  readonly replyTo: number | null;
  /** As it reads now, after its edits. */
  readonly body: Fields;
}

export interface TelegramDouble extends HttpDouble {
  /** What stands in the chat, oldest first. */
  readonly messages: readonly TelegramMessage[];
  delete(id: number): void;
}

/**
 * Telegram's `sendMessage` and `editMessageText`: reads the HTML as strictly as Telegram does, counts what is
 * left of it, and knows which messages there are.
 */
export async function telegramDouble(): Promise<TelegramDouble> {
  const messages: TelegramMessage[] = [];
  let sent = 76;

  function send(body: Fields): HttpReply {
    const topic = body['message_thread_id'];
    if (topic !== undefined && topic !== TELEGRAM_TOPIC)
      return telegramRefusal(400, 'Bad Request: message thread not found');
    const { message_id: wanted, allow_sending_without_reply: lenient } = replyOf(body);
    const known = messages.some(({ id }) => id === wanted);
    if (wanted !== undefined && !known && lenient !== true)
      return telegramRefusal(400, 'Bad Request: message to be replied not found');
    sent += 1;
    messages.push({ id: sent, replyTo: known && wanted !== undefined ? wanted : null, body });
    return message(sent);
  }

  function edit(body: Fields): HttpReply {
    const index = messages.findIndex(({ id }) => id === body['message_id']);
    const before = messages[index];
    if (!before) return telegramRefusal(400, 'Bad Request: message to edit not found');
    if (before.body['text'] === body['text'] && buttonsText(before.body) === buttonsText(body))
      return telegramRefusal(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    messages[index] = { ...before, body };
    return message(before.id);
  }

  const methods = new Map([
    ['sendMessage', send],
    ['editMessageText', edit],
  ]);
  const double = await httpDouble(({ path, body }) => {
    const [, token, name = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (token !== TELEGRAM_TOKEN) return telegramRefusal(401, 'Unauthorized');
    const method = methods.get(name);
    if (!method) return telegramRefusal(404, 'Not Found');
    if (body['chat_id'] !== TELEGRAM_CHAT_ID)
      return telegramRefusal(400, 'Bad Request: chat not found');
    const fault = faultOf(body);
    return fault === null ? method(body) : telegramRefusal(400, `Bad Request: ${fault}`);
  });
  return {
    ...double,
    messages,
    delete(id) {
      const index = messages.findIndex((one) => one.id === id);
      if (index >= 0) messages.splice(index, 1);
    },
  };
}

export function telegramRefusal(code: number, description: string, parameters?: object): HttpReply {
  return jsonReply({ ok: false, error_code: code, description, parameters }, code);
}

function message(id: number): HttpReply {
  return jsonReply({
    ok: true,
    result: { message_id: id, chat: { id: Number(TELEGRAM_CHAT_ID) } },
  });
}

interface Button {
  readonly text: string;
  readonly callback_data: string;
}

function faultOf(body: Fields): string | null {
  const text = String(body['text']);
  const visible = body['parse_mode'] === 'HTML' ? readTelegramHtml(text)?.text : text;
  if (visible === undefined) return "can't parse entities";
  if (visible.trim() === '') return 'message text is empty';
  if (visible.length > 4_096) return 'message is too long';
  const buttons = telegramButtons(body);
  if (buttons.length > 100) return 'reply markup is too long';
  const isValid = ({ text: label, callback_data: data }: Button) =>
    label !== '' && data !== '' && Buffer.byteLength(data) <= 64;
  return buttons.every(isValid) ? null : 'BUTTON_DATA_INVALID';
}

export function telegramButtons(body: Fields): readonly Button[] {
  const markup = body['reply_markup'] as { readonly inline_keyboard?: Button[][] } | undefined;
  return markup?.inline_keyboard?.flat() ?? [];
}

function buttonsText(body: Fields): string {
  return JSON.stringify(telegramButtons(body));
}

function replyOf(body: Fields): {
  readonly message_id?: number;
  readonly allow_sending_without_reply?: boolean;
} {
  const reply = body['reply_parameters'];
  return typeof reply === 'object' && reply !== null ? reply : {};
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
};

/** What is shown, and each opened tag; null where Telegram would say that it cannot parse it. */
export function readTelegramHtml(
  html: string,
): { readonly text: string; readonly tags: readonly string[] } | null {
  const tags: string[] = [];
  const open: string[] = [];
  let text = '';
  for (const token of html.match(/<[^>]*>|&[^;\s]*;|[\s\S]/g) ?? []) {
    const opened = /^<(b|i|code|a href="[^"<>]*")>$/.exec(token)?.[1];
    const entity = /^&(.+);$/.exec(token)?.[1];
    if (opened !== undefined) {
      tags.push(opened);
      open.push(opened.slice(0, opened.includes(' ') ? 1 : opened.length));
    } else if (token.startsWith('</')) {
      if (token !== `</${open.pop()}>`) return null;
    } else if (token.startsWith('<')) {
      return null;
    } else if (entity !== undefined) {
      const character = ENTITIES[entity];
      if (character === undefined) return null;
      text += character;
    } else text += token;
  }
  return open.length === 0 ? { text, tags } : null;
}

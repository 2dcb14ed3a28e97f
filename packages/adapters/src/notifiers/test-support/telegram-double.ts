import { type HttpDouble, type HttpReply, httpDouble, json } from './http-double.ts';

export const TELEGRAM_TOKEN = '123456:a-secret_Token';
export const CHAT_ID = '-100200300';

/** Telegram's `sendMessage`: reads the HTML as strictly as Telegram does and counts what is left of it. */
export function telegramDouble(): Promise<HttpDouble> {
  return httpDouble(({ path, body }) => {
    if (path !== `/bot${TELEGRAM_TOKEN}/sendMessage`) return refusal(401, 'Unauthorized');
    if (body['chat_id'] !== CHAT_ID) return refusal(400, 'Bad Request: chat not found');
    const text = String(body['text']);
    const visible = body['parse_mode'] === 'HTML' ? parseHtml(text)?.text : text;
    if (visible === undefined) return refusal(400, "Bad Request: can't parse entities");
    if (visible.trim() === '') return refusal(400, 'Bad Request: message text is empty');
    if (visible.length > 4_096) return refusal(400, 'Bad Request: message is too long');
    return json({ ok: true, result: { message_id: 77, chat: { id: Number(CHAT_ID) } } });
  });
}

export function refusal(code: number, description: string, parameters?: object): HttpReply {
  return json({ ok: false, error_code: code, description, parameters }, code);
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
};

/** What is shown, and each opened tag; null where Telegram would say that it cannot parse it. */
export function parseHtml(
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

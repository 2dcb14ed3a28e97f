import type { MessageActions } from '@klaxon/application';
import { cutText } from '@klaxon/domain';
import { fitText, oneLine } from '../shared/channel-text.ts';
import { boundedPost, DEFAULT_TIMEOUTS, isFields } from '../shared/http-client.ts';

export interface TelegramInteractionsOptions {
  readonly actions: MessageActions;
  readonly token: string;
  readonly baseUrl?: string;
}

const NOT_VALID = 'This button is not valid any more.';
const FAILED = 'Klaxon could not do this just now. Please press the button again.';
const LONGEST_NAME = 80;
/** What `answerCallbackQuery` takes. */
const LONGEST_ANSWER = 200;

/** Acts on the buttons below Klaxon's messages (`callback_query`), whichever way Telegram reports them. */
export function telegramInteractions({
  actions,
  token,
  baseUrl = 'https://api.telegram.org',
}: TelegramInteractionsOptions): (update: unknown) => Promise<void> {
  const post = boundedPost(DEFAULT_TIMEOUTS);
  const url = `${baseUrl.replace(/\/+$/, '')}/bot${token}/answerCallbackQuery`;

  /** Also ends the button's spinner. Best effort: a question that is too old is refused. */
  async function answer(id: unknown, text: string, isNews: boolean): Promise<void> {
    const said = cutText(text, LONGEST_ANSWER);
    await post(url, JSON.stringify({ callback_query_id: id, text: said, show_alert: isNews }));
  }

  return async (update) => {
    const query = isFields(update) ? update['callback_query'] : null;
    if (!isFields(query)) return;
    const { id, data, from } = query;
    const actor = { id: `telegram:${nameOf(from)}`, takesOver: true };
    try {
      const outcome = typeof data === 'string' ? await actions.act(data, actor) : null;
      await answer(id, outcome?.text ?? NOT_VALID, outcome?.state !== 'done');
    } catch (error) {
      await answer(id, FAILED, true);
      throw error;
    }
  };
}

function nameOf(from: unknown): string {
  const { username, id } = isFields(from) ? from : {};
  if (typeof username === 'string' && username !== '')
    return fitText(oneLine(username), LONGEST_NAME);
  return typeof id === 'number' ? String(id) : 'unknown';
}

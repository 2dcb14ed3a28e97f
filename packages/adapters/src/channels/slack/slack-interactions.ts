import type { MessageActions } from '@klaxon/application';
import { fitText, oneLine } from '../shared/channel-text.ts';
import { escapeSlack } from '../shared/escape-markup.ts';
import { boundedPost, DEFAULT_TIMEOUTS, isFields } from '../shared/http-client.ts';

export interface SlackInteractionsOptions {
  readonly actions: MessageActions;
  /** The one place that answers are sent to, whatever a request says. */
  readonly responseOrigin?: string;
}

const NOT_VALID = 'This button is not valid any more.';
const FAILED = 'Klaxon could not do this just now. Please press the button again.';
const LONGEST_NAME = 80;

/**
 * Acts on the buttons of Klaxon's messages (`block_actions`), whichever way Slack reports them. What
 * was done shows in the message itself; what was not, the person alone is shown.
 */
export function slackInteractions({
  actions,
  responseOrigin = 'https://hooks.slack.com',
}: SlackInteractionsOptions): (interaction: unknown) => Promise<void> {
  const post = boundedPost(DEFAULT_TIMEOUTS);

  async function tell(interaction: Fields, text: string): Promise<void> {
    const url = interaction['response_url'];
    if (typeof url !== 'string' || !URL.canParse(url) || new URL(url).origin !== responseOrigin)
      return;
    const message = {
      response_type: 'ephemeral',
      replace_original: false,
      text: fitText(text, 500, escapeSlack),
    };
    await post(url, JSON.stringify(message));
  }

  return async (interaction) => {
    if (!isFields(interaction) || interaction['type'] !== 'block_actions') return;
    const actor = { id: `slack:${nameOf(interaction['user'])}`, takesOver: true };
    for (const token of tokensOf(interaction['actions'])) {
      try {
        const outcome = await actions.act(token, actor);
        if (outcome?.state !== 'done') await tell(interaction, outcome?.text ?? NOT_VALID);
      } catch (error) {
        await tell(interaction, FAILED);
        throw error;
      }
    }
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** A button that is only a link has no value. */
function tokensOf(actions: unknown): readonly string[] {
  const pressed: readonly unknown[] = Array.isArray(actions) ? actions : [];
  return pressed.flatMap((action) => {
    const value = isFields(action) ? action['value'] : null;
    return typeof value === 'string' ? [value] : [];
  });
}

function nameOf(user: unknown): string {
  const { username, name, id } = isFields(user) ? user : {};
  const known = [username, name, id].find((text) => typeof text === 'string' && text !== '');
  return fitText(oneLine(typeof known === 'string' ? known : 'unknown'), LONGEST_NAME);
}

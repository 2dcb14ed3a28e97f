import type { IncidentMessage } from '@klaxon/domain';
import { fitLines, fitText } from './channel-text.ts';
import { escapeSlack, escapeSlackCode } from './escape-markup.ts';
import { type MessageLine, messageLines } from './message-lines.ts';

/**
 * The body of `chat.postMessage`, but for the channel. Slack refuses a message from about 13,200 characters
 * of blocks on (`msg_blocks_too_long`, which its documentation does not mention): the limits below sum up
 * to less than 10,000 of JSON even if every character needs a backslash.
 */
export function slackMessage(message: IncidentMessage): object {
  const { headline, title, description, facts, labels, reason, url } = messageLines(message);
  return {
    // Shown in push messages and by clients without blocks.
    text: fitText(`${headline}: ${title} (${message.severity})`, 700, escapeSlack),
    blocks: [
      { type: 'header', text: plain(headline, 150) },
      { type: 'section', text: plain(title, 700) },
      ...(description === null ? [] : [{ type: 'section', text: plain(description, 1_000) }]),
      { type: 'section', fields: facts.map(fact) },
      ...(labels.length === 0
        ? []
        : [{ type: 'section', text: markup(fitLines(labels.map(label), 1_500)) }]),
      ...(reason === null ? [] : [{ type: 'context', elements: [plain(reason, 500)] }]),
      ...(url === null || escapeSlack(url).length > 500
        ? []
        : [{ type: 'section', text: markup(`<${escapeSlack(url)}|Open the incident>`) }]),
    ],
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

function fact({ name, value }: MessageLine): object {
  return markup(`*${name}*\n${fitText(value, 100, escapeSlack)}`);
}

/** `*`, `_` and `~` cannot be escaped in `mrkdwn`: what comes from outside stands in a code span. */
function label({ name, value }: MessageLine): string {
  return `\`${fitText(name, 80, escapeSlackCode)}\`: \`${fitText(value || ' ', 200, escapeSlackCode)}\``;
}

function plain(text: string, limit: number): object {
  return { type: 'plain_text', text: fitText(text, limit, escapeSlack), emoji: false };
}

function markup(text: string): object {
  return { type: 'mrkdwn', text, verbatim: true };
}

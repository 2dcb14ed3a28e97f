import type { BundleMessage, IncidentMessage, MessageAction, MessageLink } from '@klaxon/domain';
import { fitLines, fitText } from '../shared/channel-text.ts';
import { escapeSlack, escapeSlackCode } from '../shared/escape-markup.ts';
import {
  bundleLines,
  currentLines,
  type MessageLine,
  type MessageLines,
  messageLines,
} from '../shared/message-lines.ts';

/**
 * What to post, but for the channel. Slack refuses a message from about 13,200 characters of blocks on
 * (`msg_blocks_too_long`, which its documentation does not mention): the limits below sum up to less than
 * 10,000 of JSON even if every character needs a backslash.
 */
export interface SlackBody {
  /** Shown in push messages and by clients without blocks. */
  readonly text: string;
  readonly blocks: readonly object[];
  readonly parse: 'none';
  readonly link_names: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

const LINKS_LIMIT = 1_200;

/** The message that an incident's thread hangs on. */
export function slackMessage(message: IncidentMessage): SlackBody {
  const lines = messageLines(message);
  return body(lines, message, [
    ...details(lines),
    ...links(lines.links),
    ...buttons(message.actions),
  ]);
}

/** The same as things stand now, to replace the one that was sent. */
export function slackCurrentMessage(message: IncidentMessage): SlackBody {
  return slackMessage({ ...message, headline: currentLines(message).headline });
}

/** An answer in the thread: what changed. What stays the same, and the buttons, stand above it. */
export function slackReply(message: IncidentMessage): SlackBody {
  const { headline, title, facts, reason } = messageLines(message);
  return body({ headline, title }, message, [
    section(plain(`${headline}: ${title}`, 700)),
    { type: 'section', fields: facts.map(fact) },
    ...context(reason),
  ]);
}

/** For a webhook, which nothing comes back from: links in place of buttons. */
export function slackWebhookMessage(message: IncidentMessage): SlackBody {
  const lines = messageLines(message);
  return body(lines, message, [
    ...details(lines),
    ...links([...lines.links, ...lines.actionLinks]),
  ]);
}

export function slackBundle(message: BundleMessage): SlackBody {
  const { headline, lines, more, links: own } = bundleLines(message);
  const rows = lines.map((line) => fitText(line, 130, escapeSlack));
  const all = fitLines([...rows, ...(more === null ? [] : [more])], 2_900);
  return quiet(fitText(headline, 700, escapeSlack), [
    { type: 'header', text: plain(headline, 150) },
    ...(all === '' ? [] : [section({ type: 'plain_text', text: all, emoji: false })]),
    ...links(own),
  ]);
}

function details({
  headline,
  title,
  description,
  facts,
  labels,
  reason,
}: MessageLines): readonly object[] {
  return [
    { type: 'header', text: plain(headline, 150) },
    section(plain(title, 600)),
    ...(description === null ? [] : [section(plain(description, 800))]),
    { type: 'section', fields: facts.map(fact) },
    ...(labels.length === 0 ? [] : [section(markup(fitLines(labels.map(label), 1_300)))]),
    ...context(reason),
  ];
}

function body(
  { headline, title }: Pick<MessageLines, 'headline' | 'title'>,
  { severity }: IncidentMessage,
  blocks: readonly object[],
): SlackBody {
  return quiet(fitText(`${headline}: ${title} (${severity})`, 700, escapeSlack), blocks);
}

function quiet(text: string, blocks: readonly object[]): SlackBody {
  return {
    text,
    blocks,
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

function context(reason: string | null): readonly object[] {
  return reason === null ? [] : [{ type: 'context', elements: [plain(reason, 400)] }];
}

/** As many as fit, whole. */
function links(all: readonly MessageLink[]): readonly object[] {
  let text = '';
  for (const { label: name, url } of all) {
    const one = `<${escapeSlack(url)}|${escapeSlack(name.replaceAll('|', ' '))}>`;
    const next = text === '' ? one : `${text}  ·  ${one}`;
    if (next.length <= LINKS_LIMIT) text = next;
  }
  return text === '' ? [] : [section(markup(text))];
}

function buttons(actions: readonly MessageAction[]): readonly object[] {
  if (actions.length === 0) return [];
  const elements = actions.map(({ kind, label: name, token }, index) => ({
    type: 'button',
    text: { type: 'plain_text', text: name, emoji: false },
    action_id: `klaxon_${kind}`,
    value: token,
    ...(index === 0 ? { style: 'primary' } : {}),
  }));
  return [{ type: 'actions', elements }];
}

function section(text: object): object {
  return { type: 'section', text };
}

function plain(text: string, limit: number): object {
  return { type: 'plain_text', text: fitText(text, limit, escapeSlack), emoji: false };
}

function markup(text: string): object {
  return { type: 'mrkdwn', text, verbatim: true };
}

import type { BundleMessage, IncidentMessage, MessageLink } from '@klaxon/domain';
import { fitLines, fitText } from '../shared/channel-text.ts';
import { escapeHtml } from '../shared/escape-markup.ts';
import {
  bundleLines,
  currentLines,
  type MessageLines,
  messageLines,
} from '../shared/message-lines.ts';

/** A text in Telegram's HTML, and without markup for when Telegram cannot parse that. */
export interface TelegramText {
  readonly html: string;
  readonly plain: string;
}

interface Style {
  readonly encode: (text: string) => string;
  /** Wraps text that is already escaped and cut. */
  readonly bold: (text: string) => string;
  readonly code: (text: string) => string;
  readonly link: (link: MessageLink) => string;
}

const HTML: Style = {
  encode: escapeHtml,
  bold: (text) => `<b>${text}</b>`,
  code: (text) => `<code>${text}</code>`,
  link: ({ label, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`,
};

const PLAIN: Style = {
  encode: (text) => text,
  bold: (text) => text,
  code: (text) => text,
  link: ({ label, url }) => `${label}: ${url}`,
};

const LINKS_LIMIT = 900;

/** The message that an incident's conversation starts with. */
export function telegramMessage(message: IncidentMessage): TelegramText {
  const lines = messageLines(message);
  return inBoth((style) => full(lines, style));
}

/** The same as things stand now, to replace the one that was sent. */
export function telegramCurrentMessage(message: IncidentMessage): TelegramText {
  const lines = currentLines(message);
  return inBoth((style) => full(lines, style));
}

/** An answer to the first message: what changed. What stays the same stands there. */
export function telegramReply(message: IncidentMessage): TelegramText {
  const lines = messageLines(message);
  return inBoth((style) => [
    ...heading(lines, style),
    facts(lines, style),
    lines.reason === null ? '' : fitText(lines.reason, 400, style.encode),
    links(lines.links.slice(0, 1), style),
  ]);
}

export function telegramBundle(message: BundleMessage): TelegramText {
  const { headline, lines, more, links: own } = bundleLines(message);
  return inBoth((style) => {
    const rows = lines.map((line) => fitText(line, 150, style.encode));
    return [
      style.bold(fitText(headline, 200, style.encode)),
      fitLines([...rows, ...(more === null ? [] : [more])], 2_900),
      links(own, style),
    ];
  });
}

/** Each field is cut before it is rendered, never the whole: a cut tag would make Telegram refuse the message. */
function full(lines: MessageLines, style: Style): readonly string[] {
  const { encode, code } = style;
  const rows = lines.labels.map(
    ({ name, value }) =>
      `${code(fitText(name, 80, encode))}: ${code(fitText(value || ' ', 200, encode))}`,
  );
  return [
    ...heading(lines, style),
    lines.description === null ? '' : fitText(lines.description, 600, encode),
    facts(lines, style),
    fitLines(rows, 900),
    lines.reason === null ? '' : fitText(lines.reason, 300, encode),
    links(lines.links, style),
  ];
}

function heading({ headline, title }: MessageLines, { encode, bold }: Style): readonly string[] {
  return [bold(fitText(headline, 100, encode)), bold(fitText(title, 600, encode))];
}

function facts(lines: MessageLines, { encode, bold }: Style): string {
  return lines.facts
    .map(({ name, value }) => `${bold(`${name}:`)} ${fitText(value, 60, encode)}`)
    .join('\n');
}

/** As many as fit, whole. */
function links(all: readonly MessageLink[], { link }: Style): string {
  let text = '';
  for (const one of all.map(link)) {
    const next = text === '' ? one : `${text}\n${one}`;
    if (next.length <= LINKS_LIMIT) text = next;
  }
  return text;
}

function inBoth(render: (style: Style) => readonly string[]): TelegramText {
  const joined = (style: Style) =>
    render(style)
      .filter((part) => part !== '')
      .join('\n\n');
  return { html: joined(HTML), plain: joined(PLAIN) };
}

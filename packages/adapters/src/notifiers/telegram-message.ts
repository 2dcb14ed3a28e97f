import type { IncidentMessage } from '@klaxon/domain';
import { fitLines, fitText } from './channel-text.ts';
import { escapeHtml } from './escape-markup.ts';
import { messageLines } from './message-lines.ts';

interface Style {
  readonly encode: (text: string) => string;
  /** Wraps text that is already escaped and cut. */
  readonly bold: (text: string) => string;
  readonly code: (text: string) => string;
  readonly link: (url: string) => string;
}

const HTML: Style = {
  encode: escapeHtml,
  bold: (text) => `<b>${text}</b>`,
  code: (text) => `<code>${text}</code>`,
  link: (url) => `<a href="${escapeHtml(url)}">Open the incident</a>`,
};

const PLAIN: Style = {
  encode: (text) => text,
  bold: (text) => text,
  code: (text) => text,
  link: (url) => url,
};

export function telegramHtml(message: IncidentMessage): string {
  return render(message, HTML);
}

/** The same without markup, for when Telegram cannot parse the other. */
export function telegramText(message: IncidentMessage): string {
  return render(message, PLAIN);
}

/** Each field is cut before it is rendered, never the whole: a cut tag would make Telegram refuse the message. */
function render(message: IncidentMessage, { encode, bold, code, link }: Style): string {
  const { headline, title, description, facts, labels, reason, url } = messageLines(message);
  const rows = labels.map(
    ({ name, value }) =>
      `${code(fitText(name, 80, encode))}: ${code(fitText(value || ' ', 200, encode))}`,
  );
  return [
    bold(fitText(headline, 100, encode)),
    bold(fitText(title, 600, encode)),
    description === null ? '' : fitText(description, 700, encode),
    facts.map(({ name, value }) => `${bold(`${name}:`)} ${fitText(value, 60, encode)}`).join('\n'),
    fitLines(rows, 1_200),
    reason === null ? '' : fitText(reason, 400, encode),
    url === null || encode(url).length > 300 ? '' : link(url),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

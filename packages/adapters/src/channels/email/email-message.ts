import type { BundleMessage, IncidentMessage, MessageLink } from '@klaxon/domain';
import { fitLines, fitText } from '../shared/channel-text.ts';
import { escapeHtml } from '../shared/escape-markup.ts';
import { bundleLines, messageLines } from '../shared/message-lines.ts';

/** Subject, bodies and headers, but for who writes to whom. */
export interface EmailMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string[];
  readonly headers: Record<string, string>;
}

const LABELS_SHOWN = 50;

const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * One incident is one thread. Each Message-ID is made from what the mail is about, so that a delivery that
 * is repeated is the same mail to its receivers: the one that opens the thread has the incident's, any other
 * its delivery's own, because two acknowledgements may read alike without being the same mail.
 */
export function emailMessage(
  message: IncidentMessage,
  deliveryId: string,
  firstProviderId: string | null,
  domain: string,
): EmailMessage {
  const root = `<incident-${message.incidentId}@${domain}>`;
  const opens = message.kind === 'created' && firstProviderId === null;
  const first = firstProviderId ?? root;
  const { title } = messageLines(message);
  return {
    subject: `${opens ? '' : 'Re: '}[Klaxon] ${fitText(title, 200)}`,
    text: textBody(message),
    html: htmlBody(message),
    headers: { ...HEADERS },
    ...(opens
      ? { messageId: root }
      : {
          messageId: `<incident-${message.incidentId}.delivery-${deliveryId}@${domain}>`,
          inReplyTo: first,
          references: [first],
        }),
  };
}

export function emailBundle(
  message: BundleMessage,
  deliveryId: string,
  domain: string,
): EmailMessage {
  const { headline, lines, more, links } = bundleLines(message);
  const all = [...lines, ...(more === null ? [] : [more])];
  const item = (line: string) => `<li>${fitText(line, 1_500, escapeHtml)}</li>`;
  return {
    subject: `[Klaxon] ${fitText(headline, 200)}`,
    text: paragraphs([
      fitText(headline, 600),
      fitLines(
        all.map((line) => fitText(line, 300)),
        20_000,
      ),
      linkRows(links),
    ]),
    html: page([
      `<h2>${fitText(headline, 3_000, escapeHtml)}</h2>`,
      all.length === 0 ? '' : `<ul>${all.map(item).join('')}</ul>`,
      anchors(links),
    ]),
    messageId: `<bundle-${deliveryId}@${domain}>`,
    headers: { ...HEADERS },
  };
}

function textBody(message: IncidentMessage): string {
  const { headline, title, description, facts, labels, reason, links, actionLinks } =
    messageLines(message);
  const rows = labels
    .slice(0, LABELS_SHOWN)
    .map(({ name, value }) => `${fitText(name, 100)}: ${fitText(value, 500)}`);
  return paragraphs([
    headline,
    fitText(title, 600),
    description === null ? '' : fitText(description, 5_000),
    facts.map(({ name, value }) => `${name}: ${fitText(value, 500)}`).join('\n'),
    fitLines([...rows, ...moreLabels(labels.length)], 20_000),
    reason === null ? '' : fitText(reason, 1_000),
    linkRows(actionLinks),
    linkRows(links),
  ]);
}

function htmlBody(message: IncidentMessage): string {
  const { headline, title, description, facts, labels, reason, links, actionLinks } =
    messageLines(message);
  const row = (name: string, value: string) =>
    `<tr><th align="left" style="padding:2px 12px 2px 0">${name}</th><td>${value}</td></tr>`;
  const rows = [
    ...facts.map(({ name, value }) => row(name, fitText(value, 500, escapeHtml))),
    ...labels
      .slice(0, LABELS_SHOWN)
      .map(({ name, value }) =>
        row(fitText(name, 500, escapeHtml), `<code>${fitText(value, 2_500, escapeHtml)}</code>`),
      ),
    ...moreLabels(labels.length).map((more) => row('', more)),
  ];
  return page([
    `<h2>${escapeHtml(headline)}</h2>`,
    `<h3>${fitText(title, 3_000, escapeHtml)}</h3>`,
    description === null
      ? ''
      : `<p style="white-space:pre-wrap">${fitText(description, 10_000, escapeHtml)}</p>`,
    `<table cellspacing="0">${rows.join('')}</table>`,
    reason === null ? '' : `<p>${fitText(reason, 5_000, escapeHtml)}</p>`,
    anchors(
      actionLinks,
      'display:inline-block;padding:8px 16px;margin-right:8px;background:#1d4ed8;color:#ffffff',
    ),
    anchors(links),
  ]);
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function page(parts: readonly string[]): string {
  return [
    '<!doctype html><html><body style="font-family:sans-serif">',
    ...parts.filter((part) => part !== ''),
    '</body></html>',
  ].join('\n');
}

function linkRows(links: readonly MessageLink[]): string {
  return links.map(({ label, url }) => `${fitText(label, 100)}: ${url}`).join('\n');
}

function anchors(links: readonly MessageLink[], style = 'margin-right:16px'): string {
  if (links.length === 0) return '';
  const all = links.map(
    ({ label, url }) =>
      `<a href="${escapeHtml(url)}" style="${style}">${fitText(label, 500, escapeHtml)}</a>`,
  );
  return `<p>${all.join('')}</p>`;
}

function moreLabels(count: number): readonly string[] {
  return count > LABELS_SHOWN ? [`… and ${count - LABELS_SHOWN} more labels`] : [];
}

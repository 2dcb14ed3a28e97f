import type { IncidentMessage } from '@klaxon/domain';
import type { SendMailOptions } from 'nodemailer';
import { fitLines, fitText } from './channel-text.ts';
import { escapeHtml } from './escape-markup.ts';
import { messageLines } from './message-lines.ts';

const LABELS_SHOWN = 50;

/**
 * Subject, bodies and headers of one announcement. One incident is one thread: the first mail's Message-ID is
 * made from the incident, so that a repeated delivery is the same mail to its receivers; the later ones refer to
 * it and get a random one, because two acknowledgements may read alike without being the same mail.
 */
export function emailMessage(message: IncidentMessage, domain: string): SendMailOptions {
  const first = `<incident-${message.incidentId}@${domain}>`;
  const isFirst = message.kind === 'created';
  const { title } = messageLines(message);
  return {
    subject: `${isFirst ? '' : 'Re: '}[Klaxon] ${fitText(title, 200)}`,
    text: textBody(message),
    html: htmlBody(message),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(isFirst ? { messageId: first } : { inReplyTo: first, references: [first] }),
  };
}

function textBody(message: IncidentMessage): string {
  const { headline, title, description, facts, labels, reason, url } = messageLines(message);
  const rows = labels
    .slice(0, LABELS_SHOWN)
    .map(({ name, value }) => `${fitText(name, 100)}: ${fitText(value, 500)}`);
  return [
    headline,
    fitText(title, 600),
    description === null ? '' : fitText(description, 5_000),
    facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    fitLines([...rows, ...moreLabels(labels.length)], 20_000),
    reason === null ? '' : fitText(reason, 1_000),
    url ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function htmlBody(message: IncidentMessage): string {
  const { headline, title, description, facts, labels, reason, url } = messageLines(message);
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
  return [
    '<!doctype html><html><body style="font-family:sans-serif">',
    `<h2>${escapeHtml(headline)}</h2>`,
    `<h3>${fitText(title, 3_000, escapeHtml)}</h3>`,
    description === null
      ? ''
      : `<p style="white-space:pre-wrap">${fitText(description, 10_000, escapeHtml)}</p>`,
    `<table cellspacing="0">${rows.join('')}</table>`,
    reason === null ? '' : `<p>${fitText(reason, 5_000, escapeHtml)}</p>`,
    url === null ? '' : `<p><a href="${escapeHtml(url)}">Open the incident</a></p>`,
    '</body></html>',
  ].join('\n');
}

function moreLabels(count: number): readonly string[] {
  return count > LABELS_SHOWN ? [`… and ${count - LABELS_SHOWN} more labels`] : [];
}

import type { IncidentMessage } from '@klaxon/domain';
import { manyLines, oneLine } from './channel-text.ts';

export interface MessageLine {
  readonly name: string;
  readonly value: string;
}

/** What every channel shows, in the order to show it. Cleaned, but neither escaped nor cut. */
export interface MessageLines {
  readonly headline: string;
  readonly title: string;
  readonly description: string | null;
  readonly facts: readonly MessageLine[];
  readonly labels: readonly MessageLine[];
  readonly reason: string | null;
  /** An http(s) address in its normal spelling, without white space or angle brackets. */
  readonly url: string | null;
}

/** The labels that say where to look. */
const FIRST = ['service', 'instance', 'alertname'];

export function messageLines(message: IncidentMessage): MessageLines {
  return {
    headline: oneLine(message.headline),
    title: `#${message.number} ${oneLine(message.title)}`.trim(),
    description: manyLines(message.description ?? '') || null,
    facts: [
      { name: 'Severity', value: message.severity },
      { name: 'Status', value: message.status },
      { name: 'Since', value: timeOf(message.since) },
      ...(message.assigneeId === null
        ? []
        : [{ name: 'Assignee', value: oneLine(message.assigneeId) }]),
      { name: 'Firing alerts', value: String(message.firingAlerts) },
    ],
    labels: labelLines(message.labels),
    reason: oneLine(message.reason) || null,
    url: linkOf(message.url),
  };
}

function labelLines(labels: IncidentMessage['labels']): readonly MessageLine[] {
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return Object.entries(labels)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([name, value]) => ({ name: oneLine(name), value: oneLine(value) }));
}

function timeOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function linkOf(url: string | null): string | null {
  const link = url === null ? null : URL.parse(url);
  if (link === null || !['http:', 'https:'].includes(link.protocol)) return null;
  // A "|" would end the address in Slack's link markup.
  return link.href.replaceAll('|', '%7C');
}

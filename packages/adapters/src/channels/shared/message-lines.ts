import {
  type AnnouncementKind,
  type BundleMessage,
  HEADLINES,
  type IncidentMessage,
  type IncidentStatus,
  isAnnouncementKind,
  type MessageLink,
  type Severity,
} from '@klaxon/domain';
import { fitText, manyLines, oneLine } from './channel-text.ts';

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
  /** The incident first. http(s) addresses in their normal spelling, without white space or angle brackets. */
  readonly links: readonly MessageLink[];
  /** Pages on which the reader can act. */
  readonly actionLinks: readonly MessageLink[];
}

export interface BundleLines {
  readonly headline: string;
  readonly lines: readonly string[];
  /** How many incidents stand in no line; null where none. */
  readonly more: string | null;
  readonly links: readonly MessageLink[];
}

/** The labels that say where to look. */
const FIRST = [
  'service',
  'instance',
  'alertname',
  'cluster',
  'environment',
  'env',
  'region',
  'namespace',
  'deployment',
  'pod',
  'job',
];

/** So that the state of a message, which changes, is seen in passing. */
const MARKS: Readonly<Record<IncidentStatus, string>> = {
  open: '🔴',
  acknowledged: '🟠',
  resolved: '🟢',
};

const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
};

const BUNDLED: Readonly<Record<AnnouncementKind, string>> = {
  created: 'new',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  reopened: 'reopened',
  grown: 'growing',
};

const LONGEST_URL = 1_000;

export function messageLines(message: IncidentMessage): MessageLines {
  const { status, assigneeName } = message;
  const assignee = oneLine(assigneeName ?? '') || (status === 'open' ? 'nobody yet' : '');
  return {
    headline: oneLine(message.headline),
    title: titleOf(message),
    description: manyLines(message.description ?? '') || null,
    facts: [
      { name: 'Severity', value: message.severity },
      { name: 'Status', value: `${MARKS[status]} ${status}` },
      { name: 'Since', value: timeOf(message.since) },
      ...(assignee === '' ? [] : [{ name: 'Assignee', value: assignee }]),
      { name: 'Firing alerts', value: String(message.firingAlerts) },
    ],
    labels: labelLines(message.labels),
    reason: oneLine(message.reason) || null,
    links: [...linkOf('Open the incident', message.url), ...message.links.flatMap(cleanLink)],
    actionLinks: message.actions.flatMap(({ label, url }) => linkOf(label, url)),
  };
}

/** For a message that is brought up to date: the headline says how things are, not what just happened. */
export function currentLines(message: IncidentMessage): MessageLines {
  const { status } = message;
  const headline = status === 'open' ? HEADLINES.created : HEADLINES[status];
  return { ...messageLines(message), headline };
}

export function bundleLines(message: BundleMessage): BundleLines {
  return {
    headline: oneLine(message.headline),
    lines: message.lines.map(
      (line) =>
        `${SEVERITY_MARKS[line.severity]} ${line.severity}, ${bundledKind(line)}: ${titleOf(line)}`,
    ),
    more: message.more > 0 ? `… and ${message.more} more` : null,
    links: linkOf('Open the list of incidents', message.url),
  };
}

/** What only a newer Klaxon announces, it names itself. */
function bundledKind({ kind }: BundleMessage['lines'][number]): string {
  return isAnnouncementKind(kind) ? BUNDLED[kind] : kind;
}

function titleOf({ number, title }: Pick<IncidentMessage, 'number' | 'title'>): string {
  return `#${number} ${oneLine(title)}`.trim();
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

function cleanLink({ label, url }: MessageLink): readonly MessageLink[] {
  return linkOf(fitText(oneLine(label), 60), url);
}

/** An address that is too long to show is left out: half of one leads nowhere. */
function linkOf(label: string, url: string | null): readonly MessageLink[] {
  const link = url === null ? null : URL.parse(url);
  if (link === null || !['http:', 'https:'].includes(link.protocol)) return [];
  // A "|" would end the address in Slack's link markup.
  const href = link.href.replaceAll('|', '%7C');
  return label === '' || href.length > LONGEST_URL ? [] : [{ label, url: href }];
}

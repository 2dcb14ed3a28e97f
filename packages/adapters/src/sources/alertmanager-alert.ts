import {
  computeFingerprint,
  emptyLabels,
  type IncomingAlert,
  type Instant,
  type Labels,
  makeLabels,
  severityFromLabel,
  storableText,
} from '@klaxon/domain';
import { fitTexts } from './fit-texts.ts';
import { ANNOTATION_BOUNDS, LABEL_BOUNDS, URL_BOUND } from './report-bounds.ts';

export type ParsedAlert =
  | { readonly alert: IncomingAlert }
  /** `path` is relative to the alert, for example `.startsAt`; empty for the alert itself. */
  | { readonly path: string; readonly reason: string };

/** A fingerprint that is longer than its column, or empty, says no more than the labels it stands for. */
const FINGERPRINT_LIMIT = 255;

/** The annotation by which an alert says that it was longer than it is kept. */
const SHORTENED = 'klaxon_shortened';

/** Reads one alert of a payload; what is missing is completed, what is unreadable is refused with its place. */
export function parseAlert(entry: unknown): ParsedAlert {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return refuse('', 'must be an object');
  const field = (name: string): unknown => Reflect.get(entry, name);

  const status = field('status');
  if (status !== 'firing' && status !== 'resolved')
    return refuse('.status', 'must be "firing" or "resolved"');
  const labels = parseLabels(field('labels'), '.labels');
  if ('reason' in labels) return labels;
  if (Object.keys(labels.labels).length === 0)
    return refuse('.labels', 'must have at least one label');
  const annotations = parseLabels(field('annotations') ?? {}, '.annotations');
  if ('reason' in annotations) return annotations;
  const startsAt = parseTime(field('startsAt'));
  if (startsAt === null) return refuse('.startsAt', 'must be an RFC 3339 time');
  const endsAt = parseEnd(field('endsAt'));
  if (endsAt === undefined) return refuse('.endsAt', 'must be an RFC 3339 time');

  const url = parseUrl(field('generatorURL'));
  const fitted = {
    labels: fitTexts(labels.labels, 'labels', LABEL_BOUNDS),
    annotations: fitTexts(annotations.labels, 'annotations', ANNOTATION_BOUNDS),
  };
  const notes = [...fitted.labels.notes, ...fitted.annotations.notes, ...url.notes];
  return {
    alert: {
      fingerprint: fingerprint(field('fingerprint'), labels.labels),
      status,
      startsAt,
      endsAt: status === 'resolved' && endsAt !== null ? Math.max(startsAt, endsAt) : null,
      severity: severityFromLabel(labels.labels['severity']),
      labels: fitted.labels.texts,
      annotations:
        notes.length === 0
          ? fitted.annotations.texts
          : makeLabels([
              ...Object.entries(fitted.annotations.texts),
              [SHORTENED, `Longer than Klaxon keeps: ${notes.join('; ')}.`],
            ]),
      generatorUrl: url.url,
    },
  };
}

function parseLabels(
  value: unknown,
  path: string,
): { readonly labels: Labels } | { path: string; reason: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(path, 'must be an object of names and texts');
  const labels = emptyLabels();
  for (const name of Object.keys(value)) {
    const text: unknown = Reflect.get(value, name);
    if (typeof text !== 'string') return refuse(`${path}.${name}`, 'must be a text');
    labels[storableText(name)] = storableText(text);
  }
  return { labels };
}

function parseUrl(value: unknown): {
  readonly url: string | null;
  readonly notes: readonly string[];
} {
  if (typeof value !== 'string' || value === '') return { url: null, notes: [] };
  if (value.length <= URL_BOUND) return { url: storableText(value), notes: [] };
  return { url: null, notes: [`generatorURL left out (${value.length} characters)`] };
}

function fingerprint(value: unknown, labels: Labels): string {
  if (typeof value !== 'string' || value === '' || value.length > FINGERPRINT_LIMIT)
    return computeFingerprint(labels);
  return storableText(value);
}

/** Null: not ended. Undefined: unreadable. */
function parseEnd(value: unknown): Instant | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  const end = parseTime(value);
  if (end === null) return undefined;
  // Go's zero time, year 1, with which Alertmanager says "not ended".
  return end === 0 ? null : end;
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** What every part of Klaxon can store and say. A time outside is odd, but no reason to lose its alert. */
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Nanoseconds are cut to milliseconds, so that one time reads the same whoever sent it. */
function parseTime(value: unknown): Instant | null {
  if (typeof value !== 'string' || !RFC_3339.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : Math.min(Math.max(time, 0), LAST);
}

function refuse(path: string, reason: string): { readonly path: string; readonly reason: string } {
  return { path, reason };
}

import { createHash } from 'node:crypto';
import { emptyLabels, type Labels, storableText } from '@klaxon/domain';
import type { TextBounds } from './report-bounds.ts';

export interface FittedTexts {
  readonly texts: Labels;
  /** What was done to make them fit, for people; empty where they did. */
  readonly notes: readonly string[];
}

/** What people and rules look at first: kept, whatever else there is too much of. */
const FIRST: ReadonlySet<string> = new Set([
  'alertname',
  'service',
  'instance',
  'severity',
  'summary',
  'description',
]);
const SHORTENED_NAMED = 5;
const NAME_SHOWN = 80;

/**
 * Shortens texts beyond their bounds. What is shortened ends with a digest of the whole, so that two that
 * differ still differ; of too many the first by name are kept, so that the same alert always comes out the same.
 */
export function fitTexts(texts: Labels, kind: string, bounds: TextBounds): FittedTexts {
  const names = Object.keys(texts);
  if (fits(names, texts, bounds)) return { texts, notes: [] };
  const kept = emptyLabels();
  const shortened: string[] = [];
  let room = bounds.total;
  let left = bounds.entries;
  for (const name of inOrder(names)) {
    const text = texts[name] ?? '';
    const key = shorten(name, Math.min(bounds.name, room));
    const value = shorten(text, Math.min(bounds.text, room - key.length));
    if (left === 0) break;
    if (key === '' || key.length + value.length > room) continue;
    if (key !== name || value !== text)
      shortened.push(`${key.slice(0, NAME_SHOWN)} (${text.length} characters)`);
    kept[key] = value;
    room -= key.length + value.length;
    left -= 1;
  }
  const count = Object.keys(kept).length;
  const more = shortened.length - SHORTENED_NAMED;
  return {
    texts: kept,
    notes: [
      ...(shortened.length === 0
        ? []
        : [
            `${kind} shortened: ${shortened.slice(0, SHORTENED_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
          ]),
      ...(count === names.length
        ? []
        : [`${names.length - count} of ${names.length} ${kind} left out`]),
    ],
  };
}

function fits(names: readonly string[], texts: Labels, bounds: TextBounds): boolean {
  if (names.length > bounds.entries) return false;
  let total = 0;
  for (const name of names) {
    const { length } = texts[name] ?? '';
    if (name.length > bounds.name || length > bounds.text) return false;
    total += name.length + length;
  }
  return total <= bounds.total;
}

function inOrder(names: readonly string[]): readonly string[] {
  const sorted = names.toSorted();
  return [
    ...sorted.filter((name) => FIRST.has(name)),
    ...sorted.filter((name) => !FIRST.has(name)),
  ];
}

/** Empty where not even the note of it fits. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const note = `… [${text.length} characters, SHA-256 ${digest}]`;
  return limit < note.length ? '' : `${storableText(text.slice(0, limit - note.length))}${note}`;
}

const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
/** Control characters, and the marks that reverse the direction of the text after them. */
const UNREADABLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** More than any channel shows. */
const LONGEST = 100_000;

/** Text from outside as a reader may see it: no control characters, no direction marks, no lone surrogates. */
export function manyLines(text: string): string {
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replaceAll('\t', ' ')
    .replace(UNREADABLE, '')
    .trim();
}

/** The same on a single line: a title must not look like several fields. */
export function oneLine(text: string): string {
  return manyLines(text).replaceAll('\n', ' ');
}

/**
 * Escapes `text` for a channel and cuts it to at most `limit` UTF-16 units **as escaped**, so that a cut
 * never splits an entity, nor a character a reader sees; "…" marks the cut. `encode` must work character
 * by character and never shorten.
 */
export function fitText(
  text: string,
  limit: number,
  encode: (text: string) => string = (plain) => plain,
): string {
  const whole = text.length <= limit ? encode(text) : null;
  if (whole !== null && whole.length <= limit) return whole;
  let kept = '';
  for (const { segment } of segmenter.segment(text.slice(0, limit + 1))) {
    const escaped = encode(segment);
    if (kept.length + escaped.length > limit - 1) break;
    kept += escaped;
  }
  return `${kept}…`;
}

/** Joins as many of the finished lines as fit in `limit` UTF-16 units and says how many do not. */
export function fitLines(lines: readonly string[], limit: number): string {
  const all = lines.join('\n');
  if (all.length <= limit) return all;
  const room = limit - `\n… and ${lines.length} more`.length;
  let kept = '';
  let count = 0;
  for (const line of lines) {
    const next = count === 0 ? line : `${kept}\n${line}`;
    if (next.length > room) break;
    kept = next;
    count += 1;
  }
  const more = `… and ${lines.length - count} more`;
  return count === 0 ? more : `${kept}\n${more}`;
}

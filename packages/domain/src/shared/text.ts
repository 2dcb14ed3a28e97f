const LONE_SURROGATE_OR_NUL =
  /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Makes any JavaScript string storable: PostgreSQL refuses U+0000 and lone surrogates. Each becomes
 * U+FFFD, so that a hostile label is kept, visibly mended, instead of failing its whole payload.
 */
export function storableText(text: string): string {
  return text.isWellFormed() && !text.includes('\0')
    ? text
    : text.replace(LONE_SURROGATE_OR_NUL, '\ufffd');
}

/** Cuts to at most `limit` code points without splitting a character a reader sees; "…" marks the cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  let count = 0;
  let end = '';
  for (const { segment } of segmenter.segment(text)) {
    count += codePoints(segment);
    if (count > limit) return `${end}…`;
    kept += segment;
    if (count <= limit - 1) end = kept;
  }
  return kept;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

import { type Labels, makeLabels, storableText } from '@klaxon/domain';

/**
 * What a list shows of one text, or of one set of names and texts, in characters. What is usual is shorter; what
 * is not must not make the list megabytes long. The answer for a single one has the whole.
 */
const EXCERPT = 8_192;

export function excerpt(text: string): string {
  return cut(text, EXCERPT);
}

/** The short ones first, so that a long one crowds out none of them; in the order they came in. */
export function excerptOf(labels: Labels): Labels {
  let room = EXCERPT;
  const parts = new Map<string, string>();
  const size = ([name, text]: readonly [string, string]) => name.length + text.length;
  for (const [name, text] of Object.entries(labels).sort((a, b) => size(a) - size(b))) {
    room -= name.length;
    if (room <= 0) break;
    const part = cut(text, room);
    parts.set(name, part);
    room -= part.length;
  }
  const shown = Object.keys(labels).flatMap((name): [string, string][] => {
    const part = parts.get(name);
    return part === undefined ? [] : [[name, part]];
  });
  return makeLabels(shown);
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${storableText(text.slice(0, limit - 1))}…`;
}

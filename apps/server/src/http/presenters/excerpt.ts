import { type Labels, makeLabels, storableText } from '@klaxon/domain';

/**
 * What a list shows of one text, or of one set of names and texts, in characters. What is usual is shorter; what
 * is not must not make the list megabytes long. The answer for a single one has the whole.
 */
const EXCERPT = 8_192;

export function excerpt(text: string): string {
  return cut(text, EXCERPT);
}

export function excerptOf(labels: Labels): Labels {
  let room = EXCERPT;
  const shown: [string, string][] = [];
  for (const [name, text] of Object.entries(labels)) {
    room -= name.length;
    if (room <= 0) break;
    const part = cut(text, room);
    shown.push([name, part]);
    room -= part.length;
  }
  return makeLabels(shown);
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${storableText(text.slice(0, limit - 1))}…`;
}

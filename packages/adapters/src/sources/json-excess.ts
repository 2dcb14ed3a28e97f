import { COMMA, closes, endOfString, opens, QUOTE } from './json-bytes.ts';
import { DEPTH_BOUND, VALUES_BOUND } from './report-bounds.ts';

/**
 * What a JSON text has too much of to be parsed; null where it has not. Parsing takes up to a hundred
 * bytes for one of the text, and of what is nested it takes memory that no limit of a thread holds.
 */
export function jsonExcess(text: Uint8Array): string | null {
  let values = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === QUOTE) at = endOfString(text, at) - 1;
    else if (byte === COMMA) values += 1;
    else if (opens(byte)) {
      values += 1;
      depth += 1;
    } else if (closes(byte)) depth -= 1;
    if (depth > DEPTH_BOUND) return `is nested more than ${DEPTH_BOUND} levels deep`;
    if (values > VALUES_BOUND) return `holds more than ${VALUES_BOUND} values`;
  }
  return null;
}

import { DEPTH_BOUND, VALUES_BOUND } from './report-bounds.ts';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACKET, OPEN_BRACE] = [0x5b, 0x7b];
const [CLOSE_BRACKET, CLOSE_BRACE] = [0x5d, 0x7d];

/**
 * What a JSON text has too much of to be parsed; null where it has not. Parsing takes up to a hundred
 * bytes for one of the text, and of what is nested it takes memory that no limit of a thread holds.
 */
export function jsonExcess(text: Uint8Array): string | null {
  let values = 1;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === COMMA) values += 1;
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      values += 1;
      depth += 1;
      if (depth > DEPTH_BOUND) return `is nested more than ${DEPTH_BOUND} levels deep`;
    } else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) depth -= 1;
    if (values > VALUES_BOUND) return `holds more than ${VALUES_BOUND} values`;
  }
  return null;
}

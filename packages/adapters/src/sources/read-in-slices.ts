import { setImmediate } from 'node:timers/promises';
import { parseJson, payloadReader, type ReadPayload } from './alertmanager-payload.ts';
import {
  afterSpace,
  COLON,
  COMMA,
  closes,
  endOfString,
  OPEN_BRACKET,
  opens,
  QUOTE,
} from './json-bytes.ts';

/** In bytes: about 180 alerts, which are read in a few milliseconds. */
const SLICE = 128 * 1024;
/** A slice is longer where one alert is. */
const LONGEST = 2 * SLICE;
const ALERTS = Buffer.from('"alerts"');

/**
 * Reads a large payload some alerts at a time, so that others are served in between. Only finds where
 * alerts end: whether they are JSON is for the parser to say. Null for what is not as Alertmanager writes
 * it, which may still be a payload.
 */
export async function readInSlices(body: Buffer): Promise<ReadPayload | null> {
  const start = startOfAlerts(body);
  if (start === null) return null;
  const reader = payloadReader();
  for (let from = start; ; ) {
    const end = endOfSlice(body, from);
    if (end === null) return null;
    const entries = parseJson(`[${body.toString('utf8', from, end)}]`);
    const isEmpty = from !== start && afterSpace(body, from) >= end;
    if (!Array.isArray(entries) || isEmpty) return null;
    reader.take(entries);
    if (body[end] !== COMMA) return readRest(reader, body, start, end);
    from = end + 1;
    await setImmediate();
  }
}

/** What stands around the alerts. */
function readRest(
  reader: ReturnType<typeof payloadReader>,
  body: Buffer,
  start: number,
  end: number,
): ReadPayload | null {
  if (start + body.length - end > LONGEST) return null;
  const payload = parseJson(body.toString('utf8', 0, start) + body.toString('utf8', end));
  return payload === undefined ? null : reader.end(payload);
}

/** Where the first alert may begin. */
function startOfAlerts(body: Buffer): number | null {
  let depth = 0;
  const most = Math.min(body.length, LONGEST);
  for (let at = 0; at < most; at += 1) {
    const byte = body[at];
    if (byte === QUOTE) {
      const end = endOfString(body, at);
      const colon = afterSpace(body, end);
      const value = afterSpace(body, colon + 1);
      const isList = body[colon] === COLON && body[value] === OPEN_BRACKET;
      if (depth === 1 && isList && ALERTS.equals(body.subarray(at, end))) return value + 1;
      at = end - 1;
    } else if (opens(byte)) depth += 1;
    else if (closes(byte)) depth -= 1;
  }
  return null;
}

/** The comma after a slice's last alert, or the bracket that closes the list. */
function endOfSlice(body: Buffer, from: number): number | null {
  const most = Math.min(body.length, from + LONGEST);
  let depth = 0;
  for (let at = from; at < most; at += 1) {
    const byte = body[at];
    if (byte === QUOTE) at = endOfString(body, at) - 1;
    else if (opens(byte)) depth += 1;
    else if (closes(byte)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (byte === COMMA && depth === 0 && at - from >= SLICE) return at;
  }
  return null;
}

import { type MessagePort, parentPort } from 'node:worker_threads';
import type { IncomingAlert } from '@klaxon/domain';
import { RAW_LIMIT, type ReadPayload, readPayload, refused } from './alertmanager-payload.ts';
import { jsonExcess } from './json-excess.ts';

/*
 * Reads payloads that cannot be read in slices, one at a time, so that the thread which serves everybody
 * never stands still for one of them. What was read goes back in parts, because taking it in there takes
 * time as well.
 */

export interface ReadingTask {
  readonly body: Uint8Array;
  /** Where the alerts go, a part a message. All of them are there before the rest is answered. */
  readonly parts: MessagePort;
}

/** A message loses what makes labels free of inherited names, so they travel as lists. */
export type SentAlert = Omit<IncomingAlert, 'labels' | 'annotations'> & {
  readonly labels: readonly (readonly [string, string])[];
  readonly annotations: readonly (readonly [string, string])[];
};

const ALERTS_A_PART = 250;

parentPort?.on('message', ({ body, parts }: ReadingTask) => {
  const { report, ...rest } = read(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  const { alerts } = report;
  for (let start = 0; start < alerts.length; start += ALERTS_A_PART)
    parts.postMessage(alerts.slice(start, start + ALERTS_A_PART).map(sent));
  parentPort?.postMessage({ ...rest, report: { ...report, alerts: [] } });
});

function read(body: Buffer): ReadPayload {
  const excess = jsonExcess(body);
  if (excess === null) return readPayload(body.toString());
  return refused(body.toString('utf8', 0, RAW_LIMIT), { path: 'body', message: excess });
}

function sent(alert: IncomingAlert): SentAlert {
  return {
    ...alert,
    labels: Object.entries(alert.labels),
    annotations: Object.entries(alert.annotations),
  };
}

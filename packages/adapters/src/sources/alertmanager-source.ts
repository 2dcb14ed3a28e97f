import type { AlertSource, ParsedReport } from '@klaxon/application';
import { ALERTMANAGER, invalid } from '@klaxon/domain';
import { type ReadPayload, readPayload } from './alertmanager-payload.ts';
import { readInSlices } from './read-in-slices.ts';
import { threadReader } from './read-in-thread.ts';

/**
 * In bytes. What is smaller is read at once, whatever it holds: a thousand alerts in some milliseconds, the most
 * labels that fit in a fifth of a second.
 */
const LARGE = 768 * 1024;

/** Payloads of Alertmanager. Starts a thread when one comes that would hold everybody else up. */
export function alertmanagerSource(): AlertSource {
  const readInThread = threadReader();
  return {
    name: ALERTMANAGER,
    async parse(body) {
      if (body.length < LARGE) return parsed(readPayload(body.toString()));
      return parsed((await readInSlices(body)) ?? (await readInThread(body)));
    },
  };
}

function parsed({ refusal, ...read }: ReadPayload): ParsedReport {
  return { ...read, refusal: refusal && invalid(refusal.path, refusal.message) };
}

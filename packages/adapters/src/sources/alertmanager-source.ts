import type { AlertSource, ParsedReport } from '@klaxon/application';
import { invalid } from '@klaxon/domain';
import { type ReadPayload, readPayload } from './alertmanager-payload.ts';
import { largePayloads } from './large-payloads.ts';

/** In bytes. A thousand alerts are smaller, and read at once they are there sooner. */
const LARGE = 1024 * 1024;

/** Payloads of Alertmanager: small ones are read at once, large ones in a thread that this starts when it must. */
export function alertmanagerSource(): AlertSource {
  const readLarge = largePayloads();
  return {
    name: 'alertmanager',
    async parse(body) {
      return parsed(body.length < LARGE ? readPayload(body.toString()) : await readLarge(body));
    },
  };
}

function parsed({ refusal, ...read }: ReadPayload): ParsedReport {
  return { ...read, refusal: refusal && invalid(refusal.path, refusal.message) };
}

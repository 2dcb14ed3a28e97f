import type { DomainError } from '@klaxon/domain';
import type { IngestInput } from '../use-cases/alerts/ingest-alerts.ts';

/** A body, read. Of an unreadable one: no alert, and the body among the rejected. */
export interface ParsedReport extends IngestInput {
  /** How many alerts could not be read: of many, only the first are kept. */
  readonly rejectedAlerts: number;
  /** Set when the body as a whole was not what the source sends; the sender hears of it once it is kept. */
  readonly refusal: DomainError | null;
}

/** Turns a monitoring system's own payload into alerts. */
export interface AlertSource {
  /** As in `AlertIdentity`. */
  readonly name: string;
  /** Never throws: whatever arrives is taken in or kept among the rejected. Takes the body away from its caller. */
  parse(body: Buffer<ArrayBuffer>): Promise<ParsedReport>;
}

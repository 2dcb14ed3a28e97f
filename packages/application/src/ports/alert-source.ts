import type { DomainError } from '@klaxon/domain';
import type { IngestReport } from '../use-cases/alerts/ingest-alerts.ts';

export interface ParsedReport {
  /** What to take in. Of an unreadable body: no alert, and the body among the rejected. */
  readonly report: IngestReport;
  /** How many alerts could not be taken in: of many, the report keeps only the first. */
  readonly rejectedAlerts: number;
  /** Set when the body as a whole was not what the source sends; the sender is told after it was kept. */
  readonly refusal: DomainError | null;
}

/** Turns a monitoring system's own payload into alerts. */
export interface AlertSource {
  readonly name: string;
  /** Never throws: whatever arrives is taken in or kept among the rejected. Takes the body away from its caller. */
  parse(body: Buffer<ArrayBuffer>): Promise<ParsedReport>;
}

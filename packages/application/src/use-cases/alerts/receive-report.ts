import { type Principal, throughIntegration } from '@klaxon/domain';
import type { AlertSource } from '../../ports/alert-source.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IngestAlerts } from './ingest-alerts.ts';
import { makeKeepRefusedAlerts } from './keep-refused-alerts.ts';

export interface ReceiveReportInput {
  readonly source: AlertSource;
  /** Taken away from the caller. */
  readonly body: Buffer<ArrayBuffer>;
  readonly principal: Principal;
}

/** What became of a report's alerts. */
export interface ReceivedReport {
  readonly accepted: number;
  /** Kept among the rejected. */
  readonly rejected: number;
}

export interface RefusedReport {
  readonly source: AlertSource;
  /** Who sent it, as far as that is known. */
  readonly address: string;
  /** Why they may not. */
  readonly reason: string;
}

export interface ReceiveReport {
  /**
   * Takes in a body of a source, with what the integration adds that it came through. Done when it is
   * stored, whatever could not be read among the rejected.
   *
   * @throws DomainError `invalid` for a body that is not what the source sends, once that is kept;
   *   `unavailable` when it could not be stored and should be sent again
   */
  receive(input: ReceiveReportInput): Promise<ReceivedReport>;
  /** Keeps word of a body that was too large to be read. */
  tooLarge(source: AlertSource, limit: number): Promise<void>;
  /** Keeps word of a sender who may not send. */
  refused(report: RefusedReport): Promise<void>;
}

/** How reports come in, the same for every source. */
export function makeReceiveReport(ingestAlerts: IngestAlerts, clock: Clock): ReceiveReport {
  const keepRefused = makeKeepRefusedAlerts(ingestAlerts, clock);
  return {
    async receive({ source, body, principal }) {
      const { report, rejected, rejectedAlerts, refusal } = await source.parse(body);
      const isIntegration = principal.kind === 'integration';
      await ingestAlerts({
        report: isIntegration ? throughIntegration(report, principal) : report,
        rejected,
      });
      if (refusal) throw refusal;
      return { accepted: report.alerts.length, rejected: rejectedAlerts };
    },

    tooLarge({ name }, limit) {
      const actor = { kind: 'integration', id: name } as const;
      const reason = `The notification was larger than the ${limit} bytes that are taken. Set max_alerts in Alertmanager.`;
      return ingestAlerts({
        report: { source: name, actor, sourceGroup: null, status: 'firing', alerts: [] },
        rejected: [{ source: name, path: '', reason, raw: '' }],
      });
    },

    refused: ({ source, address, reason }) => keepRefused({ source: source.name, address, reason }),
  };
}

import type { Delivery, RejectedAlert } from '@klaxon/domain';
import { SECOND } from '@klaxon/domain';
import type { IngestStore } from '../../ports/ingest-store.ts';
import { combine } from '../../shared/combine.ts';
import { type PlanningTools, planAndSave } from './plan-and-save.ts';

/** A source's report, parsed: what can be taken in, and what could not be read. */
export interface IngestReport {
  readonly delivery: Delivery;
  readonly rejected: readonly Omit<RejectedAlert, 'id' | 'receivedAt'>[];
}

export type IngestAlerts = (report: IngestReport) => Promise<void>;

/**
 * Takes in what a source reports; done when it is committed. Reports that arrive during a
 * transaction go together in the next one.
 *
 * @throws DomainError `unavailable` when the report could not be stored and should be sent again
 */
export function makeIngestAlerts(store: IngestStore, tools: PlanningTools): IngestAlerts {
  const { clock, ids } = tools;
  const save = combine<IngestReport, 'saved'>(
    async (reports) => {
      const receivedAt = clock.now();
      const deliveries = reports.map((report) => report.delivery);
      const rejected = reports.flatMap((report) => report.rejected);
      await store.run((tx) =>
        planAndSave(
          tx,
          deliveries,
          rejected.map((alert) => ({ ...alert, id: ids.next(), receivedAt })),
          tools,
        ),
      );
      return reports.map(() => 'saved');
    },
    {
      weigh: ({ delivery, rejected }) => 1 + delivery.alerts.length + rejected.length,
      runWeight: 20_000,
      waitingWeight: 200_000,
      // A pair of Alertmanagers sends everything twice when an answer takes longer than 15 s.
      patience: 6 * SECOND,
    },
  );
  return async (report) => {
    await save(report);
  };
}

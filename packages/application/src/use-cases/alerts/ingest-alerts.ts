import type { AlertReport, RejectedAlert } from '@klaxon/domain';
import { SECOND } from '@klaxon/domain';
import type { IngestStore } from '../../ports/ingest-store.ts';
import { combine } from '../../shared/combine.ts';
import { type PlanningTools, planAndSave } from './plan-and-save.ts';

/** A source's report, parsed: what can be taken in, and what could not be read. */
export interface IngestInput {
  readonly report: AlertReport;
  readonly rejected: readonly Omit<RejectedAlert, 'id' | 'receivedAt'>[];
}

export type IngestAlerts = (input: IngestInput) => Promise<void>;

/**
 * Takes in what a source reports; done when it is committed. Reports that arrive during a
 * transaction go together in the next one.
 *
 * @throws DomainError `unavailable` when the report could not be stored and should be sent again
 */
export function makeIngestAlerts(store: IngestStore, tools: PlanningTools): IngestAlerts {
  const { clock, ids } = tools;
  const save = combine<IngestInput, 'saved'>(
    async (inputs) => {
      const receivedAt = clock.now();
      const rejected = inputs.flatMap((input) => input.rejected);
      await store.run((tx) =>
        planAndSave(
          tx,
          inputs.map(({ report }) => report),
          rejected.map((alert) => ({ ...alert, id: ids.next(), receivedAt })),
          tools,
        ),
      );
      return inputs.map(() => 'saved');
    },
    {
      weigh: ({ report, rejected }) => 1 + report.alerts.length + rejected.length,
      runWeight: 20_000,
      waitingWeight: 200_000,
      // A pair of Alertmanagers sends everything twice when an answer takes longer than 15 s.
      patience: 6 * SECOND,
    },
  );
  return async (input) => {
    await save(input);
  };
}

import { type AlertReport, type IncomingAlert, SYSTEM } from '@klaxon/domain';
import type { IngestStore, RecheckedAlert } from '../../ports/ingest-store.ts';
import { type PlanningTools, planAndSave } from './plan-and-save.ts';

/**
 * Looks again at alerts that time alone decides: firings that waited long enough to be confirmed, and
 * alerts that go on firing after the quiet that a person's resolution gave them.
 */
export function makeSettleAlerts(store: IngestStore, tools: PlanningTools): () => Promise<void> {
  const { clock, policy } = tools;
  return async () => {
    const now = clock.now();
    await store.run(async (tx) => {
      const unconfirmed = await tx.unconfirmedSince(now - policy.confirmAfter);
      const despite = await tx.firingDespiteResolution(now - policy.reopenAfter);
      const reports = [...Map.groupBy([...unconfirmed, ...despite], ({ source }) => source)].map(
        ([source, alerts]) => lookedAtAgain(source, 'firing', alerts.map(stillFiring)),
      );
      if (reports.length > 0) await planAndSave(tx, reports, [], tools);
    });
  };
}

export function stillFiring(alert: RecheckedAlert): IncomingAlert {
  return { ...alert, status: 'firing', endsAt: null };
}

/** A report by Klaxon itself. */
export function lookedAtAgain(
  source: string,
  status: AlertReport['status'],
  alerts: readonly IncomingAlert[],
  cause?: string,
): AlertReport {
  return {
    source,
    actor: SYSTEM,
    sourceGroup: null,
    status,
    alerts,
    ...(cause === undefined ? {} : { cause }),
  };
}

import { type Delivery, type IncomingAlert, SYSTEM } from '@klaxon/domain';
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
      const alerts = [...unconfirmed, ...despite].map(stillFiring);
      if (alerts.length > 0) await planAndSave(tx, [reportedBySystem('firing', alerts)], [], tools);
    });
  };
}

export function stillFiring(alert: RecheckedAlert): IncomingAlert {
  return { ...alert, status: 'firing', endsAt: null };
}

export function reportedBySystem(
  status: Delivery['status'],
  alerts: readonly IncomingAlert[],
  cause?: string,
): Delivery {
  return {
    actor: SYSTEM,
    sourceGroup: null,
    status,
    alerts,
    ...(cause === undefined ? {} : { cause }),
  };
}

import { ALERTMANAGER, asNamedBySource, MINUTE, notBefore } from '@klaxon/domain';
import type { AlertmanagerClient } from '../../ports/alertmanager.ts';
import type { IngestStore } from '../../ports/ingest-store.ts';
import { type PlanningTools, planAndSave } from './plan-and-save.ts';
import { lookedAtAgain, stillFiring } from './settle-alerts.ts';

/** An Alertmanager keeps alerts in memory only: after a start it waits for Prometheus to send them again. */
const WARMED_UP_AFTER = 5 * MINUTE;
const CAUSE = 'No Alertmanager knows this alert any more.';

/**
 * Resolves what ended unannounced (an alert that resolves while silenced is never sent) and notes what
 * still fires, among the alerts that came from an Alertmanager.
 *
 * @throws DomainError `unavailable` when an Alertmanager cannot be asked; nothing is changed then
 */
export function makeReconcileAlerts(
  store: IngestStore,
  alertmanagers: AlertmanagerClient,
  tools: PlanningTools,
): () => Promise<void> {
  return async () => {
    const asked = tools.clock.now();
    const views = await alertmanagers.views();
    const warm =
      views.length > 0 && views.every((view) => view.startedAt <= asked - WARMED_UP_AFTER);
    await store.run(async (tx) => {
      const unheard = await tx.firingUnheard(ALERTMANAGER, asked - tools.policy.touchEvery);
      const active = unheard.filter((alert) =>
        views.some((view) => view.active.has(asNamedBySource(alert.fingerprint))),
      );
      const gone = warm
        ? unheard.filter(
            (alert) =>
              !views.some((view) => view.fingerprints.has(asNamedBySource(alert.fingerprint))),
          )
        : [];
      if (active.length + gone.length === 0) return;
      const ended = gone.map((alert) => ({
        ...alert,
        status: 'resolved' as const,
        endsAt: notBefore(alert.startsAt, asked),
      }));
      await planAndSave(
        tx,
        [
          lookedAtAgain(ALERTMANAGER, 'firing', active.map(stillFiring)),
          lookedAtAgain(ALERTMANAGER, 'resolved', ended, CAUSE),
        ],
        [],
        tools,
      );
    });
  };
}

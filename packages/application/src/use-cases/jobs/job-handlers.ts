import {
  type IngestPolicy,
  MINUTE,
  type Milliseconds,
  SECOND,
  type SessionPolicy,
} from '@klaxon/domain';
import type { AlertmanagerClient } from '../../ports/alertmanager.ts';
import type { IngestStore } from '../../ports/ingest-store.ts';
import type { JobHandlers, JobName } from '../../ports/jobs.ts';
import type { MetricsRollup } from '../../ports/metrics-rollup.ts';
import { makePruneRejectedAlerts } from '../alerts/prune-rejected-alerts.ts';
import { makeReconcileAlerts } from '../alerts/reconcile-alerts.ts';
import { makeSettleAlerts } from '../alerts/settle-alerts.ts';
import { makeMarkStaleIncidents } from '../incidents/mark-stale-incidents.ts';
import { makeWakeIncidents } from '../incidents/wake-incidents.ts';
import { makeAnnounceEvents } from '../notifications/announce-events.ts';
import type { NotificationDeps } from '../notifications/notification-deps.ts';
import { makePruneSessions } from '../sign-in/prune-sessions.ts';

export interface JobDeps extends NotificationDeps {
  readonly store: IngestStore;
  readonly ingest: IngestPolicy;
  readonly sessions: SessionPolicy;
  readonly staleAfter: Milliseconds;
  readonly metricsRollup: MetricsRollup;
  /** Null where ALERTMANAGER_URL is not set: then silence is marked as stale, not taken as resolved. */
  readonly alertmanagers: AlertmanagerClient | null;
}

/** One use case for each job. */
export function jobHandlers(deps: JobDeps): JobHandlers {
  const { store, alertmanagers, metricsRollup, staleAfter } = deps;
  const planning = { ...deps, policy: deps.ingest };
  const announceEvents = makeAnnounceEvents(deps);
  return {
    announce_events: ({ eventIds }) => announceEvents(eventIds),
    settle_alerts: makeSettleAlerts(store, planning),
    wake_incidents: makeWakeIncidents(deps),
    reconcile_alerts: alertmanagers
      ? makeReconcileAlerts(store, alertmanagers, planning)
      : async () => {},
    mark_stale_incidents: makeMarkStaleIncidents(deps, staleAfter),
    compact_metrics: () => metricsRollup.compact(),
    prune_sessions: makePruneSessions({ ...deps, policy: deps.sessions }),
    prune_rejected_alerts: makePruneRejectedAlerts(deps),
  };
}

/** Jobs that look at the rows again and again, and how long after their last run. */
export function jobPeriods({
  alertmanagers,
}: Pick<JobDeps, 'alertmanagers'>): Partial<Record<JobName, Milliseconds>> {
  return {
    settle_alerts: MINUTE,
    wake_incidents: 10 * SECOND,
    compact_metrics: MINUTE,
    prune_sessions: MINUTE,
    prune_rejected_alerts: MINUTE,
    [alertmanagers ? 'reconcile_alerts' : 'mark_stale_incidents']: MINUTE,
  };
}

import {
  type AlertmanagerClient,
  type IncidentTools,
  type IngestStore,
  type JobHandlers,
  type JobName,
  type MetricsRollup,
  makeAnnounceEvents,
  makeMarkStaleIncidents,
  makePruneRejectedAlerts,
  makePruneSessions,
  makeReconcileAlerts,
  makeSettleAlerts,
  makeWakeIncidents,
  type NotificationTools,
  type PlanningTools,
} from '@klaxon/application';
import { MINUTE, type Milliseconds, SECOND, type SessionPolicy } from '@klaxon/domain';

/** What the jobs need, filled by composition/. */
export interface WorkerParts {
  readonly store: IngestStore;
  readonly planning: PlanningTools;
  readonly tools: IncidentTools;
  readonly notification: NotificationTools;
  readonly metricsRollup: MetricsRollup;
  /** Null where ALERTMANAGER_URL is not set: then silence is marked as stale, not taken as resolved. */
  readonly alertmanagers: AlertmanagerClient | null;
  readonly staleAfter: Milliseconds;
  readonly sessions: SessionPolicy;
}

/** One use case for each job. */
export function jobHandlers(parts: WorkerParts): JobHandlers {
  const { store, planning, tools, notification, metricsRollup, alertmanagers, staleAfter } = parts;
  const announceEvents = makeAnnounceEvents(notification);
  return {
    announce_events: ({ eventIds }) => announceEvents(eventIds),
    settle_alerts: makeSettleAlerts(store, planning),
    wake_incidents: makeWakeIncidents(tools),
    reconcile_alerts: alertmanagers
      ? makeReconcileAlerts(store, alertmanagers, planning)
      : async () => {},
    mark_stale_incidents: makeMarkStaleIncidents(tools, staleAfter),
    compact_metrics: () => metricsRollup.compact(),
    prune_sessions: makePruneSessions({ ...tools, policy: parts.sessions }),
    prune_rejected_alerts: makePruneRejectedAlerts(tools),
  };
}

/** Jobs that look at the rows again and again, and how long after their last run. */
export function periods({
  alertmanagers,
}: Pick<WorkerParts, 'alertmanagers'>): Partial<Record<JobName, Milliseconds>> {
  return {
    settle_alerts: MINUTE,
    wake_incidents: 10 * SECOND,
    compact_metrics: MINUTE,
    prune_sessions: MINUTE,
    prune_rejected_alerts: MINUTE,
    [alertmanagers ? 'reconcile_alerts' : 'mark_stale_incidents']: MINUTE,
  };
}

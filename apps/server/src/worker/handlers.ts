import {
  type AlertmanagerClient,
  type IncidentTools,
  type IngestStore,
  type JobHandlers,
  type JobName,
  type MetricsRollup,
  makeAnnounceEvents,
  makeAttemptDelivery,
  makeAuditDeliveries,
  makeMarkStaleIncidents,
  makePruneRejectedAlerts,
  makePruneSessions,
  makeReconcileAlerts,
  makeSettleAlerts,
  makeWakeIncidents,
  type NotificationTools,
  type PlanningTools,
} from '@klaxon/application';
import type { Milliseconds, SessionPolicy } from '@klaxon/domain';

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
  const attemptDelivery = makeAttemptDelivery(notification);
  return {
    announce_events: ({ eventIds }) => announceEvents(eventIds),
    attempt_delivery: ({ deliveryId }, jobId) => attemptDelivery(deliveryId, jobId),
    audit_deliveries: makeAuditDeliveries(tools),
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

/** The rows are the truth and timed jobs only the alarm clock: these look at the rows once a minute. */
export function everyMinute({ alertmanagers }: WorkerParts): readonly JobName[] {
  return [
    'audit_deliveries',
    'settle_alerts',
    'wake_incidents',
    'compact_metrics',
    'prune_sessions',
    'prune_rejected_alerts',
    alertmanagers ? 'reconcile_alerts' : 'mark_stale_incidents',
  ];
}

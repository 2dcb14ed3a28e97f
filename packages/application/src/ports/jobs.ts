import type { Instant } from '@klaxon/domain';

/** Every job there is, with its payload. */
export interface JobPayloads {
  /** Tell the channels of these events. */
  readonly announce_events: { readonly eventIds: readonly string[] };
  /** Try to send one message to one channel. */
  readonly attempt_delivery: { readonly deliveryId: string };
  /** Find deliveries that are due and that nobody tries. */
  readonly audit_deliveries: Readonly<Record<string, never>>;
  /** Look again at alerts whose firing waits to be confirmed. */
  readonly settle_alerts: Readonly<Record<string, never>>;
  /** Wake incidents whose snooze is over. */
  readonly wake_incidents: Readonly<Record<string, never>>;
  /** Ask the Alertmanagers what still fires. */
  readonly reconcile_alerts: Readonly<Record<string, never>>;
  /** Mark incidents that nothing was heard of. */
  readonly mark_stale_incidents: Readonly<Record<string, never>>;
  /** Sum up what the metrics gathered since. */
  readonly compact_metrics: Readonly<Record<string, never>>;
  /** Forget sessions and one-time links that have ended. */
  readonly prune_sessions: Readonly<Record<string, never>>;
  /** Forget rejected alerts that are old or too many. */
  readonly prune_rejected_alerts: Readonly<Record<string, never>>;
}

export type JobName = keyof JobPayloads;

export type Job = {
  readonly [Name in JobName]: {
    readonly name: Name;
    readonly payload: JobPayloads[Name];
    /** Not before this time; at once where absent. */
    readonly runAt?: Instant;
    /** A job with the same key that still waits keeps its time and takes this payload; none is added. */
    readonly key?: string;
  };
}[JobName];

/**
 * What is done for each job. Payloads were written by this same code base, in the job's transaction. A
 * job whose worker was killed runs again under the same id.
 */
export type JobHandlers = {
  readonly [Name in JobName]: (payload: JobPayloads[Name], jobId: string) => Promise<void>;
};

/** The outbox: jobs become real with the transaction that adds them. */
export interface JobQueue {
  add(jobs: readonly Job[]): Promise<void>;
}

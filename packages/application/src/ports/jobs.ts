import type { Milliseconds } from '@klaxon/domain';

type Nothing = Readonly<Record<string, never>>;

/** Every job there is, with its payload. */
export interface JobPayloads {
  /** Tell the channels of these events. */
  readonly announce_events: { readonly eventIds: readonly string[] };
  /** Look again at alerts whose firing waits to be confirmed. */
  readonly settle_alerts: Nothing;
  /** Wake incidents whose snooze is over. */
  readonly wake_incidents: Nothing;
  /** Ask the Alertmanagers what still fires. */
  readonly reconcile_alerts: Nothing;
  /** Mark incidents that nothing was heard of. */
  readonly mark_stale_incidents: Nothing;
  /** Sum up what the metrics gathered since. */
  readonly compact_metrics: Nothing;
  /** Forget sessions and one-time links that have ended. */
  readonly prune_sessions: Nothing;
  /** Forget rejected alerts that are old or too many. */
  readonly prune_rejected_alerts: Nothing;
}

export type JobName = keyof JobPayloads;

export type Job = {
  readonly [Name in JobName]: {
    readonly name: Name;
    readonly payload: JobPayloads[Name];
    /** How long it waits, by the database's clock; due at once where absent. */
    readonly after?: Milliseconds;
    /** A job with the same key that still waits keeps its time and takes this payload; none is added. */
    readonly key?: string;
  };
}[JobName];

/**
 * What is done for each job. Payloads were written by this same code base, in the job's transaction. A
 * job may run again, even at the same time, when its worker was killed or seemed to be.
 */
export type JobHandlers = {
  readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void>;
};

/** The outbox: jobs become real with the transaction that adds them. */
export interface JobQueue {
  add(jobs: readonly Job[]): Promise<void>;
}

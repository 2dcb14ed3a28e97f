import {
  type Job,
  type JobHandlers,
  makeAnnounceEvents,
  makeAttemptDelivery,
  makeAuditDeliveries,
  type NotificationTools,
} from '@klaxon/application';
import type { Milliseconds } from '@klaxon/domain';
import { InMemoryChannels } from './in-memory-channels.ts';
import { makeStage, type Stage } from './stage.ts';

type NotificationJobs = Pick<
  JobHandlers,
  'announce_events' | 'attempt_delivery' | 'audit_deliveries'
>;

/** A stage whose worker tells channels of what happens on it. */
export interface NotificationStage extends Stage {
  readonly channels: InMemoryChannels;
  readonly notification: NotificationTools;
  readonly handlers: NotificationJobs;
  /** Does the jobs that are due, and those that come of them, until none is. */
  work(): Promise<void>;
  /** Lets time pass and does every job when its time comes. */
  workFor(time: Milliseconds): Promise<void>;
}

export function makeNotificationStage(
  replaced: (tools: NotificationTools) => Partial<NotificationTools> = () => ({}),
): NotificationStage {
  const stage = makeStage();
  const { database, clock } = stage;
  const channels = new InMemoryChannels();
  const tools: NotificationTools = {
    ...stage.tools,
    directory: channels,
    queries: database.incidentQueries,
    personNames: database.peopleQueries.names,
    actionsFor: () => [],
    jitter: () => 0.5,
    publicUrl: 'https://klaxon.test',
  };
  const notification = { ...tools, ...replaced(tools) };
  const handlers: NotificationJobs = {
    announce_events: ({ eventIds }) => makeAnnounceEvents(notification)(eventIds),
    attempt_delivery: ({ deliveryId }, jobId) =>
      makeAttemptDelivery(notification)(deliveryId, jobId),
    audit_deliveries: makeAuditDeliveries(notification),
  };
  let jobs = 0;

  async function work(): Promise<void> {
    for (let due = database.takeJobs(clock.now()); due.length > 0; ) {
      for (const job of due) {
        jobs += 1;
        await runJob(handlers, job, `job-${jobs}`);
      }
      due = database.takeJobs(clock.now());
    }
  }

  async function workFor(time: Milliseconds): Promise<void> {
    const end = clock.now() + time;
    await work();
    for (;;) {
      const next = Math.min(...database.jobs.map((job) => job.runAt ?? 0));
      if (next > end) break;
      clock.set(Math.max(clock.now(), next));
      await work();
    }
    clock.set(end);
  }

  return { ...stage, channels, notification, handlers, work, workFor };
}

/** Does a job that has to do with notifications; others are left undone. */
export async function runJob(handlers: NotificationJobs, job: Job, id: string): Promise<void> {
  if (job.name === 'announce_events') await handlers.announce_events(job.payload, id);
  if (job.name === 'attempt_delivery') await handlers.attempt_delivery(job.payload, id);
  if (job.name === 'audit_deliveries') await handlers.audit_deliveries(job.payload, id);
}

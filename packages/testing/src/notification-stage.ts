import {
  type AttemptDelivery,
  type DeliverDue,
  makeAnnounceEvents,
  makeAttemptDelivery,
  makeDeliverDue,
  type NotificationDeps,
} from '@klaxon/application';
import { type Milliseconds, SECOND } from '@klaxon/domain';
import { InMemoryChannels } from './in-memory-channels.ts';
import { makeStage, type Stage } from './stage.ts';

/** A stage with a worker that tells channels of what happens on it. */
export interface NotificationStage extends Stage {
  readonly channels: InMemoryChannels;
  readonly notification: NotificationDeps;
  readonly attempt: AttemptDelivery;
  readonly deliverDue: DeliverDue;
  /** Announces what is due to be announced. */
  announce(): Promise<void>;
  /** Does what is due, and what comes of it, until nothing is. */
  work(): Promise<void>;
  /** Lets time pass and does everything when its time comes. */
  workFor(time: Milliseconds): Promise<void>;
}

export function makeNotificationStage(
  replaced: (tools: NotificationDeps) => Partial<NotificationDeps> = () => ({}),
): NotificationStage {
  const stage = makeStage();
  const { database, clock } = stage;
  const channels = new InMemoryChannels();
  const tools: NotificationDeps = {
    ...stage.tools,
    directory: channels,
    queries: database.incidentQueries,
    answering: new Set(),
    personNames: database.peopleQueries.names,
    actionsFor: () => [],
    jitter: () => 0.5,
    pause: async () => {},
    publicUrl: 'https://klaxon.test',
  };
  const notification = { ...tools, ...replaced(tools) };
  const announceEvents = makeAnnounceEvents(notification);
  const attempt = makeAttemptDelivery(notification);
  const failures: unknown[] = [];
  const deliverDue = makeDeliverDue({
    due: database.dueDeliveries,
    attempt,
    clock,
    workerId: 'worker',
    freed: () => {},
    failed: (error) => failures.push(error),
  });

  async function announce(): Promise<void> {
    for (const job of database.takeJobs(clock.now()))
      if (job.name === 'announce_events') await announceEvents(job.payload.eventIds);
  }

  async function work(): Promise<void> {
    for (;;) {
      await announce();
      const { begun } = await deliverDue.pass();
      await deliverDue.idle();
      if (failures.length > 0) throw failures.splice(0)[0];
      if (begun === 0 && !database.jobs.some(({ dueAt }) => dueAt <= clock.now())) return;
    }
  }

  async function workFor(time: Milliseconds): Promise<void> {
    const end = clock.now() + time;
    await work();
    while (clock.now() < end) {
      const times = [
        ...database.jobs.map(({ dueAt }) => dueAt),
        ...database.deliveries
          .filter(({ status }) => status === 'queued')
          .map(({ nextAttemptAt }) => nextAttemptAt),
      ].filter((at) => at > clock.now());
      // A channel at rest has no time of its own to wait for.
      clock.set(Math.min(end, clock.now() + SECOND, ...times));
      await work();
    }
  }

  return { ...stage, channels, notification, attempt, deliverDue, announce, work, workFor };
}

import { setTimeout as delay } from 'node:timers/promises';
import { makeDeliverDue } from '@klaxon/application';
import { createPool } from '../database/pool.ts';
import { listenTo } from '../events/notification-listener.ts';
import { startPresence } from '../processes/presence.ts';
import { monotonicClock } from '../system/monotonic-clock.ts';
import { uuidIds } from '../system/uuid-ids.ts';
import { KEEP_PERIODIC } from './job-rows.ts';
import { makeJobRunner } from './job-runner.ts';
import { startLoop } from './loop.ts';
import { pgDueDeliveries } from './pg-due-deliveries.ts';
import type { WorkerOptions } from './worker-options.ts';

/** The rows themselves are looked at this often, whatever wakes the worker. */
const LOOK_EVERY_MS = 1_000;
const JOBS_AT_ONCE = 5;
const FINISH_WITHIN_MS = 6_000;
/** Taking and finding never wait for what is being sent. */
const CONNECTIONS = {
  maxConnections: 3,
  maxIdleConnections: 1,
  maxLifetimeSeconds: 300,
  statementTimeoutMs: 5_000,
};

/** One life of a worker, under a name of its own. */
export interface WorkerRun {
  readonly id: string;
  /** How many jobs it took and attempts it began so far. */
  taken(): { readonly jobs: number; readonly deliveries: number };
  /** Whether it leaves a channel alone on purpose. */
  holdsBack(channelId: string): boolean;
  /** Begins nothing more, gives what is in hand its time, and leaves the rest to others. */
  stop(): Promise<void>;
}

export function beginRun(options: WorkerOptions, stuckSince: () => number | null): WorkerRun {
  const { url, handlers, everyMs, attempt, clock, log } = options;
  const id = uuidIds.next();
  const taken = { jobs: 0, deliveries: 0 };
  const pool = createPool({ ...CONNECTIONS, url, onIdleError: () => {} });
  const warn = (what: string) => (error: unknown) => log('warn', `${what}: ${String(error)}`);

  const jobs = makeJobRunner({
    pool,
    handlers,
    workerId: id,
    concurrency: JOBS_AT_ONCE,
    freed: () => wakeAll(),
    failed: (error, { name }) =>
      log('warn', `the job ${name} failed and is tried again: ${String(error)}`),
  });
  const deliveries = makeDeliverDue({
    due: pgDueDeliveries(pool),
    attempt,
    clock: monotonicClock,
    workerId: id,
    freed: () => deliveryLoop.wake(),
    failed: warn('an attempt to tell a channel broke off and is made again'),
  });

  let prepared = false;
  const jobLoop = startLoop({
    failed: warn('cannot take jobs just now'),
    pass: async () => {
      if (!prepared)
        await pool.query(KEEP_PERIODIC, [Object.keys(everyMs), Object.values(everyMs)]);
      prepared = true;
      const begun = await jobs.pass();
      taken.jobs += begun;
      return begun > 0 ? 0 : LOOK_EVERY_MS;
    },
  });
  const deliveryLoop = startLoop({
    failed: warn('cannot look for messages to send just now'),
    pass: async () => {
      const { begun, againIn } = await deliveries.pass();
      taken.deliveries += begun;
      return againIn ?? (begun > 0 ? 0 : LOOK_EVERY_MS);
    },
  });
  const wakeAll = () => {
    jobLoop.wake();
    deliveryLoop.wake();
  };
  const listening = listenTo({ url, channel: 'klaxon_work', quietMs: 5, log }, wakeAll);
  const presence = startPresence({
    url,
    id,
    role: 'worker',
    clock,
    log,
    work: {
      inHand: () => ({ jobs: jobs.inHand(), deliveries: deliveries.inHand() }),
      stuckSince,
      released: wakeAll,
    },
  });

  return {
    id,
    taken: () => ({ ...taken }),
    holdsBack: (channelId) => deliveries.holdsBack(channelId),
    async stop() {
      const inTime = (work: Promise<unknown>) =>
        Promise.race([work, delay(FINISH_WITHIN_MS, undefined, { ref: false })]);
      await inTime(Promise.all([jobLoop.stop(), deliveryLoop.stop(), listening.stop()]));
      await inTime(Promise.all([jobs.idle(), deliveries.idle()]));
      await inTime(presence.stop());
      await inTime(pool.end());
    },
  };
}

import {
  makeAcknowledgeIncident,
  makeAnnounceEvents,
  makeAttemptDelivery,
  makeReopenIncident,
  makeResolveIncident,
  type SendOutcome,
} from '@klaxon/application';
import { MINUTE, SECOND } from '@klaxon/domain';
import fc from 'fast-check';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert } from '../builders/incoming-alert.ts';
import { ALICE } from '../builders/people.ts';
import type { WaitingJob } from '../in-memory/state.ts';
import { makeNotificationStage, type NotificationStage } from '../notification-stage.ts';
import type { RecordingNotifier } from '../recording-notifier.ts';
import { unlessRefused } from './world.ts';

/** Where a worker is killed, or stands still, in the middle of an attempt. */
type Mishap = 'before claim' | 'after claim' | 'after send' | 'stands still';

export type DeliveryStep =
  | { readonly kind: 'open'; readonly services: number; readonly severity: string }
  | { readonly kind: 'acknowledge' | 'resolve' | 'reopen'; readonly incident: number }
  | { readonly kind: 'wait'; readonly by: number }
  | {
      readonly kind: 'run';
      readonly count: number;
      /** Several workers work at once: which comes first is anybody's guess. */
      readonly lastFirst: boolean;
      readonly mishap: Mishap | null;
    }
  | { readonly kind: 'channel'; readonly away: SendOutcome | null }
  | { readonly kind: 'go-on' | 'release' };

const away: readonly (SendOutcome | null)[] = [
  null,
  null,
  { result: 'retry', error: 'HTTP 503', retryAfter: null },
  { result: 'retry', error: 'HTTP 429', retryAfter: 90 * SECOND },
  { result: 'failed', error: 'HTTP 404' },
];
const mishaps: readonly Mishap[] = ['before claim', 'after claim', 'after send', 'stands still'];

export const anyDeliveryStep: fc.Arbitrary<DeliveryStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('open'),
      services: fc.constantFrom(1, 1, 2, 24),
      severity: fc.constantFrom('high', 'critical'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('acknowledge', 'resolve', 'reopen'),
      // Of many at once, the twenty-first speaks for a bundle.
      incident: fc.constantFrom(0, 0, 1, 20, 21),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait'),
      by: fc.constantFrom(1, SECOND, 10 * SECOND, 41 * SECOND, 61 * SECOND),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('run'),
      count: fc.constantFrom(1, 2, 5, 50),
      lastFirst: fc.boolean(),
      mishap: fc.option(fc.constantFrom(...mishaps)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('channel'), away: fc.constantFrom(...away) }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<DeliveryStep[]>({ kind: 'go-on' }, { kind: 'release' }),
  },
);

export interface DeliveryWorld extends NotificationStage {
  readonly slack: RecordingNotifier;
  /** Under which of its claims each message that arrived was sent, in the order of arrival. */
  readonly arrivals: readonly { readonly deliveryId: string; readonly epoch: number }[];
  /** How many workers were killed or stood still with this delivery in hand. */
  mishapsOf(deliveryId: string): number;
  play(step: DeliveryStep): Promise<void>;
  /** The channel is back, every worker goes on, claims of the dead are released, and time passes. */
  end(): Promise<void>;
}

class Killed extends Error {}

/** Workers that are killed and stand still, over stores, a channel and a clock that a story moves. */
export function makeDeliveryWorld(): DeliveryWorld {
  const stage = makeNotificationStage();
  const { database, clock, tools } = stage;
  const slack = stage.channels.set('slack');
  const arrivals: { readonly deliveryId: string; readonly epoch: number }[] = [];
  let next: () => Promise<void> = async () => {};
  slack.afterArrival = () => {
    const deliveryId = slack.received.at(-1)?.deliveryId ?? '';
    const epoch = database.deliveries.find(({ id }) => id === deliveryId)?.epoch ?? -1;
    arrivals.push({ deliveryId, epoch });
    return next();
  };
  const killed: string[] = [];
  const standing: { readonly goOn: () => void; readonly done: Promise<unknown> }[] = [];
  const mishapsOf = new Map<string, number>();
  const people = {
    acknowledge: makeAcknowledgeIncident(tools),
    resolve: makeResolveIncident(tools),
    reopen: makeReopenIncident(tools),
  };
  const announceEvents = makeAnnounceEvents(stage.notification);
  let opened = 0;
  let workers = 0;

  async function attempt(deliveryId: string, mishap: Mishap | null): Promise<void> {
    workers += 1;
    const worker = `worker-${workers}`;
    if (mishap === 'before claim') return;
    if (mishap === null) {
      await stage.attempt(deliveryId, worker);
      return;
    }
    mishapsOf.set(deliveryId, (mishapsOf.get(deliveryId) ?? 0) + 1);
    if (mishap === 'stands still') return standStill(deliveryId, worker);
    const dies = () => Promise.reject(new Killed());
    if (mishap === 'after send') next = dies;
    const { directory } = stage.notification;
    const dying = {
      channels: () => directory.channels(),
      rules: () => directory.rules(),
      notifier: mishap === 'after claim' ? dies : (of: string) => directory.notifier(of),
    };
    try {
      await makeAttemptDelivery({ ...stage.notification, directory: dying })(deliveryId, worker);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed.push(worker);
    } finally {
      next = async () => {};
    }
  }

  /** Makes an attempt up to the arrival of its message, and leaves it there. */
  async function standStill(deliveryId: string, worker: string): Promise<void> {
    const arrived = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    next = () => {
      next = async () => {};
      arrived.resolve();
      return goOn.promise;
    };
    const done = stage.attempt(deliveryId, worker);
    await Promise.race([arrived.promise, done]);
    next = async () => {};
    standing.push({ goOn: goOn.resolve, done });
  }

  async function goOn(): Promise<void> {
    for (const worker of standing.splice(0)) {
      worker.goOn();
      await worker.done;
    }
  }

  /** What those that live do for those that died. */
  function release(): void {
    for (const worker of killed.splice(0)) database.release(worker);
  }

  async function run({ count, lastFirst, mishap }: DeliveryStep & { kind: 'run' }): Promise<void> {
    const jobs = database.takeJobs(clock.now());
    const due = await database.dueDeliveries.due({
      room: new Map(),
      perChannel: Number.POSITIVE_INFINITY,
      except: [],
    });
    const work = [
      ...jobs.map((job) => ({ job, deliveryId: null })),
      ...due.map(({ id }) => ({ job: null, deliveryId: id })),
    ];
    const ordered = lastFirst ? work.toReversed() : work;
    await putBack(ordered.slice(count).flatMap(({ job }) => job ?? []));
    const taken = ordered.slice(0, count);
    for (const [index, { job, deliveryId }] of taken.entries()) {
      if (job?.name === 'announce_events') await announceEvents(job.payload.eventIds);
      if (deliveryId !== null)
        await attempt(deliveryId, index === taken.length - 1 ? mishap : null);
    }
  }

  async function play(step: DeliveryStep): Promise<void> {
    switch (step.kind) {
      case 'open': {
        const services = Array.from({ length: step.services }, () => `service-${++opened}`);
        const { severity } = step;
        const alerts = services.map((service) => incomingAlert({ labels: { service, severity } }));
        return stage.ingest(alertReport(alerts));
      }
      case 'acknowledge':
      case 'resolve':
      case 'reopen': {
        const all = database.incidents;
        const incidentId = all[step.incident % Math.max(1, all.length)]?.id;
        if (incidentId === undefined) return;
        const request = { incidentId, actor: ALICE, assigneeId: null };
        return unlessRefused(people[step.kind](request));
      }
      case 'wait':
        return clock.advance(step.by);
      case 'run':
        return run(step);
      case 'channel':
        slack.away = step.away;
        return;
      case 'go-on':
        return goOn();
      case 'release':
        return release();
    }
  }

  const putBack = (left: readonly WaitingJob[]) =>
    database.unitOfWork.run((tx) =>
      tx.jobs.add(left.map(({ dueAt, ...job }) => ({ ...job, after: dueAt - clock.now() }))),
    );

  async function end(): Promise<void> {
    slack.away = null;
    await goOn();
    release();
    await stage.workFor(10 * MINUTE);
  }

  return { ...stage, slack, arrivals, mishapsOf: (id) => mishapsOf.get(id) ?? 0, play, end };
}

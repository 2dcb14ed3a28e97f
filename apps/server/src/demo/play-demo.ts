import type { AttemptDelivery, JobHandlers } from '@klaxon/application';
import { type Actor, type Instant, LOCAL } from '@klaxon/domain';
import type { UseCases } from '../http/use-cases.ts';
import type { DemoClock } from './demo-clock.ts';
import { type DemoQueue, LATENCY, runJob } from './demo-queue.ts';
import type { DemoStep } from './demo-step.ts';

/** The people of the demo; where nobody signs in, a name is all there is. */
const NAMES = ['ada', 'grace', 'linus', 'margaret'];
const FIRST = { limit: 1, offset: 0, cursor: null };

export type DemoUseCases = Pick<
  UseCases,
  | 'sources'
  | 'receiveReport'
  | 'incidents'
  | 'createIncident'
  | 'acknowledgeIncident'
  | 'resolveIncident'
  | 'snoozeIncident'
  | 'mergeIncidents'
  | 'addNote'
>;

/** The message that is due the longest until then; null where there is none. */
type EarliestDelivery = (
  until: Instant,
) => Promise<{ readonly id: string; readonly dueAt: Instant } | null>;

export interface DemoStage {
  readonly useCases: DemoUseCases;
  readonly handlers: JobHandlers;
  readonly attempt: AttemptDelivery;
  readonly earliestDelivery: EarliestDelivery;
  readonly clock: DemoClock;
  readonly queue: DemoQueue;
}

/**
 * Lets the past happen: the same use cases and jobs as ever, each at its time.
 *
 * @param progress told how many steps were played; false from it ends the play
 */
export async function playDemo(
  stage: DemoStage,
  steps: readonly DemoStep[],
  until: Instant,
  progress: (played: number) => boolean,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await runJobs(stage, step.at);
    stage.clock.set(step.at);
    await stage.handlers.wake_incidents({});
    await playStep(stage.useCases, step);
    if (!progress(index + 1)) return;
  }
  await runJobs(stage, until);
  stage.clock.set(until);
  await stage.handlers.compact_metrics({});
}

/** Jobs and messages, each at its time. */
async function runJobs(stage: DemoStage, until: Instant): Promise<void> {
  const { queue, clock, handlers, attempt, earliestDelivery } = stage;
  let delivery = await earliestDelivery(until - LATENCY);
  for (;;) {
    const sentAt = delivery ? delivery.dueAt + LATENCY : Number.POSITIVE_INFINITY;
    const job = queue.take(Math.min(until, sentAt));
    if (job) {
      clock.set(job.runAt);
      await runJob(handlers, job);
    } else if (delivery) {
      clock.set(sentAt);
      await attempt(delivery.id, 'demo');
    } else return;
    delivery = await earliestDelivery(until - LATENCY);
  }
}

export async function playStep(useCases: DemoUseCases, step: DemoStep): Promise<void> {
  if (step.kind === 'report') {
    const { receiveReport, sources } = useCases;
    const body = Buffer.from(step.body);
    await receiveReport.receive({ source: sources.alertmanager, body, principal: LOCAL });
    return;
  }
  const name = NAMES[step.who % NAMES.length] ?? 'ada';
  const actor: Actor = { kind: 'person', id: name };
  if (step.kind === 'create') {
    await useCases.createIncident({ ...step.incident, actor, assigneeId: null });
    return;
  }
  const incident = await unresolvedOf(useCases, step.service);
  if (!incident) return;
  const change = { incidentId: incident.id, actor };
  switch (step.kind) {
    case 'acknowledge':
      if (incident.status === 'open')
        await useCases.acknowledgeIncident({ ...change, assigneeId: name });
      return;
    case 'resolve':
      await useCases.resolveIncident(change);
      return;
    case 'note':
      await useCases.addNote({ ...change, text: step.text });
      return;
    case 'snooze':
      await useCases.snoozeIncident({ ...change, until: step.until });
      return;
    case 'merge': {
      const into = await unresolvedOf(useCases, step.into);
      if (into) await useCases.mergeIncidents({ ...change, intoId: into.id });
    }
  }
}

async function unresolvedOf({ incidents }: Pick<UseCases, 'incidents'>, service: string) {
  const filter = { service, status: ['open', 'acknowledged'] } as const;
  const { items } = await incidents.list(filter, '-created_at', FIRST);
  return items[0]?.incident ?? null;
}

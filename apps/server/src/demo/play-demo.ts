import type { AttemptDelivery, JobHandlers } from '@klaxon/application';
import { type Actor, DomainError, type Instant, LOCAL } from '@klaxon/domain';
import type { UseCases } from '../http/app.ts';
import type { DemoClock } from './demo-clock.ts';
import { type DemoQueue, LATENCY, runJob } from './demo-queue.ts';
import type { DemoStep } from './demo-step.ts';

/** The people of the demo; where nobody signs in, a name is all there is. */
const NAMES = ['ada', 'grace', 'linus', 'margaret'];
const FIRST = { limit: 1, offset: 0, cursor: null };

export interface DemoUseCases {
  readonly alerts: Pick<UseCases['alerts'], 'sources' | 'reports'>;
  readonly incidents: UseCases['incidents'];
}

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

export async function playStep({ alerts, incidents }: DemoUseCases, step: DemoStep): Promise<void> {
  if (step.kind === 'report') {
    await report(alerts, Buffer.from(step.body));
    return;
  }
  const name = NAMES[step.who % NAMES.length] ?? 'ada';
  const actor: Actor = { kind: 'person', id: name };
  if (step.kind === 'create') {
    await incidents.createIncident({ ...step.incident, actor, assigneeId: null });
    return;
  }
  const incident = await unresolvedOf(incidents, step.service);
  if (!incident) return;
  const change = { incidentId: incident.id, actor };
  switch (step.kind) {
    case 'acknowledge':
      if (incident.status === 'open')
        await incidents.acknowledgeIncident({ ...change, assigneeId: name });
      return;
    case 'resolve':
      await incidents.resolveIncident(change);
      return;
    case 'note':
      await incidents.addNote({ ...change, text: step.text });
      return;
    case 'snooze':
      await incidents.snoozeIncident({ ...change, until: step.until });
      return;
    case 'merge': {
      const into = await unresolvedOf(incidents, step.into);
      if (into) await incidents.mergeIncidents({ ...change, intoId: into.id });
    }
  }
}

/** What no source would send is part of the story: it is kept among the rejected, then refused. */
async function report(
  { reports, sources }: DemoUseCases['alerts'],
  body: Buffer<ArrayBuffer>,
): Promise<void> {
  try {
    await reports.receive({ source: sources.alertmanager, body, principal: LOCAL });
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === 'invalid')) throw error;
  }
}

async function unresolvedOf({ queries }: Pick<UseCases['incidents'], 'queries'>, service: string) {
  const filter = { service, status: ['open', 'acknowledged'] } as const;
  const { items } = await queries.list(filter, '-created_at', FIRST);
  return items[0]?.incident ?? null;
}

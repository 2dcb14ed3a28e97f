import type { Clock, JobHandlers } from '@klaxon/application';
import { type Actor, HOUR, type Instant, SECOND } from '@klaxon/domain';
import type { UseCases } from '../http/use-cases.ts';
import type { DemoStep } from './demo-story.ts';

/** The people of the demo; where nobody signs in, a name is all there is. */
const PEOPLE = ['ada', 'grace', 'linus', 'margaret'];
/** How much of the past has its messages too. */
const TOLD_FOR = 48 * HOUR;
const FIRST = { limit: 1, offset: 0, cursor: null };
const ALL = { limit: 200, offset: 0, cursor: null };

/** A clock that stands at the time of the step that is played. */
export function demoClock(start: Instant): Clock & { set(at: Instant): void } {
  let now = start;
  return {
    now: () => now,
    set(at) {
      now = Math.max(now, at);
    },
  };
}

export interface DemoStage {
  readonly useCases: Pick<
    UseCases,
    | 'alertmanager'
    | 'ingestAlerts'
    | 'incidents'
    | 'acknowledgeIncident'
    | 'resolveIncident'
    | 'addNote'
    | 'notifications'
  >;
  readonly handlers: Pick<JobHandlers, 'announce_events' | 'attempt_delivery'>;
  readonly clock: ReturnType<typeof demoClock>;
}

/** Lets the past happen: the same use cases as ever, at the times of the story. */
export async function playDemo(
  stage: DemoStage,
  steps: readonly DemoStep[],
  progress: (done: number) => void,
): Promise<void> {
  const end = steps.at(-1)?.at ?? 0;
  for (const [index, step] of steps.entries()) {
    stage.clock.set(step.at);
    const incidentId = await playStep(stage, step);
    if (incidentId !== null && step.at > end - TOLD_FOR) await tell(stage, incidentId);
    progress(index + 1);
  }
}

/** Answers the incident that it was about. */
async function playStep({ useCases }: DemoStage, step: DemoStep): Promise<string | null> {
  const { incidents } = useCases;
  const { service } = step;
  if (step.kind === 'alerts') {
    await useCases.ingestAlerts(useCases.alertmanager.parse(JSON.stringify(step.payload)).report);
    const { items } = await incidents.list({ service }, '-updated_at', FIRST);
    return items[0]?.incident.id ?? null;
  }
  const filter = { service, status: ['open', 'acknowledged'] } as const;
  const { items } = await incidents.list(filter, '-created_at', FIRST);
  const incident = items[0]?.incident;
  if (!incident) return null;
  const name = PEOPLE[step.who % PEOPLE.length] ?? 'ada';
  const actor: Actor = { kind: 'person', id: name };
  const change = { incidentId: incident.id, actor };
  if (step.kind === 'acknowledge' && incident.status === 'open')
    await useCases.acknowledgeIncident({ ...change, assigneeId: name });
  if (step.kind === 'resolve') await useCases.resolveIncident(change);
  if (step.kind === 'note') await useCases.addNote({ ...change, text: step.text });
  return incident.id;
}

/** Sends what an incident has to say, a few seconds after it happened. */
async function tell({ useCases, handlers, clock }: DemoStage, incidentId: string): Promise<void> {
  const timeline = await useCases.incidents.timeline(incidentId, ALL);
  clock.set(clock.now() + 2 * SECOND);
  await handlers.announce_events({ eventIds: timeline.items.map(({ id }) => id) }, 'demo');
  const filter = { incidentId, status: 'queued' } as const;
  const { items } = await useCases.notifications.list(filter, ALL);
  for (const { delivery } of [...items].reverse())
    await handlers.attempt_delivery({ deliveryId: delivery.id }, 'demo');
}

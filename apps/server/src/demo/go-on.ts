import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@klaxon/application';
import { DomainError, SECOND } from '@klaxon/domain';
import { TROUBLES } from './demo-services.ts';
import type { DemoStep } from './demo-step.ts';
import { outage } from './outage.ts';
import { type DemoUseCases, playStep } from './play-demo.ts';

/** Live, nobody wants to watch an outage for an hour. */
const PACE = 0.12;
const FIRST_AFTER = 3 * SECOND;
/** More than this at once would be a bad day. */
const UNRESOLVED = 12;
const ALL = { limit: 200, offset: 0, cursor: null };

export interface LiveStage {
  readonly useCases: DemoUseCases;
  readonly clock: Clock;
  readonly random: () => number;
  /** Lets a second pass; at once where `signal` is aborted. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

export async function aSecond(signal: AbortSignal): Promise<void> {
  await delay(SECOND, undefined, { signal }).catch(() => {});
}

/** Lets the story go on: a new trouble every minute or so, and people who deal with it. */
export async function goOn(
  { useCases, clock, random, pause }: LiveStage,
  planned: readonly DemoStep[],
  signal: AbortSignal,
): Promise<void> {
  let steps = [...planned];
  let nextAt = clock.now() + FIRST_AFTER;
  while (!signal.aborted) {
    const now = clock.now();
    if (now >= nextAt) {
      steps.push(...(await nextTrouble(useCases, now, random)));
      nextAt = now + (40 + 40 * random()) * SECOND;
    }
    const due = steps.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    steps = steps.filter(({ at }) => at > now);
    for (const step of due) await playUnlessOvertaken(useCases, step);
    await pause(signal);
  }
}

async function nextTrouble(
  useCases: DemoUseCases,
  now: number,
  random: () => number,
): Promise<readonly DemoStep[]> {
  const filter = { status: ['open', 'acknowledged'] } as const;
  const { items } = await useCases.incidents.queries.list(filter, 'created_at', ALL);
  const busy = new Set(items.map(({ incident }) => incident.labels['service']));
  const free = TROUBLES.filter((trouble) => !busy.has(trouble.service));
  const trouble = free[Math.floor(random() * free.length)];
  if (trouble && items.length < UNRESOLVED) return outage(trouble, now, random, PACE).steps;
  const oldest = items.find(({ incident }) => incident.snoozedUntil === null);
  const service = oldest?.incident.labels['service'];
  return service === undefined ? [] : [{ at: now, service, kind: 'resolve', who: 1 }];
}

/** Whoever watches may have dealt with it before the people of the story do. */
async function playUnlessOvertaken(useCases: DemoUseCases, step: DemoStep): Promise<void> {
  try {
    await playStep(useCases, step);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

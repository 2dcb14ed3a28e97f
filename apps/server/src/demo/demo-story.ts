import { HOUR, type Instant, MINUTE } from '@klaxon/domain';
import { demoPresent, PRESENT_SERVICES } from './demo-present.ts';
import { TROUBLES, type Trouble } from './demo-services.ts';
import type { DemoStep } from './demo-step.ts';
import { outage } from './outage.ts';

const DAY = 24 * HOUR;
/** Services whose present is told apart have a rest before it, so that it begins as it is told. */
const REST = 6 * HOUR;
const BREATHER = 20 * MINUTE;

export interface DemoStory {
  /** Everything that happened until now, in order. Some of it is not over. */
  readonly past: readonly DemoStep[];
  /** How what is not over goes on. */
  readonly future: readonly DemoStep[];
}

export function demoStory(from: Instant, now: Instant, random: () => number): DemoStory {
  const steps = [
    ...TROUBLES.flatMap((trouble) => outagesOf(trouble, from, now, random)),
    ...demoPresent(now),
  ].sort((a, b) => a.at - b.at);
  return {
    past: steps.filter(({ at }) => at >= from && at <= now),
    future: steps.filter(({ at }) => at > now),
  };
}

function outagesOf(
  trouble: Trouble,
  from: Instant,
  now: Instant,
  random: () => number,
): readonly DemoStep[] {
  const until = PRESENT_SERVICES.has(trouble.service) ? now - REST : now;
  const count = Math.round((trouble.monthly * (until - from)) / (30 * DAY));
  const starts = Array.from({ length: count }, () => Math.round(from + random() * (until - from)));
  let free = from;
  return starts
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const { steps, end } = outage(trouble, Math.max(at, free), random);
      free = end + BREATHER;
      return end > until && until < now ? [] : steps;
    });
}

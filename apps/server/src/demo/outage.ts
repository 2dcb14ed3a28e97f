import { type Instant, MINUTE, SECOND } from '@klaxon/domain';
import type { Trouble } from './demo-services.ts';
import { type DemoStep, report } from './demo-step.ts';

export interface Outage {
  readonly steps: readonly DemoStep[];
  readonly end: Instant;
}

/**
 * One time that something goes wrong, from its first alert until it is over.
 *
 * @param pace 1 for the time that such things take; less makes all of it shorter
 */
export function outage(trouble: Trouble, at: Instant, random: () => number, pace = 1): Outage {
  const { service } = trouble;
  const lasts = Math.round(trouble.minutes * MINUTE * (0.4 + 1.4 * random()) * pace);
  const end = at + lasts;
  const count = 1 + Math.floor(random() * trouble.instances.length);
  const failing = trouble.instances.slice(0, count);
  const who = Math.floor(random() * 1_000);
  const steps = [report(at, trouble, failing.slice(0, 1), at)];
  if (count > 1) steps.push(report(at + Math.round(90 * SECOND * pace), trouble, failing, at));
  if (random() < trouble.answered) {
    const takes = Math.min(lasts * 0.6, (1 + 11 * random() ** 2) * MINUTE);
    const acknowledged = at + Math.round(takes);
    steps.push({ at: acknowledged, kind: 'acknowledge', service, who });
    const text = trouble.notes[Math.floor(random() * trouble.notes.length)];
    if (text !== undefined && random() < 0.6)
      steps.push({
        at: acknowledged + Math.round(lasts * 0.3),
        kind: 'note',
        service,
        who,
        text,
      });
    // Some say that it is over before the alerts do.
    if (random() < 0.25)
      steps.push({ at: end - Math.round(lasts * 0.05), kind: 'resolve', service, who });
  }
  steps.push(report(end, trouble, failing, at, end));
  return { steps, end };
}

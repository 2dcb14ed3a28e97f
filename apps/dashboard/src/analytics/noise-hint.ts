import type { components } from '@klaxon/sdk';
import { formatDuration } from '../shared/time.ts';

export type NoisyAlert = components['schemas']['NoisyAlert'];

/** Shorter than this nobody could have done anything about it. */
const BRIEF_SECONDS = 600;
/** Fewer say nothing. */
const FEW = 3;

/** The share that nobody acknowledged, in whole percent. */
export function noiseShare({ incidents, unacknowledged }: NoisyAlert): number {
  return incidents === 0 ? 0 : Math.round((unacknowledged / incidents) * 100);
}

/** What to do about an alert that makes incidents nobody acknowledges. */
export function noiseHint(alert: NoisyAlert): string {
  const share = noiseShare(alert);
  const median = alert.median_seconds;
  if (alert.incidents < FEW) return 'Too few to tell.';
  if (share < 50) return 'Mostly acknowledged: people need it.';
  if (median !== null && median < BRIEF_SECONDS)
    return `Mostly over after ${formatDuration(median)} by itself: make its “for” longer, so that it fires for what lasts.`;
  if (share < 80) return 'Often left alone: send it where nobody is woken, or lower its severity.';
  return 'Nobody acts on it: raise its threshold, lower its severity, or remove it.';
}

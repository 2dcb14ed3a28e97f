import type { components } from '@klaxon/sdk';
import { formatDuration } from '../shared/time.ts';
import { bucketLength, type TimeSpan } from './range.ts';

type MetricsPoint = components['schemas']['MetricsPoint'];

/** How incidents went in one hour or day; null where there is nothing to average. */
export interface TrendPoint {
  readonly start: string;
  readonly label: string;
  readonly incidents: number;
  readonly mtta: number | null;
  readonly mttr: number | null;
}

/** One point for every hour or day, those without incidents too, which the API leaves out. */
export function trendOf(
  points: readonly MetricsPoint[],
  { from, to, bucket }: TimeSpan,
): readonly TrendPoint[] {
  const known = new Map(points.map((point) => [Date.parse(point.start), point]));
  const length = bucketLength(bucket);
  const first = Date.parse(from);
  return Array.from({ length: (Date.parse(to) - first) / length }, (_, index) => {
    const at = first + index * length;
    const point = known.get(at);
    return {
      start: new Date(at).toISOString(),
      label: bucketLabel(at, bucket),
      incidents: point?.total_incidents ?? 0,
      mtta: point?.mtta_seconds ?? null,
      mttr: point?.mttr_seconds ?? null,
    };
  });
}

const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const HOUR = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** Days are those of UTC, as they are counted; hours those of the person's clock. */
function bucketLabel(at: number, bucket: TimeSpan['bucket']): string {
  return (bucket === 'day' ? DAY : HOUR).format(at);
}

export type TrendMeasure = 'incidents' | 'mtta' | 'mttr';

export function formatMeasure(measure: TrendMeasure, value: number | null): string {
  if (measure !== 'incidents') return formatDuration(value);
  return value === null ? '–' : value.toLocaleString();
}

/** What a chart shows, in a sentence, for those who do not see it. */
export function describeTrend(points: readonly TrendPoint[], measure: TrendMeasure): string {
  const known = points.flatMap((point) => {
    const value = point[measure];
    return value === null ? [] : [{ label: point.label, value }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || known.every(({ value }) => value === 0)) return 'Nothing to show.';
  const worst = known.reduce((one, other) => (other.value > one.value ? other : one));
  const best = known.reduce((one, other) => (other.value < one.value ? other : one));
  const say = ({ value, label }: typeof worst) => `${formatMeasure(measure, value)} (${label})`;
  return `${first.label} to ${last.label}: the least ${say(best)}, the most ${say(worst)}.`;
}

const STEPS = [
  5, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400, 172_800,
  604_800,
];

/** How far apart the lines of a chart of durations are, so that they are round ones and not many. */
export function durationStep(seconds: number): number {
  return STEPS.find((step) => seconds / step <= 4) ?? Math.ceil(seconds / 4 / 604_800) * 604_800;
}

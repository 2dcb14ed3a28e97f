export const RANGES = ['24h', '7d', '30d', '90d'] as const;
export type Range = (typeof RANGES)[number];

export const RANGE_LABELS: Readonly<Record<Range, string>> = {
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
};

export interface TimeSpan {
  readonly from: string;
  readonly to: string;
  readonly bucket: 'hour' | 'day';
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SPANS: Readonly<Record<Range, { bucket: 'hour' | 'day'; count: number }>> = {
  '24h': { bucket: 'hour', count: 24 },
  '7d': { bucket: 'day', count: 7 },
  '30d': { bucket: 'day', count: 30 },
  '90d': { bucket: 'day', count: 90 },
};
/** What the API answers of noise. */
const LONGEST_NOISE = 31 * DAY;

export function bucketLength(bucket: TimeSpan['bucket']): number {
  return bucket === 'hour' ? HOUR : DAY;
}

export function readRange(text: string | null): Range {
  return RANGES.find((range) => range === text) ?? '7d';
}

/**
 * Whole hours or UTC days, as the API counts them, the one under way among them: so the question stays
 * the same until the next begins.
 */
export function spanOf(range: Range, now: number): TimeSpan {
  const { bucket, count } = SPANS[range];
  const length = bucketLength(bucket);
  const to = (Math.floor(now / length) + 1) * length;
  return { from: toTime(to - count * length), to: toTime(to), bucket };
}

/** The latest part of a span that the API can tell the noise of. */
export function noiseSpan({ from, to }: TimeSpan): Pick<TimeSpan, 'from' | 'to'> {
  return { from: toTime(Math.max(Date.parse(from), Date.parse(to) - LONGEST_NOISE)), to };
}

function toTime(at: number): string {
  return new Date(at).toISOString();
}

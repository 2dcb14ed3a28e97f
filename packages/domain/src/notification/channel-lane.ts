import { type Instant, type Milliseconds, SECOND } from '../shared/instant.ts';
import type { AttemptOutcome } from './settle-attempt.ts';

/** At once, to a channel that answers. */
export const LANE_WIDTH = 8;
/** An attempt that takes longer says that the channel may be hanging. */
export const SLOW_AFTER = 5 * SECOND;
/** In a row: so many failures, or so much time lost with them, and the channel rests. */
export const RESTS_AFTER = 5;
export const RESTS_AFTER_LOSING = 15 * SECOND;
export const FIRST_REST = 30 * SECOND;
/** With the jitter of a next attempt on top, a channel that is back is still tried within a minute. */
export const LONGEST_REST = 45 * SECOND;

/**
 * What one worker knows of a channel. Every channel has a lane of its own, so one that hangs holds up
 * nobody else; and it begins narrow, so that many that hang cost little before they are known to.
 */
export interface ChannelLane {
  /** When the attempts began that are under way. */
  readonly underWay: readonly Instant[];
  /** How many may be under way at once. */
  readonly width: number;
  /** In a row. */
  readonly failures: number;
  /** By attempts that failed, in a row. */
  readonly lost: Milliseconds;
  /** How long the last rest was; 0 before the first. */
  readonly rest: Milliseconds;
  readonly restsUntil: Instant | null;
}

export const NEW_LANE: ChannelLane = {
  underWay: [],
  width: 1,
  failures: 0,
  lost: 0,
  rest: 0,
  restsUntil: null,
};

/** How many more attempts may begin now. */
export function roomIn(lane: ChannelLane, now: Instant): number {
  if (lane.restsUntil !== null && now < lane.restsUntil) return 0;
  const isSlow = lane.underWay.some((since) => now - since >= SLOW_AFTER);
  return Math.max(0, (isSlow ? 1 : lane.width) - lane.underWay.length);
}

/** Whether nothing speaks against the channel: its attempts go before those of doubtful ones. */
export function isTrusted(lane: ChannelLane, now: Instant): boolean {
  return lane.width > 1 && lane.underWay.every((since) => now - since < SLOW_AFTER);
}

export function begun(lane: ChannelLane, now: Instant): ChannelLane {
  return { ...lane, underWay: [...lane.underWay, now] };
}

/** @param outcome `null` where the attempt came to nothing that says anything of the channel */
export function ended(
  lane: ChannelLane,
  since: Instant,
  outcome: AttemptOutcome['result'] | null,
  now: Instant,
): ChannelLane {
  const at = lane.underWay.indexOf(since);
  const left = { ...lane, underWay: lane.underWay.filter((_, index) => index !== at) };
  if (outcome === null) return left;
  // One that refuses a message answers, and that is all that its lane is about.
  if (outcome !== 'retry')
    return { ...NEW_LANE, underWay: left.underWay, width: Math.min(LANE_WIDTH, lane.width * 2) };
  const failed = {
    ...left,
    width: 1,
    failures: lane.failures + 1,
    lost: lane.lost + (now - since),
  };
  if (failed.failures < RESTS_AFTER && failed.lost < RESTS_AFTER_LOSING) return failed;
  // What was under way when the channel went to rest does not prolong it.
  if (lane.restsUntil !== null && since < lane.restsUntil) return failed;
  const rest = lane.rest === 0 ? FIRST_REST : Math.min(LONGEST_REST, lane.rest * 1.5);
  return { ...failed, rest, restsUntil: now + rest };
}

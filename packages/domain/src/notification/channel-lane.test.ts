import { describe, expect, test } from '@jest/globals';
import { SECOND } from '../shared/instant.ts';
import {
  begun,
  type ChannelLane,
  ended,
  FIRST_REST,
  isTrusted,
  LANE_WIDTH,
  LONGEST_REST,
  NEW_LANE,
  RESTS_AFTER,
  roomIn,
  SLOW_AFTER,
} from './channel-lane.ts';

const NOW = 1_000_000;

/** One attempt after another, each with its outcome, taking `took`. */
function after(
  outcomes: readonly ('sent' | 'failed' | 'retry' | null)[],
  took = 1,
  lane: ChannelLane = NEW_LANE,
  start = NOW,
): { readonly lane: ChannelLane; readonly now: number } {
  return outcomes.reduce(
    ({ lane: before, now }, outcome) => ({
      lane: ended(begun(before, now), now, outcome, now + took),
      now: now + took,
    }),
    { lane, now: start },
  );
}

const failures = (count: number) => Array.from({ length: count }, () => 'retry' as const);

describe('a channel', () => {
  test('that nobody knows yet is tried by one message', () => {
    expect(roomIn(NEW_LANE, NOW)).toBe(1);
    expect(roomIn(begun(NEW_LANE, NOW), NOW)).toBe(0);
    expect(isTrusted(NEW_LANE, NOW)).toBe(false);
  });

  test('that answers is given more at once, up to its width, whether it takes messages or refuses them', () => {
    expect(roomIn(after(['sent']).lane, NOW)).toBe(2);
    expect(roomIn(after(['failed', 'sent', 'sent', 'sent', 'sent', 'sent']).lane, NOW)).toBe(
      LANE_WIDTH,
    );
    expect(isTrusted(after(['sent']).lane, NOW)).toBe(true);
  });

  test('that fails once is narrow again', () => {
    const { lane, now } = after(['sent', 'sent', 'retry']);
    expect(roomIn(lane, now)).toBe(1);
    expect(isTrusted(lane, now)).toBe(false);
  });

  test('gets nothing more while an attempt takes long, and is no longer trusted', () => {
    const lane = begun(after(['sent', 'sent']).lane, NOW);
    expect(roomIn(lane, NOW + SLOW_AFTER - 1)).toBe(3);
    expect(roomIn(lane, NOW + SLOW_AFTER)).toBe(0);
    expect(isTrusted(lane, NOW + SLOW_AFTER)).toBe(false);
  });

  test.each([
    ['failures in a row', RESTS_AFTER, 1],
    ['attempts that it let hang for 10 s', 2, 10 * SECOND],
  ])('rests after some %s', (_what, count, took) => {
    const before = after(failures(count - 1), took);
    expect(roomIn(before.lane, before.now)).toBe(1);
    const { lane, now } = after(failures(count), took);
    expect(roomIn(lane, now)).toBe(0);
    expect(roomIn(lane, now + FIRST_REST - 1)).toBe(0);
    expect(roomIn(lane, now + FIRST_REST)).toBe(1);
  });

  test('does not rest where an answer came in between', () => {
    const { lane, now } = after([...failures(RESTS_AFTER - 1), 'sent', ...failures(4)]);
    expect(roomIn(lane, now)).toBe(1);
  });

  test('that is still away after its rest rests longer, up to a bound', () => {
    const first = after(failures(RESTS_AFTER));
    const second = after(['retry'], 1, first.lane, first.now + FIRST_REST);
    expect(roomIn(second.lane, second.now + LONGEST_REST - 1)).toBe(0);
    const third = after(['retry'], 1, second.lane, second.now + LONGEST_REST);
    expect(roomIn(third.lane, third.now + LONGEST_REST)).toBe(1);
  });

  test('whose other attempts fail late does not rest longer for them', () => {
    const wide = begun(begun(after(['sent', 'sent']).lane, NOW), NOW + 1);
    const resting = after(failures(RESTS_AFTER), 1, wide, NOW + 2);
    const late = ended(resting.lane, NOW, 'retry', resting.now + SECOND);
    expect(late.restsUntil).toBe(resting.lane.restsUntil);
  });

  test('that is back after its rest is as any other', () => {
    const first = after(failures(RESTS_AFTER));
    const { lane, now } = after(['sent'], 1, first.lane, first.now + FIRST_REST);
    expect(lane).toMatchObject({ failures: 0, lost: 0, rest: 0, restsUntil: null });
    expect(roomIn(lane, now)).toBe(2);
  });

  test('is judged by nothing that says nothing of it', () => {
    expect(after([null]).lane).toEqual(NEW_LANE);
  });
});

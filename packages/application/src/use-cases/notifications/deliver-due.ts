import {
  type AttemptOutcome,
  begun,
  type ChannelLane,
  ended,
  type Instant,
  isTrusted,
  type Milliseconds,
  NEW_LANE,
  roomIn,
  SECOND,
} from '@klaxon/domain';
import type { Clock } from '../../ports/clock.ts';
import type { DueDeliveries, DueDelivery } from '../../ports/due-deliveries.ts';
import type { AttemptDelivery } from './attempt-delivery.ts';

/** Attempts under way at channels that answer, and at those that may hang: neither can use up the other's. */
const TRUSTED_AT_ONCE = 200;
const DOUBTFUL_AT_ONCE = 300;
/**
 * Attempts at channels that may hang, a second and at once: many of them all claim, give up and come
 * again together, and must not keep the machine from those that answer.
 */
const DOUBTFUL_A_SECOND = 40;
const DOUBTFUL_BURST = 2;
/** While more of them wait. */
const LOOK_AGAIN_AFTER = 50;
/** Longer than any attempt may take. Its claim is released by whoever compares claims with what is in hand. */
const GIVEN_UP_AFTER = 35 * SECOND;

export interface DeliverDueDeps {
  readonly due: DueDeliveries;
  readonly attempt: AttemptDelivery;
  /** Tells how much time passes. */
  readonly clock: Clock;
  readonly workerId: string;
  /** Called when an attempt has ended, and with it perhaps what others waited for. */
  readonly freed: () => void;
  /** An attempt that broke off. Its claim is released, and it is tried again. */
  readonly failed: (error: unknown) => void;
}

export interface DeliveryPass {
  /** How many attempts it began. */
  readonly begun: number;
  /** When the next pass should be, whatever wakes it before; null where nothing is held back. */
  readonly againIn: Milliseconds | null;
}

export interface DeliverDue {
  /** Begins what is due, as far as its channels have room. */
  pass(): Promise<DeliveryPass>;
  /** The deliveries that this worker tries now. */
  inHand(): readonly string[];
  /** Whether a channel is left alone on purpose: it is busy, or rests. */
  holdsBack(channelId: string): boolean;
  /** Until nothing is in hand. */
  idle(): Promise<void>;
}

/** Sends what is due, each channel in a lane of its own. */
export function makeDeliverDue(deps: DeliverDueDeps): DeliverDue {
  const { due, attempt, clock, workerId, freed, failed } = deps;
  const lanes = new Map<string, ChannelLane>();
  const hand = new Map<string, { readonly channelId: string; readonly since: Instant }>();
  const underWay = new Set<Promise<void>>();
  const laneOf = (channelId: string) => lanes.get(channelId) ?? NEW_LANE;
  let doubtfulLeft = DOUBTFUL_BURST;
  let filledAt = clock.now();

  function refill(now: Instant): void {
    const more = ((now - filledAt) / SECOND) * DOUBTFUL_A_SECOND;
    doubtfulLeft = Math.min(DOUBTFUL_BURST, doubtfulLeft + more);
    filledAt = now;
  }

  function finish(
    { id, channelId }: DueDelivery,
    since: Instant,
    outcome: AttemptOutcome | null,
  ): void {
    // One that was given up made room in its lane then.
    if (hand.get(id)?.since !== since) return;
    hand.delete(id);
    lanes.set(channelId, ended(laneOf(channelId), since, outcome?.result ?? null, clock.now()));
    freed();
  }

  /** What never ends must not keep its channel busy for ever. */
  function giveUp(now: Instant): void {
    for (const [id, { channelId, since }] of hand) {
      if (now - since < GIVEN_UP_AFTER) continue;
      hand.delete(id);
      lanes.set(channelId, ended(laneOf(channelId), since, 'retry', now));
    }
  }

  function begin(delivery: DueDelivery): void {
    const since = clock.now();
    hand.set(delivery.id, { channelId: delivery.channelId, since });
    lanes.set(delivery.channelId, begun(laneOf(delivery.channelId), since));
    const attempting = attempt(delivery.id, workerId).then(
      (outcome) => finish(delivery, since, outcome),
      (error) => {
        failed(error);
        finish(delivery, since, null);
      },
    );
    underWay.add(attempting);
    void attempting.finally(() => underWay.delete(attempting));
  }

  return {
    async pass() {
      giveUp(clock.now());
      const room = new Map<string, number>();
      for (const [channelId, lane] of lanes) room.set(channelId, roomIn(lane, clock.now()));
      const found = await due.due({ room, perChannel: NEW_LANE.width, except: [...hand.keys()] });
      const now = clock.now();
      const { trusted = [], doubtful = [] } = Object.groupBy(found, ({ channelId }) =>
        isTrusted(laneOf(channelId), now) ? 'trusted' : 'doubtful',
      );
      const busy = atOnce(lanes.values(), now);
      const beginSome = (some: readonly DueDelivery[], limit: number): number => {
        let begunSome = 0;
        for (const delivery of some) {
          if (begunSome + 1 > limit) break;
          if (hand.has(delivery.id) || roomIn(laneOf(delivery.channelId), now) <= 0) continue;
          begin(delivery);
          begunSome += 1;
        }
        return begunSome;
      };
      refill(now);
      const begunTrusted = beginSome(trusted, TRUSTED_AT_ONCE - busy.trusted);
      const begunDoubtful = beginSome(
        doubtful,
        Math.min(doubtfulLeft, DOUBTFUL_AT_ONCE - busy.doubtful),
      );
      doubtfulLeft -= begunDoubtful;
      const begun = begunTrusted + begunDoubtful;
      return { begun, againIn: doubtful.length > begunDoubtful ? LOOK_AGAIN_AFTER : null };
    },
    inHand: () => [...hand.keys()],
    holdsBack: (channelId) => roomIn(laneOf(channelId), clock.now()) <= 0,
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function atOnce(lanes: Iterable<ChannelLane>, now: Instant) {
  const count = { trusted: 0, doubtful: 0 };
  for (const lane of lanes)
    count[isTrusted(lane, now) ? 'trusted' : 'doubtful'] += lane.underWay.length;
  return count;
}

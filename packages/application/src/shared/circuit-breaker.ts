import { type Instant, type Milliseconds, SECOND } from '@klaxon/domain';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notifier, SendOutcome } from '../ports/notifier.ts';

const OPENS_AFTER = 5;
const FIRST_REST = 30 * SECOND;
/** With the jitter of a next attempt on top, a channel that is back is still tried within a minute. */
const LONGEST_REST = 45 * SECOND;
/** While one message finds out whether the channel is back, the others come again after this. */
const PROBE_TAKES = 5 * SECOND;

/** Runs an attempt at a channel, or answers without one while the channel rests. */
type Guard = (attempt: () => Promise<SendOutcome>) => Promise<SendOutcome>;

/**
 * The channels of a directory, each spared while it is down: after five failures in a row that may
 * pass, it rests; then one message is let through, and what comes of it says whether the rest goes on.
 */
export function withCircuitBreakers(directory: ChannelDirectory, clock: Clock): ChannelDirectory {
  const breakers = new Map<string, Guard>();
  return {
    channels: () => directory.channels(),
    rules: () => directory.rules(),
    notifier: async (channelId) => {
      const notifier = await directory.notifier(channelId);
      if (!notifier) return null;
      const guard = breakers.get(channelId) ?? circuitBreaker(clock);
      breakers.set(channelId, guard);
      return guarded(notifier, guard);
    },
  };
}

function guarded(notifier: Notifier, guard: Guard): Notifier {
  const update = notifier.update?.bind(notifier);
  return {
    send: (message, conversation) => guard(() => notifier.send(message, conversation)),
    sendBundle: (message, deliveryId) => guard(() => notifier.sendBundle(message, deliveryId)),
    ...(update && { update: (message, first) => guard(() => update(message, first)) }),
  };
}

function circuitBreaker(clock: Clock): Guard {
  let failures = 0;
  let rest: Milliseconds = FIRST_REST;
  let restsUntil: Instant | null = null;
  let probing = false;
  let lastError = '';

  function record(outcome: SendOutcome, isProbe: boolean): void {
    if (outcome.result !== 'retry') {
      failures = 0;
      restsUntil = null;
      return;
    }
    failures += 1;
    lastError = outcome.error;
    // What was on its way when the channel went to rest does not prolong it.
    if (isProbe) rest = Math.min(LONGEST_REST, rest * 1.5);
    else if (restsUntil !== null || failures < OPENS_AFTER) return;
    else rest = FIRST_REST;
    restsUntil = clock.now() + rest;
  }

  return async (attempt) => {
    const isProbe = restsUntil !== null;
    const left = restsUntil === null ? 0 : restsUntil - clock.now();
    if (left > 0 || probing) return resting(Math.max(left, probing ? PROBE_TAKES : 0), lastError);
    probing = isProbe;
    try {
      const outcome = await attempt();
      record(outcome, isProbe);
      return outcome;
    } finally {
      if (isProbe) probing = false;
    }
  };
}

function resting(retryAfter: Milliseconds, lastError: string): SendOutcome {
  const error = `Not tried: the channel rests after failures in a row, the last one: ${lastError}`;
  return { result: 'retry', untried: true, error, retryAfter };
}

import {
  type AttemptOutcome,
  type Channel,
  DomainError,
  fallbackChannels,
  type Instant,
  type NotificationDelivery,
  queuedDelivery,
  recordChanges,
  SECOND,
  SYSTEM,
  settleAttempt,
} from '@klaxon/domain';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { NotificationDeps } from './notification-deps.ts';

/** Timelines of one bundle that are written at once: thousands would outlast a transaction. */
const TIMELINES_AT_ONCE = 100;

/** So long a database may be away without a message that was sent being sent again. */
const TRIES = 20;
const BETWEEN_TRIES = SECOND;

/**
 * Writes what came of an attempt, unless somebody else has claimed the delivery since: a worker that
 * only stood still must not overwrite what another did. Answers whether it was written.
 */
export async function recordAttempt(
  deps: NotificationDeps,
  claimed: NotificationDelivery,
  outcome: AttemptOutcome | 'nothing to say',
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await record(deps, claimed, outcome);
    } catch (error) {
      const isAway = error instanceof DomainError && error.kind === 'unavailable';
      if (!isAway || tries >= TRIES) throw error;
      await deps.pause(BETWEEN_TRIES);
    }
  }
}

async function record(
  deps: NotificationDeps,
  claimed: NotificationDelivery,
  outcome: AttemptOutcome | 'nothing to say',
): Promise<boolean> {
  const channels = await deps.directory.channels();
  const recorded = await deps.unitOfWork.run(async (tx) => {
    const current = (await tx.deliveries.lock(claimed.id))?.delivery;
    if (!current || current.epoch !== claimed.epoch || current.status !== 'queued') return null;
    const now = deps.clock.now();
    if (outcome === 'nothing to say') {
      const superseded = { ...current, status: 'superseded', claim: null, settledAt: now } as const;
      const supersededBecause = 'It was no longer so when its turn came.';
      await tx.deliveries.update({ ...superseded, supersededBecause });
      return [];
    }
    const settled = settleAttempt(current, outcome, now, deps.jitter());
    await tx.deliveries.update(settled);
    if (settled.status === 'queued') return [];
    const bundled = settled.carries ? await tx.deliveries.bundledInto(settled.id) : [];
    if (settled.carries) await tx.deliveries.settleBundle(settled);
    if (settled.status !== 'failed') return [];
    const failed = [settled, ...bundled.filter(({ status }) => status === 'queued')];
    await tellFallbacks(tx, deps, failed, channels);
    await tellTimelines(tx, deps, [settled], channels);
    return failed.slice(1).map((delivery) => ({ ...delivery, lastError: settled.lastError }));
  });
  for (let from = 0; recorded && from < recorded.length; from += TIMELINES_AT_ONCE)
    await deps.unitOfWork.run((tx) =>
      tellTimelines(tx, deps, recorded.slice(from, from + TIMELINES_AT_ONCE), channels),
    );
  return recorded !== null;
}

/** Tells of these failures through the fallback channels, where no other is left; a bundle as a bundle. */
async function tellFallbacks(
  tx: Transaction,
  { clock, ids }: NotificationDeps,
  failed: readonly NotificationDelivery[],
  channels: readonly Channel[],
): Promise<void> {
  const told = Map.groupBy(
    await tx.deliveries.ofEvents(failed.map(({ eventId }) => eventId)),
    ({ eventId }) => eventId,
  );
  const carriers = new Map<string, string>();
  const instead: NotificationDelivery[] = [];
  for (const delivery of failed)
    for (const channel of fallbackChannels(told.get(delivery.eventId) ?? [], channels)) {
      const fallback = fallbackDelivery(delivery, channel.id, ids.next(), clock.now());
      const bundledInto = carriers.get(channel.id) ?? null;
      if (bundledInto === null) carriers.set(channel.id, fallback.id);
      instead.push({
        ...fallback,
        bundledInto,
        carries: failed.length > 1 && bundledInto === null,
      });
    }
  await tx.deliveries.insert(instead);
}

function fallbackDelivery(
  { eventId, incidentId, version, kind }: NotificationDelivery,
  channelId: string,
  id: string,
  now: Instant,
): NotificationDelivery {
  const event = { id: eventId, incidentId, version };
  const reason = 'It is the fallback: all other channels failed.';
  return queuedDelivery({ id, event, channelId, kind, reason, now });
}

async function tellTimelines(
  tx: Transaction,
  { clock, ids }: NotificationDeps,
  failed: readonly NotificationDelivery[],
  channels: readonly Channel[],
): Promise<void> {
  const stamp = { actor: SYSTEM, at: clock.now(), newId: () => ids.next() };
  // In one order, so that two failures at once cannot wait for each other.
  const inOrder = failed.toSorted((a, b) => (a.incidentId < b.incidentId ? -1 : 1));
  for (const { incidentId, channelId, kind, lastError } of inOrder) {
    const incident = await tx.incidents.get(incidentId);
    const channel = channels.find(({ id }) => id === channelId)?.name ?? channelId;
    const error = lastError ?? '';
    const data = { channel, about: kind, error };
    const reason = `${channel} could not be told: ${error}`;
    const change = { type: 'notification_failed', data, reason } as const;
    const recorded = recordChanges(incident, [change], stamp);
    await tx.incidents.update(recorded.incident);
    await tx.timeline.append(recorded.events);
  }
}

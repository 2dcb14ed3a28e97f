import {
  type Audience,
  type Channel,
  type EventToAnnounce,
  MINUTE,
  planDeliveries,
} from '@klaxon/domain';
import type { NotificationDeps } from './notification-deps.ts';

/** A storm is announced in several transactions, each well within the time that one may take. */
const EVENTS_AT_ONCE = 500;

/**
 * Turns events into deliveries: who should hear of them, bundled where there are too many. Announcing
 * an event again changes nothing.
 */
export function makeAnnounceEvents(
  deps: NotificationDeps,
): (eventIds: readonly string[]) => Promise<void> {
  return async (eventIds) => {
    const unknown: string[] = [];
    for (let start = 0; start < eventIds.length; start += EVENTS_AT_ONCE)
      unknown.push(...(await announce(deps, eventIds.slice(start, start + EVENTS_AT_ONCE))));
    // What they mean, and whom to notify, a newer process knows: the job waits for that one.
    if (unknown.length > 0)
      throw new Error(`the event ${unknown[0]} is for a newer Klaxon to announce`);
  };
}

/** Answers the names of events that are not known here. */
async function announce(
  deps: NotificationDeps,
  eventIds: readonly string[],
): Promise<readonly string[]> {
  const { directory, queries, answering } = deps;
  const channels = await directory.channels();
  if (!channels.some((channel) => channel.enabled)) return [];
  const [announced, rules] = await Promise.all([queries.events(eventIds), directory.rules()]);
  // Hundreds of channels that hang must not hold up the one that works: its messages are committed first.
  const { first = [], then = [] } = Object.groupBy(channels, ({ id }) =>
    answering.has(id) ? 'first' : 'then',
  );
  for (const some of [first, then])
    if (some.length > 0) await tell(deps, announced, some, { channels, rules });
  return announced.flatMap(({ event }) => (event.type === 'unknown' ? [event.data.name] : []));
}

/** Writes the messages to some of the channels. Who is notified at all is decided by all of them. */
async function tell(
  { unitOfWork, clock, ids }: NotificationDeps,
  announced: readonly EventToAnnounce[],
  some: readonly Channel[],
  who: Pick<Audience, 'channels' | 'rules'>,
): Promise<void> {
  const channelIds = some.map(({ id }) => id);
  const isOne = new Set(channelIds);
  const incidentIds = new Set(announced.map(({ incident }) => incident.id));
  await unitOfWork.run(async (tx) => {
    const now = clock.now();
    const traffic = await tx.deliveries.traffic(channelIds, now - MINUTE, now);
    const told = await tx.deliveries.ofIncidents([...incidentIds]);
    const planned = planDeliveries(announced, { ...who, traffic, told }, now, () => ids.next());
    await tx.deliveries.insert(planned.filter(({ channelId }) => isOne.has(channelId)));
  });
}

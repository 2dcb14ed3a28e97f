import { MINUTE, planDeliveries } from '@klaxon/domain';
import type { NotificationTools } from './notification-tools.ts';

/** A storm is announced in several transactions, each well within the time that one may take. */
const EVENTS_AT_ONCE = 500;

/**
 * Turns events into deliveries: who should hear of them, bundled where there are too many. Announcing
 * an event again changes nothing.
 */
export function makeAnnounceEvents(
  tools: NotificationTools,
): (eventIds: readonly string[]) => Promise<void> {
  return async (eventIds) => {
    for (let start = 0; start < eventIds.length; start += EVENTS_AT_ONCE)
      await announce(tools, eventIds.slice(start, start + EVENTS_AT_ONCE));
  };
}

async function announce(
  { unitOfWork, clock, ids, directory, queries }: NotificationTools,
  eventIds: readonly string[],
): Promise<void> {
  const channels = await directory.channels();
  if (!channels.some((channel) => channel.enabled)) return;
  const [announced, rules] = await Promise.all([queries.events(eventIds), directory.rules()]);
  await unitOfWork.run(async (tx) => {
    const now = clock.now();
    const channelIds = channels.map((channel) => channel.id);
    const traffic = await tx.deliveries.traffic(channelIds, now - MINUTE, now);
    const newId = () => ids.next();
    const incidentIds = new Set(announced.map(({ incident }) => incident.id));
    const told = await tx.deliveries.ofIncidents([...incidentIds]);
    const audience = { channels, rules, traffic, told };
    const planned = planDeliveries(announced, audience, now, newId);
    await tx.deliveries.insert(planned);
  });
}

import { MINUTE, planDeliveries } from '@klaxon/domain';
import { attemptJob, type NotificationTools } from './notification-tools.ts';

/**
 * Turns events into deliveries: who should hear of them, bundled where there are too many. Announcing
 * an event again changes nothing.
 */
export function makeAnnounceEvents({
  unitOfWork,
  clock,
  ids,
  directory,
  queries,
}: NotificationTools): (eventIds: readonly string[]) => Promise<void> {
  return async (eventIds) => {
    const announced = await queries.events(eventIds);
    const [channels, rules] = await Promise.all([directory.channels(), directory.rules()]);
    await unitOfWork.run(async (tx) => {
      const now = clock.now();
      const channelIds = channels.map((channel) => channel.id);
      const traffic = await tx.deliveries.traffic(channelIds, now - MINUTE, now);
      const newId = () => ids.next();
      const incidentIds = new Set(announced.map(({ incident }) => incident.id));
      const told = await tx.deliveries.ofIncidents([...incidentIds]);
      const audience = { channels, rules, traffic, told };
      const planned = planDeliveries(announced, audience, now, newId);
      const taken = await tx.deliveries.insert(planned);
      await tx.jobs.add(
        taken.filter(({ bundledInto }) => bundledInto === null).map((one) => attemptJob(one)),
      );
    });
  };
}

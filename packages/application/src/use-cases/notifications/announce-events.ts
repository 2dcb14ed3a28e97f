import type { Job } from '../../ports/jobs.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Fans events out to the channels: one job each, so that no channel waits for another. */
export function makeAnnounceEvents(
  unitOfWork: UnitOfWork,
  channels: readonly string[],
): (eventIds: readonly string[]) => Promise<void> {
  return async (eventIds) => {
    const jobs = eventIds.flatMap((eventId) =>
      channels.map(
        (channel): Job => ({
          name: 'send_notification',
          payload: { eventId, channel, attempt: 1 },
          key: `send:${eventId}:${channel}`,
        }),
      ),
    );
    if (jobs.length > 0) await unitOfWork.run((tx) => tx.jobs.add(jobs));
  };
}

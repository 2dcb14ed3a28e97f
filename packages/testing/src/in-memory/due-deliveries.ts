import type { DueDeliveries } from '@klaxon/application';
import { holdsClaim } from '@klaxon/domain';
import type { StoreState } from './state.ts';

export function makeDueDeliveries(state: () => StoreState): DueDeliveries {
  return {
    due: async ({ room, perChannel, except }) => {
      const { clock, deliveries } = state();
      const now = clock.now();
      const due = [...deliveries.values()]
        .filter(
          (delivery) =>
            delivery.status === 'queued' &&
            delivery.bundledInto === null &&
            delivery.nextAttemptAt <= now &&
            !holdsClaim(delivery, now) &&
            !except.includes(delivery.id),
        )
        .sort((a, b) => a.nextAttemptAt - b.nextAttemptAt);
      const taken = new Map<string, number>();
      return due.flatMap(({ id, channelId }) => {
        const count = (taken.get(channelId) ?? 0) + 1;
        taken.set(channelId, count);
        return count > (room.get(channelId) ?? perChannel) ? [] : [{ id, channelId }];
      });
    },
  };
}

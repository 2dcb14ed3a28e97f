import type { DueDeliveries } from '@klaxon/application';
import { holdsClaim, isAnnouncementKind } from '@klaxon/domain';
import { SAMPLE_CHANNEL_TYPES } from '../channel-types.ts';
import type { StoreState } from './state.ts';

export function makeDueDeliveries(state: () => StoreState): DueDeliveries {
  return {
    due: async ({ room, perChannel, except }) => {
      const { clock, channels, deliveries } = state();
      const isKnown = (channelId: string) => {
        const configured = channelId.startsWith('env:') ? channelId.slice(4) : undefined;
        const type = channels.get(channelId)?.type ?? configured;
        return type === undefined || SAMPLE_CHANNEL_TYPES.has(type);
      };
      const now = clock.now();
      const due = [...deliveries.values()]
        .filter(
          (delivery) =>
            delivery.status === 'queued' &&
            delivery.bundledInto === null &&
            delivery.nextAttemptAt <= now &&
            !holdsClaim(delivery, now) &&
            isAnnouncementKind(delivery.kind) &&
            isKnown(delivery.channelId) &&
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

import type { ChannelDirectory, Notifier } from '@klaxon/application';
import type { Channel } from '@klaxon/domain';
import { channelTypes } from './channel-providers.ts';

export interface EnvironmentChannel {
  readonly type: string;
  readonly notifier: Notifier;
}

/** The channels that the environment configures: one of a kind, without rules, not to be edited. */
export function environmentChannels(configured: readonly EnvironmentChannel[]): ChannelDirectory {
  const byId = new Map(configured.map((channel) => [`env:${channel.type}`, channel]));
  return {
    channels: async () =>
      [...byId].map(
        ([id, { type }]): Channel => ({
          id,
          name: channelTypes.get(type)?.label ?? type,
          type,
          enabled: true,
          fallback: false,
        }),
      ),
    rules: async () => [],
    notifier: async (channelId) => byId.get(channelId)?.notifier ?? null,
  };
}

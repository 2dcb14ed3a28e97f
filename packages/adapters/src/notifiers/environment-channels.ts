import type { ChannelDirectory, Notifier } from '@klaxon/application';
import type { Channel, ChannelType } from '@klaxon/domain';

export interface EnvironmentChannel {
  readonly type: ChannelType;
  readonly notifier: Notifier;
}

const NAMES: Readonly<Record<ChannelType, string>> = {
  slack: 'Slack',
  email: 'E-mail',
  telegram: 'Telegram',
  webhook: 'Webhook',
};

/** The channels that the environment configures: one of a kind, without rules, not to be edited. */
export function environmentChannels(configured: readonly EnvironmentChannel[]): ChannelDirectory {
  const byId = new Map(configured.map((channel) => [`env:${channel.type}`, channel]));
  return {
    channels: async () =>
      [...byId].map(
        ([id, { type }]): Channel => ({
          id,
          name: NAMES[type],
          type,
          enabled: true,
          fallback: false,
        }),
      ),
    rules: async () => [],
    notifier: async (channelId) => byId.get(channelId)?.notifier ?? null,
  };
}

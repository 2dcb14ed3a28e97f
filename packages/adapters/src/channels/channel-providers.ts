import type { ChannelProvider } from './channel-provider.ts';
import { emailChannel } from './email/email-channel.ts';
import { slackChannel } from './slack/slack-channel.ts';
import { telegramChannel } from './telegram/telegram-channel.ts';
import { webhookChannel } from './webhook/webhook-channel.ts';

/** Every type of channel there is, in the order in which people are offered them. */
export const CHANNEL_PROVIDERS: readonly ChannelProvider[] = [
  slackChannel,
  emailChannel,
  telegramChannel,
  webhookChannel,
];

export const channelTypes: ReadonlyMap<string, ChannelProvider> = new Map(
  CHANNEL_PROVIDERS.map((provider) => [provider.type, provider]),
);

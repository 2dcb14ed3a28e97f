import type { Channel } from './channel.ts';
import { type Announcement, hears, type NotificationRule } from './notification-rule.ts';

export interface Recipient {
  readonly channelId: string;
  /** Why this channel is told, for people. */
  readonly reason: string;
}

/**
 * Which channels are told. A channel without rules hears everything; one with rules hears what any of
 * them matches. Fallback channels are for when all these have failed, or when there are no others.
 */
export function routeAnnouncement(
  announcement: Announcement,
  channels: readonly Channel[],
  rules: readonly NotificationRule[],
): readonly Recipient[] {
  const enabled = channels.filter((channel) => channel.enabled);
  const regular = enabled.filter((channel) => !channel.fallback);
  return (regular.length > 0 ? regular : enabled).flatMap((channel): readonly Recipient[] => {
    const own = rules.filter((rule) => rule.channelId === channel.id);
    if (own.length === 0)
      return [{ channelId: channel.id, reason: 'It has no rules, so it hears everything.' }];
    const rule = own.find((candidate) => hears(candidate, announcement));
    return rule ? [{ channelId: channel.id, reason: `Its rule "${rule.name}" matches.` }] : [];
  });
}

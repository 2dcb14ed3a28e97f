import type { Interactions, SlackProof, TelegramProof } from '@klaxon/application';

/** Where chats report the buttons that people press. An address is closed while its part is null. */
export interface ChatWebhooks {
  /** Null where Slack has no secret to sign with. */
  readonly slackInteractions: Interactions<SlackProof> | null;
  /** Null where Telegram was given no secret. */
  readonly telegramInteractions: Interactions<TelegramProof> | null;
}

import type { Clock } from '@klaxon/application';
import type { ChannelSettings } from '@klaxon/domain';
import type { ClosableNotifier } from './channel-directory.ts';
import { smtpEmailNotifier } from './email/smtp-email-notifier.ts';
import type { AllowPrivate } from './shared/private-addresses.ts';
import { slackIncomingWebhookNotifier } from './slack/slack-incoming-webhook-notifier.ts';
import { slackNotifier } from './slack/slack-notifier.ts';
import { telegramNotifier } from './telegram/telegram-notifier.ts';
import { webhookNotifier } from './webhook/webhook-notifier.ts';
import { withoutActions } from './without-actions.ts';

export interface BuildOptions {
  /** Whose private addresses webhooks may lead to, and which mail servers may have one. */
  readonly allowPrivate: { readonly webhooks: AllowPrivate; readonly smtp: AllowPrivate };
  /** The bots whose buttons Klaxon hears of; the messages of any other carry none. */
  readonly heard: HeardBots;
  /** Where Slack's and Telegram's APIs are. */
  readonly slackUrl: string;
  readonly telegramUrl: string;
  /** Dates what is signed. */
  readonly clock: Clock;
}

/** Tokens; null where nothing is listened to. */
export interface HeardBots {
  readonly slack: string | null;
  readonly telegram: string | null;
}

/**
 * The notifier that reaches people as these settings say.
 *
 * @throws DomainError `invalid` for settings that could never work
 */
export function buildNotifier(
  settings: ChannelSettings,
  { allowPrivate, heard, slackUrl, telegramUrl, clock }: BuildOptions,
): ClosableNotifier {
  switch (settings.type) {
    case 'slack': {
      const { token, webhook_url: url } = settings.secrets;
      if (url !== null)
        return slackIncomingWebhookNotifier({ url, allowPrivate: allowPrivate.webhooks });
      const channel = settings.config.channel ?? '';
      const notifier = slackNotifier({ token: token ?? '', channel, baseUrl: slackUrl });
      return token === heard.slack ? notifier : withoutActions(notifier);
    }
    case 'email': {
      const { tls, ...server } = settings.config;
      return smtpEmailNotifier({
        ...server,
        ...settings.secrets,
        requireTls: tls,
        allowPrivate: allowPrivate.smtp,
      });
    }
    case 'telegram': {
      const { chat_id: chatId, message_thread_id: messageThreadId } = settings.config;
      const token = settings.secrets.bot_token;
      const options = { token, chatId, messageThreadId, baseUrl: telegramUrl };
      const notifier = telegramNotifier(options);
      return token === heard.telegram ? notifier : withoutActions(notifier);
    }
    case 'webhook':
      return webhookNotifier({
        clock,
        ...settings.secrets,
        allowPrivate: allowPrivate.webhooks,
      });
  }
}

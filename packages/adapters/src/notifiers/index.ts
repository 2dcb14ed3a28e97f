export { type BuildOptions, buildNotifier, type HeardBots } from './build-notifier.ts';
export { type ClosableNotifier, CombinedChannelDirectory } from './channel-directory.ts';
export { type SmtpEmailOptions, smtpEmailNotifier } from './email/smtp-email-notifier.ts';
export { type EnvironmentChannel, environmentChannels } from './environment-channels.ts';
export {
  type SlackIncomingWebhookOptions,
  slackIncomingWebhookNotifier,
} from './slack/slack-incoming-webhook-notifier.ts';
export { type SlackOptions, slackNotifier } from './slack/slack-notifier.ts';
export { type TelegramOptions, telegramNotifier } from './telegram/telegram-notifier.ts';
export { type WebhookOptions, webhookNotifier } from './webhook/webhook-notifier.ts';
export { withoutActions } from './without-actions.ts';

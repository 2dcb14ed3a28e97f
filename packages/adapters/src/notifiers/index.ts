export { type SlackOptions, slackNotifier } from './slack-notifier.ts';
export { type SmtpEmailOptions, smtpEmailNotifier } from './smtp-email-notifier.ts';
export { type TelegramOptions, telegramNotifier } from './telegram-notifier.ts';

import {
  type EnvironmentChannel,
  type HeardBots,
  slackNotifier,
  smtpEmailNotifier,
  telegramNotifier,
  withoutActions,
} from '@klaxon/adapters';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { Teardown } from './teardown.ts';

/** The bots whose buttons Klaxon hears of. */
export function heardBots(config: Config, secrets: Secrets): HeardBots {
  const { slack, telegram, slackAppToken, slackSigningSecret } = secrets;
  const hearsSlack = slackAppToken !== null || slackSigningSecret !== null;
  const hearsTelegram = config.telegramUpdates !== 'off';
  return {
    slack: hearsSlack ? (slack?.token ?? null) : null,
    telegram: hearsTelegram ? (telegram?.botToken ?? null) : null,
  };
}

/** The channels that the environment configures. */
export function composeNotifiers(
  config: Config,
  secrets: Secrets,
  teardown: Teardown,
): readonly EnvironmentChannel[] {
  const { slack, telegram, email } = secrets;
  const heard = heardBots(config, secrets);
  const channels: EnvironmentChannel[] = [];
  if (slack) {
    const notifier = slackNotifier({ ...slack, baseUrl: config.slackApiUrl });
    channels.push({ type: 'slack', notifier: heard.slack ? notifier : withoutActions(notifier) });
  }
  if (telegram) {
    const { botToken: token, chatId } = telegram;
    const notifier = telegramNotifier({ token, chatId, baseUrl: config.telegramApiUrl });
    const told = heard.telegram ? notifier : withoutActions(notifier);
    channels.push({ type: 'telegram', notifier: told });
  }
  if (email) {
    // Whoever sets these variables runs Klaxon, and knows their own network.
    const notifier = smtpEmailNotifier({ ...email, allowPrivate: true });
    teardown.onStop('e-mail connections', () => notifier.close());
    channels.push({ type: 'email', notifier });
  }
  return channels;
}

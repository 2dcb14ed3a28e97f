import { slackNotifier, smtpEmailNotifier, telegramNotifier } from '@klaxon/adapters';
import type { Notifier } from '@klaxon/application';
import type { Secrets } from '../config/secrets.ts';
import type { Teardown } from './teardown.ts';

/** The channels that the environment configures. */
export function composeNotifiers(
  { slack, telegram, email }: Secrets,
  teardown: Teardown,
): readonly Notifier[] {
  const notifiers: Notifier[] = [];
  if (slack) notifiers.push(slackNotifier(slack));
  if (telegram)
    notifiers.push(telegramNotifier({ token: telegram.botToken, chatId: telegram.chatId }));
  if (email) {
    const notifier = smtpEmailNotifier(email);
    teardown.onStop('e-mail connections', () => notifier.close());
    notifiers.push(notifier);
  }
  return notifiers;
}

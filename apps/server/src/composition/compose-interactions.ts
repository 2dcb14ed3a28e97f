import {
  isSameSecret,
  LEADERSHIPS,
  leadWhileAlone,
  listenToSlack,
  pollTelegram,
  slackInteractions,
  slackSignature,
  telegramInteractions,
} from '@klaxon/adapters';
import type { Clock, MessageActions } from '@klaxon/application';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { ChatWebhooks as UseCases } from '../http/routes/integrations/chat-webhooks.ts';

/** Hears of pressed buttons over a connection that Klaxon opens itself. */
export interface Listener {
  readonly name: string;
  start(): { stop(): Promise<void> };
}

export interface ComposedInteractions
  extends Pick<UseCases, 'slackInteractions' | 'telegramInteractions'> {
  readonly listeners: readonly Listener[];
}

const CLOSED: ComposedInteractions = {
  slackInteractions: null,
  telegramInteractions: null,
  listeners: [],
};

interface InteractionParts {
  readonly databaseUrl: string;
  /** By which the age of what Slack signed is judged. */
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * How the buttons that people press in Slack and Telegram reach Klaxon: by request, or by listening.
 *
 * @param actions null where there is no key to sign buttons with, so that messages have none
 */
export function composeInteractions(
  actions: MessageActions | null,
  { telegramUpdates, apiUrls }: Config,
  secrets: Secrets,
  { databaseUrl, clock, logger }: InteractionParts,
): ComposedInteractions {
  const { slackSigningSecret, slackAppToken, telegramWebhookSecret } = secrets;
  const telegramToken = tokenOf(secrets, 'telegram');
  if (!actions) {
    if (slackSigningSecret ?? slackAppToken ?? telegramToken)
      logger.warn('messages carry no buttons: set SECRET_KEY, which signs them');
    return CLOSED;
  }
  const log = (level: 'debug' | 'warn', message: string) => logger[level](message);
  const listeners: Listener[] = [];
  const baseUrlIn = (type: string) => {
    const baseUrl = apiUrls[type];
    return baseUrl === undefined ? {} : { baseUrl };
  };

  const fromSlack = slackInteractions({ actions });
  if (slackAppToken !== null)
    listeners.push({
      name: 'Slack connection',
      start: () =>
        listenToSlack({ token: slackAppToken, ...baseUrlIn('slack'), receive: fromSlack, log }),
    });

  const bot = telegramToken === null ? null : { token: telegramToken, ...baseUrlIn('telegram') };
  const fromTelegram = bot && telegramInteractions({ ...bot, actions });
  if (bot && fromTelegram && telegramUpdates === 'polling')
    listeners.push({
      name: 'Telegram polling',
      start: () =>
        leadWhileAlone({ url: databaseUrl, lock: LEADERSHIPS.telegramUpdates, log }, (signal) =>
          pollTelegram({ ...bot, receive: fromTelegram, log }, signal),
        ),
    });

  return {
    listeners,
    slackInteractions:
      slackSigningSecret === null
        ? null
        : { isGenuine: slackSignature(slackSigningSecret, clock), receive: fromSlack },
    telegramInteractions:
      telegramWebhookSecret === null || !fromTelegram || telegramUpdates !== 'webhook'
        ? null
        : {
            isGenuine: ({ secretToken }) => isSameSecret(secretToken, telegramWebhookSecret),
            receive: fromTelegram,
          },
  };
}

/** The tokens of the bots whose buttons Klaxon hears of. */
export function heardBots({ telegramUpdates }: Config, secrets: Secrets): readonly string[] {
  const hearsSlack = secrets.slackAppToken !== null || secrets.slackSigningSecret !== null;
  const tokens = [
    hearsSlack ? tokenOf(secrets, 'slack') : null,
    telegramUpdates === 'off' ? null : tokenOf(secrets, 'telegram'),
  ];
  return tokens.filter((token) => token !== null);
}

/** Of the bot that the environment sets up, which is the one that Klaxon listens to. */
function tokenOf({ channels }: Secrets, type: 'slack' | 'telegram'): string | null {
  const own = channels.find((channel) => channel.type === type)?.secrets ?? {};
  const token = own[type === 'slack' ? 'token' : 'bot_token'];
  return typeof token === 'string' ? token : null;
}

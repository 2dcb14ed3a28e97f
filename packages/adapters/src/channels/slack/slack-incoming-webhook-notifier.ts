import type { Notifier, SendOutcome } from '@klaxon/application';
import { errorText } from '../shared/error-text.ts';
import { guardedConnector } from '../shared/guarded-connector.ts';
import { httpAddress, secretsOfAddress } from '../shared/http-address.ts';
import { boundedPost, DEFAULT_TIMEOUTS, type HttpTimeouts } from '../shared/http-client.ts';
import { type AllowPrivate, callPolicy } from '../shared/private-addresses.ts';
import { type SlackBody, slackBundle, slackWebhookMessage } from './slack-message.ts';
import { slackWebhookOutcome } from './slack-outcome.ts';

export interface SlackIncomingWebhookOptions {
  /** `https://hooks.slack.com/services/…`: a secret. */
  readonly url: string;
  /** Whose private addresses it may lead to. */
  readonly allowPrivate?: AllowPrivate;
  readonly timeouts?: HttpTimeouts;
}

/**
 * Posts through an incoming webhook of Slack, which gives its messages no name: there are no threads, no
 * updates and no buttons, and every message stands for itself. Throws an `invalid` error for options that
 * could never work.
 */
export function slackIncomingWebhookNotifier(options: SlackIncomingWebhookOptions): Notifier {
  const url = httpAddress(options.url);
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const mayCall = callPolicy(options.allowPrivate ?? false);
  const post = boundedPost(timeouts, guardedConnector(mayCall, timeouts.connect));
  const secrets = secretsOfAddress(url);

  async function deliver(body: SlackBody): Promise<SendOutcome> {
    const outcome = slackWebhookOutcome(await post(url, JSON.stringify(body)));
    return outcome.result === 'sent'
      ? outcome
      : { ...outcome, error: errorText(outcome.error, secrets) };
  }

  return {
    send: (message) => deliver(slackWebhookMessage(message)),
    sendBundle: (message) => deliver(slackBundle(message)),
  };
}

import type { Clock, Notifier, SendOutcome } from '@klaxon/application';
import { invalid, SECOND } from '@klaxon/domain';
import { systemClock } from '../../system/system-clock.ts';
import { errorText } from '../shared/error-text.ts';
import { guardedConnector, type ResolveHost } from '../shared/guarded-connector.ts';
import { httpAddress, secretsOfAddress } from '../shared/http-address.ts';
import { boundedPost, type HttpResult, type HttpTimeouts } from '../shared/http-client.ts';
import { type AllowPrivate, callPolicy } from '../shared/private-addresses.ts';
import { signatureHeaders, webhookKey } from './standard-webhooks.ts';
import { type WebhookPayload, webhookBundle, webhookPayload } from './webhook-payload.ts';

export interface WebhookOptions {
  /** Where to post. It may hold a secret of the receiver's. */
  readonly url: string;
  /** `whsec_…`; while it is being replaced both, the new one first. */
  readonly secret: string | readonly string[];
  /** Whose private addresses it may lead to. */
  readonly allowPrivate?: AllowPrivate;
  readonly timeouts?: HttpTimeouts;
  /** Dates the signatures. */
  readonly clock?: Clock;
  readonly resolve?: ResolveHost;
}

/** Standard Webhooks gives a receiver 15 to 30 s. */
const TIMEOUTS: HttpTimeouts = { connect: 5 * SECOND, total: 15 * SECOND };

/**
 * Posts each announcement as JSON, signed as Standard Webhooks 1.0.0 asks; `webhook-id` is the delivery's
 * id, the same at every try. Throws an `invalid` error for options that could never work.
 */
export function webhookNotifier(options: WebhookOptions): Notifier {
  const url = httpAddress(options.url);
  const given = typeof options.secret === 'string' ? [options.secret] : options.secret;
  const keys = given.flatMap((secret) => webhookKey(secret) ?? []);
  if (keys.length === 0 || keys.length < given.length)
    throw invalid('secret', 'must be whsec_ and 24 to 64 random bytes in base64');
  const { timeouts = TIMEOUTS, clock = systemClock } = options;
  const mayCall = callPolicy(options.allowPrivate ?? false);
  const post = boundedPost(timeouts, guardedConnector(mayCall, timeouts.connect, options.resolve));
  const secrets = [...given, ...secretsOfAddress(url)];

  async function deliver(payload: WebhookPayload, deliveryId: string): Promise<SendOutcome> {
    const body = JSON.stringify(payload);
    const headers = signatureHeaders(keys, deliveryId, clock.now(), body);
    const outcome = outcomeOf(await post(url, body, { headers }));
    return outcome.result === 'sent'
      ? outcome
      : { ...outcome, error: errorText(outcome.error, secrets) };
  }

  return {
    send: (message, { deliveryId }) => deliver(webhookPayload(message), deliveryId),
    sendBundle: (message, deliveryId) => deliver(webhookBundle(message, clock.now()), deliveryId),
  };
}

/** The status alone counts: what a receiver says beside it is shown to nobody. */
function outcomeOf(result: HttpResult): SendOutcome {
  if (result.kind === 'refused')
    return { result: 'failed', error: `The webhook was not called: ${result.reason}` };
  if (result.kind === 'no-answer')
    return retry(`The webhook could not be reached: ${result.reason}`);
  const { status } = result;
  if (status >= 200 && status < 300) return { result: 'sent', providerId: null };
  if (status >= 300 && status < 400)
    return failed(status, 'redirects are not followed: give the address that it leads to');
  if (status === 410) return failed(status, 'the receiver wants no more: remove the channel');
  if (status === 429) return retry('The webhook asks for a pause (HTTP 429)', result.retryAfter);
  if (status >= 400 && status < 500 && status !== 408 && status !== 425)
    return failed(status, 'check the address and the secret');
  return retry(`The webhook answered HTTP ${status}`, result.retryAfter);
}

function failed(status: number, remedy: string): SendOutcome {
  return { result: 'failed', error: `The webhook answered HTTP ${status}: ${remedy}` };
}

function retry(error: string, retryAfter: number | null = null): SendOutcome {
  return { result: 'retry', error, retryAfter };
}

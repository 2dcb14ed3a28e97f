import type { Notifier, SendOutcome } from '@klaxon/application';
import { invalid } from '@klaxon/domain';
import { errorText } from './error-text.ts';
import {
  boundedPost,
  DEFAULT_TIMEOUTS,
  type HttpResult,
  type HttpTimeouts,
} from './http-client.ts';
import { slackMessage } from './slack-message.ts';

export interface SlackOptions {
  /** A bot token (`xoxb-…`) with the scope `chat:write`. */
  readonly token: string;
  /** The channel's id, or its name. */
  readonly channel: string;
  readonly baseUrl?: string;
  readonly timeouts?: HttpTimeouts;
}

const CHECK_TOKEN = 'check the bot token';
const CHECK_CHANNEL = 'check the channel, and that the bot may see it';
const CHECK_SCOPE = 'give the Slack app the scope chat:write and install it again';
const REPORT = 'Slack does not take this message as it is';

/** The errors that another try cannot mend, with what to do. Any other is worth one: Slack adds new names. */
const PERMANENT: ReadonlyMap<unknown, string> = new Map([
  ['invalid_auth', CHECK_TOKEN],
  ['not_authed', CHECK_TOKEN],
  ['account_inactive', CHECK_TOKEN],
  ['token_revoked', CHECK_TOKEN],
  ['token_expired', CHECK_TOKEN],
  ['missing_scope', CHECK_SCOPE],
  ['no_permission', CHECK_SCOPE],
  ['channel_not_found', CHECK_CHANNEL],
  ['is_archived', 'the channel is archived: choose another'],
  ['not_in_channel', 'invite the bot to the channel'],
  ['restricted_action', 'the workspace does not let the bot post in this channel'],
  ['msg_too_long', REPORT],
  ['msg_blocks_too_long', REPORT],
  ['invalid_blocks', REPORT],
]);

/**
 * Posts each announcement with `chat.postMessage`. The provider's id is `<channel id>:<ts>`, which
 * `chat.update` and threads need. Throws an `invalid` error for options that could never work.
 */
export function slackNotifier(options: SlackOptions): Notifier {
  if (!/^[\x21-\x7e]+$/.test(options.token))
    throw invalid('token', 'must be a Slack bot token (xoxb-…), without spaces');
  if (options.channel.trim() === '')
    throw invalid('channel', 'must be the id or the name of a Slack channel');
  const post = boundedPost(options.timeouts ?? DEFAULT_TIMEOUTS);
  const url = `${(options.baseUrl ?? 'https://slack.com/api').replace(/\/+$/, '')}/chat.postMessage`;
  return {
    channel: 'slack',
    async send(message) {
      const body = { channel: options.channel, ...slackMessage(message) };
      const outcome = outcomeOf(
        await post(url, body, { authorization: `Bearer ${options.token}` }),
      );
      return outcome.result === 'sent'
        ? outcome
        : { ...outcome, error: errorText(outcome.error, [options.token]) };
    },
  };
}

function outcomeOf(result: HttpResult): SendOutcome {
  if (result.kind === 'no-answer') return retry(`Slack could not be reached: ${result.reason}`);
  const { status, body } = result;
  if (status === 200 && body['ok'] === true)
    return { result: 'sent', providerId: providerId(body) };
  if (status === 429) return retry('Slack asks for a pause (rate limit)', result.retryAfter);
  const error = typeof body['error'] === 'string' ? body['error'] : null;
  const remedy = PERMANENT.get(error);
  if (remedy !== undefined)
    return { result: 'failed', error: `Slack refused the message (${error}): ${remedy}` };
  if (status >= 400 && status < 500 && status !== 408 && status !== 425)
    return {
      result: 'failed',
      error: `Slack refused the message with HTTP ${status}${error ? ` (${error})` : ''}`,
    };
  if (error !== null) return retry(`Slack did not take the message (${error})`, result.retryAfter);
  return retry(
    `Slack answered HTTP ${status} without the JSON that it documents`,
    result.retryAfter,
  );
}

function retry(error: string, retryAfter: number | null = null): SendOutcome {
  return { result: 'retry', error, retryAfter };
}

function providerId(body: Readonly<Record<string, unknown>>): string | null {
  const { channel, ts } = body;
  return typeof channel === 'string' && typeof ts === 'string' ? `${channel}:${ts}` : null;
}

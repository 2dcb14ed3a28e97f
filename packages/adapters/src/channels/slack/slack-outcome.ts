import type { SendOutcome } from '@klaxon/application';
import type { HttpResult } from '../shared/http-client.ts';

const CHECK_TOKEN = 'check the bot token';
const CHECK_CHANNEL = 'check the channel, and that the bot may see it';
const CHECK_SCOPE = 'give the Slack app the scope chat:write and install it again';
const CHECK_WEBHOOK = 'check the webhook’s address, or make a new one in Slack';
const ARCHIVED = 'the channel is archived: choose another';
const REPORT = 'Slack does not take this message as it is';

/** The errors that another try cannot fix, with what to do. Any other is worth one: Slack adds new names. */
const PERMANENT: ReadonlyMap<unknown, string> = new Map([
  ['invalid_auth', CHECK_TOKEN],
  ['not_authed', CHECK_TOKEN],
  ['account_inactive', CHECK_TOKEN],
  ['token_revoked', CHECK_TOKEN],
  ['token_expired', CHECK_TOKEN],
  ['missing_scope', CHECK_SCOPE],
  ['no_permission', CHECK_SCOPE],
  ['channel_not_found', CHECK_CHANNEL],
  ['is_archived', ARCHIVED],
  ['not_in_channel', 'invite the bot to the channel'],
  ['restricted_action', 'the workspace does not let the bot post in this channel'],
  ['msg_too_long', REPORT],
  ['msg_blocks_too_long', REPORT],
  ['invalid_blocks', REPORT],
  ['message_not_found', 'the message is gone'],
  ['cant_update_message', 'the message is not the bot’s own'],
  ['edit_window_closed', 'the workspace does not let the bot edit messages this old'],
]);

/** What an incoming webhook says in plain text, beside its status. */
const WEBHOOK_REMEDIES: ReadonlyMap<string, string> = new Map([
  ['invalid_payload', REPORT],
  ['user_not_found', CHECK_WEBHOOK],
  ['invalid_token', CHECK_WEBHOOK],
  ['no_service', CHECK_WEBHOOK],
  ['no_team', CHECK_WEBHOOK],
  ['no_active_hooks', CHECK_WEBHOOK],
  ['action_prohibited', 'the workspace does not let this webhook post'],
  ['posting_to_general_channel_denied', 'the workspace does not let this webhook post there'],
  ['channel_not_found', CHECK_WEBHOOK],
  ['channel_is_archived', ARCHIVED],
]);

/** Reads an answer of Slack's Web API, which says 200 for its errors too. */
export function slackOutcome(result: HttpResult): SendOutcome {
  if (result.kind !== 'answer') return unreachable(result);
  const { status, body } = result;
  if (status === 200 && body['ok'] === true)
    return { result: 'sent', providerId: providerId(body) };
  if (status === 429) return retry('Slack asks for a pause (rate limit)', result.retryAfter);
  const error = slackError(result);
  const remedy = PERMANENT.get(error);
  if (remedy !== undefined)
    return { result: 'failed', error: `Slack refused the message (${error}): ${remedy}` };
  if (isRefusal(status))
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

/** Reads an answer of an incoming webhook: a status that means what it says, and a word. */
export function slackWebhookOutcome(result: HttpResult): SendOutcome {
  if (result.kind !== 'answer') return unreachable(result);
  const { status } = result;
  const word = result.text.trim();
  if (status === 200 && word === 'ok') return { result: 'sent', providerId: null };
  if (status === 429) return retry('Slack asks for a pause (rate limit)', result.retryAfter);
  // The address is somebody's: of what answers there only the words that Slack has are passed on.
  const said = WEBHOOK_REMEDIES.has(word) ? ` (${word})` : '';
  if (isRefusal(status) || (status >= 300 && status < 400)) {
    const remedy = WEBHOOK_REMEDIES.get(word) ?? CHECK_WEBHOOK;
    return {
      result: 'failed',
      error: `Slack refused the message with HTTP ${status}${said}: ${remedy}`,
    };
  }
  return retry(`Slack answered HTTP ${status}${said}, and not "ok"`, result.retryAfter);
}

/** The name of the error that the Web API gave; null where it gave none. */
export function slackError(result: HttpResult): string | null {
  const error = result.kind === 'answer' ? result.body['error'] : null;
  return typeof error === 'string' ? error : null;
}

function unreachable(result: Exclude<HttpResult, { readonly kind: 'answer' }>): SendOutcome {
  return result.kind === 'refused'
    ? { result: 'failed', error: `Slack’s webhook was not called: ${result.reason}` }
    : retry(`Slack could not be reached: ${result.reason}`);
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 425;
}

function retry(error: string, retryAfter: number | null = null): SendOutcome {
  return { result: 'retry', error, retryAfter };
}

function providerId(body: Readonly<Record<string, unknown>>): string | null {
  const { channel, ts } = body;
  return typeof channel === 'string' && typeof ts === 'string' ? `${channel}:${ts}` : null;
}

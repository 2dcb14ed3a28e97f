import type { Notifier, SendOutcome } from '@klaxon/application';
import { type AnnouncementKind, invalid } from '@klaxon/domain';
import { ATTEMPT_LIMIT } from '../shared/attempt-limit.ts';
import { errorText } from '../shared/error-text.ts';
import {
  boundedPost,
  DEFAULT_TIMEOUTS,
  type HttpResult,
  type HttpTimeouts,
} from '../shared/http-client.ts';
import {
  type SlackBody,
  slackBundle,
  slackCurrentMessage,
  slackMessage,
  slackReply,
} from './slack-message.ts';
import { slackError, slackOutcome } from './slack-outcome.ts';

export interface SlackOptions {
  /** A bot token (`xoxb-…`) with the scope `chat:write`. */
  readonly token: string;
  /** The channel's id, or its name. */
  readonly channel: string;
  readonly baseUrl?: string;
  readonly timeouts?: HttpTimeouts;
}

/**
 * Thread replies that are shown in the channel too, because they call somebody. The others only close
 * or calm: the first message, brought up to date in its place, says as much without waking the channel.
 */
const CALLS: readonly AnnouncementKind[] = ['reopened', 'grown'];

/** The first message, or the channel it stands in, is no more: the conversation starts again. */
const THREAD_LOST = [
  'message_not_found',
  'thread_not_found',
  'invalid_thread_ts',
  'cannot_reply_to_message',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
];

/**
 * Posts the first announcement of an incident in the channel and the later ones in its thread, and keeps
 * the first one up to date. The provider's id is `<channel id>:<ts>`. Throws an `invalid` error for options
 * that could never work.
 */
export function slackNotifier(options: SlackOptions): Notifier {
  const { token, channel } = options;
  if (!/^[\x21-\x7e]+$/.test(token))
    throw invalid('token', 'must be a Slack bot token (xoxb-…), without spaces');
  if (channel.trim() === '')
    throw invalid('channel', 'must be the id or the name of a Slack channel');
  const post = boundedPost(options.timeouts ?? DEFAULT_TIMEOUTS);
  const baseUrl = (options.baseUrl ?? 'https://slack.com/api').replace(/\/+$/, '');

  function caller(): (method: string, fields: object) => Promise<HttpResult> {
    const deadline = AbortSignal.timeout(ATTEMPT_LIMIT);
    const headers = { authorization: `Bearer ${token}` };
    return (method, fields) =>
      post(`${baseUrl}/${method}`, JSON.stringify(fields), { headers, deadline });
  }

  function outcomeOf(result: HttpResult): SendOutcome {
    const outcome = slackOutcome(result);
    return outcome.result === 'sent'
      ? outcome
      : { ...outcome, error: errorText(outcome.error, [token]) };
  }

  return {
    async send(message, { deliveryId, firstProviderId }) {
      const call = caller();
      const metadata = metadataOf(deliveryId, message.incidentId);
      const asFirst = () =>
        call('chat.postMessage', { channel, ...slackMessage(message), metadata });
      const thread = placeOf(firstProviderId);
      if (thread === null) return outcomeOf(await asFirst());
      const reply = await call('chat.postMessage', {
        channel: thread.channel,
        thread_ts: thread.ts,
        reply_broadcast: CALLS.includes(message.kind),
        ...slackReply(message),
        metadata,
      });
      return outcomeOf(isLost(reply) ? await asFirst() : reply);
    },

    async sendBundle(message, deliveryId) {
      const metadata = metadataOf(deliveryId, null);
      return outcomeOf(
        await caller()('chat.postMessage', { channel, ...slackBundle(message), metadata }),
      );
    },

    async update(message, firstProviderId) {
      const call = caller();
      const current: SlackBody = slackCurrentMessage(message);
      const place = placeOf(firstProviderId);
      if (place === null) return { result: 'failed', error: 'The first message is not known' };
      const result = await call('chat.update', { ...place, ...current });
      // In a thread without its first message nobody would see the news.
      const deleted = slackError(result) === 'message_not_found';
      return outcomeOf(deleted ? await call('chat.postMessage', { channel, ...current }) : result);
    },
  };
}

/** By which a person, or a later Klaxon, can tell what a message in Slack is about. */
function metadataOf(deliveryId: string, incidentId: string | null): object {
  const about = incidentId === null ? {} : { incident_id: incidentId };
  return { event_type: 'klaxon_delivery', event_payload: { delivery_id: deliveryId, ...about } };
}

function placeOf(
  providerId: string | null,
): { readonly channel: string; readonly ts: string } | null {
  const [, channel, ts] = /^([^:]+):([\d.]+)$/.exec(providerId ?? '') ?? [];
  return channel === undefined || ts === undefined ? null : { channel, ts };
}

function isLost(result: HttpResult): boolean {
  const error = slackError(result);
  return error !== null && THREAD_LOST.includes(error);
}

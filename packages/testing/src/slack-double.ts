import {
  type HttpDouble,
  type HttpReply,
  httpDouble,
  jsonReply,
  type SeenRequest,
} from './http-double.ts';

export const SLACK_TOKEN = 'xoxb-a-secret-token';
export const SLACK_CHANNEL = '#incidents';
export const SLACK_CHANNEL_ID = 'C0INCIDENT';

type Fields = SeenRequest['body'];

export interface SlackMessage {
  readonly ts: string;
  /** Null for one that stands in the channel itself. */
  readonly threadTs: string | null;
  /** As it reads now, after its updates. */
  readonly body: Fields;
}

export interface SlackDouble extends HttpDouble {
  /** What stands in the channel, oldest first. */
  readonly messages: readonly SlackMessage[];
  delete(ts: string): void;
}

/**
 * Slack's `chat.postMessage` and `chat.update`, with the limits of its reference and the one that it does not
 * mention. Errors come as HTTP 200, as Slack's do.
 */
export async function slackDouble(): Promise<SlackDouble> {
  const messages: SlackMessage[] = [];
  let posted = 0;

  function post(body: Fields): HttpReply {
    if (![SLACK_CHANNEL, SLACK_CHANNEL_ID].includes(String(body['channel'])))
      return refuse('channel_not_found');
    const threadTs = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : null;
    if (threadTs !== null && !messages.some(({ ts }) => ts === threadTs))
      return refuse('thread_not_found');
    posted += 1;
    const ts = `1763892104.${String(posted * 100).padStart(6, '0')}`;
    messages.push({ ts, threadTs, body });
    return jsonReply({ ok: true, channel: SLACK_CHANNEL_ID, ts });
  }

  function update(body: Fields): HttpReply {
    // Here a name will not do.
    if (body['channel'] !== SLACK_CHANNEL_ID) return refuse('channel_not_found');
    const index = messages.findIndex(({ ts }) => ts === body['ts']);
    const before = messages[index];
    if (!before) return refuse('message_not_found');
    messages[index] = { ...before, body };
    return jsonReply({ ok: true, channel: SLACK_CHANNEL_ID, ts: before.ts });
  }

  const methods = new Map([
    ['/chat.postMessage', post],
    ['/chat.update', update],
  ]);
  const double = await httpDouble(({ path, headers, body }) => {
    const method = methods.get(path);
    if (!method) return refuse('unknown_method');
    if (headers.authorization !== `Bearer ${SLACK_TOKEN}`) return refuse('invalid_auth');
    const fault = slackFault(body);
    return fault === null ? method(body) : refuse(fault);
  });
  return {
    ...double,
    messages,
    delete(ts) {
      const index = messages.findIndex((message) => message.ts === ts);
      if (index >= 0) messages.splice(index, 1);
    },
  };
}

export const SLACK_WEBHOOK_PATH = '/services/T000/B000/a-secret-path';

/** Slack's incoming webhook: plain words, and statuses that mean something. */
export function slackWebhookDouble(): Promise<HttpDouble> {
  return httpDouble(({ path, body }) => {
    if (path !== SLACK_WEBHOOK_PATH) return { status: 404, body: 'no_service' };
    return slackFault(body) === null ? { body: 'ok' } : { status: 400, body: 'invalid_payload' };
  });
}

function refuse(error: string): HttpReply {
  return jsonReply({ ok: false, error });
}

interface TextObject {
  readonly type: string;
  readonly text: string;
}

interface Element {
  readonly type: string;
  readonly text?: string | TextObject;
  readonly action_id?: string;
  readonly value?: string;
}

interface Block {
  readonly type: string;
  readonly text?: TextObject;
  readonly fields?: readonly TextObject[];
  readonly elements?: readonly Element[];
}

function slackFault(body: Fields): string | null {
  const blocks = slackBlocks(body);
  if (String(body['text']).length > 40_000) return 'msg_too_long';
  if (JSON.stringify(blocks).length > 13_200) return 'msg_blocks_too_long';
  if (blocks.length > 50 || !blocks.every(isValid)) return 'invalid_blocks';
  const { metadata } = body;
  return metadata === undefined || isMetadata(metadata) ? null : 'invalid_metadata_format';
}

function isValid({ type, text, fields = [], elements = [] }: Block): boolean {
  const within = (object: TextObject | undefined, limit: number) =>
    object === undefined || (object.text.length >= 1 && object.text.length <= limit);
  if (type === 'header') return text?.type === 'plain_text' && within(text, 150);
  if (type === 'section')
    return (
      (text !== undefined || fields.length > 0) &&
      within(text, 3_000) &&
      fields.length <= 10 &&
      fields.every((field) => within(field, 2_000))
    );
  if (type === 'actions') return areButtons(elements);
  return type === 'context' && elements.length >= 1 && elements.length <= 10;
}

function areButtons(elements: readonly Element[]): boolean {
  const ids = elements.map((element) => element.action_id ?? '');
  return (
    elements.length >= 1 &&
    elements.length <= 25 &&
    new Set(ids).size === ids.length &&
    ids.every((id) => id.length >= 1 && id.length <= 255) &&
    elements.every(
      ({ type, text, value = '' }) =>
        type === 'button' &&
        typeof text === 'object' &&
        text.type === 'plain_text' &&
        text.text.length >= 1 &&
        text.text.length <= 75 &&
        value.length <= 2_000,
    )
  );
}

function isMetadata(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'event_type' in value &&
    typeof value.event_type === 'string' &&
    'event_payload' in value &&
    typeof value.event_payload === 'object'
  );
}

export function slackBlocks(body: Fields): readonly Block[] {
  return body['blocks'] as readonly Block[];
}

/** The buttons of a message: what is behind each, by its action. */
export function slackButtons(body: Fields): Readonly<Record<string, string>> {
  const actions = slackBlocks(body).filter(({ type }) => type === 'actions');
  return Object.fromEntries(
    actions.flatMap(({ elements = [] }) =>
      elements.map(({ action_id, value }) => [action_id ?? '', value ?? '']),
    ),
  );
}

/** Every text of a message but those of its buttons, the fallback included. */
export function slackTexts(body: Fields): readonly string[] {
  const objects = slackBlocks(body).flatMap(({ type, text, fields = [], elements = [] }) => [
    ...(text ? [text.text] : []),
    ...fields.map((field) => field.text),
    ...(type === 'context' ? elements.map((element) => String(element.text)) : []),
  ]);
  return [String(body['text']), ...objects];
}

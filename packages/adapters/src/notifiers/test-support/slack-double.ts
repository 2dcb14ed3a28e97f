import {
  type HttpDouble,
  type HttpReply,
  httpDouble,
  json,
  type SeenRequest,
} from './http-double.ts';

export const SLACK_TOKEN = 'xoxb-a-secret-token';

/** Slack's `chat.postMessage` with the limits of its reference, and the one it does not mention. */
export function slackDouble(): Promise<HttpDouble> {
  return httpDouble((request) => {
    if (request.path !== '/chat.postMessage') return json({ ok: false, error: 'unknown_method' });
    if (request.headers.authorization !== `Bearer ${SLACK_TOKEN}`)
      return json({ ok: false, error: 'invalid_auth' });
    if (request.body['channel'] !== '#incidents')
      return json({ ok: false, error: 'channel_not_found' });
    return refusal(request) ?? json({ ok: true, channel: 'C0INCIDENT', ts: '1763892104.000100' });
  });
}

interface TextObject {
  readonly type: string;
  readonly text: string;
}

interface Block {
  readonly type: string;
  readonly text?: TextObject;
  readonly fields?: readonly TextObject[];
  readonly elements?: readonly TextObject[];
}

function refusal({ body }: SeenRequest): HttpReply | null {
  const blocks = blocksOf(body);
  if (String(body['text']).length > 40_000) return json({ ok: false, error: 'msg_too_long' });
  if (JSON.stringify(blocks).length > 13_200)
    return json({ ok: false, error: 'msg_blocks_too_long' });
  if (blocks.length > 50 || !blocks.every(isValid))
    return json({ ok: false, error: 'invalid_blocks' });
  return null;
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
  return type === 'context' && elements.length >= 1 && elements.length <= 10;
}

export function blocksOf(body: SeenRequest['body']): readonly Block[] {
  return body['blocks'] as readonly Block[];
}

/** Every text of a message, the fallback included. */
export function textsOf(body: SeenRequest['body']): readonly string[] {
  const objects = blocksOf(body).flatMap(({ text, fields = [], elements = [] }) => [
    ...(text ? [text] : []),
    ...fields,
    ...elements,
  ]);
  return [String(body['text']), ...objects.map((object) => object.text)];
}

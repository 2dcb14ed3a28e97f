import { type Static, Type } from 'typebox';
import { component, count, nullableText, nullableTime, ref } from './component.ts';

/** A UUID, or the name of a channel that the environment configures. */
export const CHANNEL_ID = '^(?:env:[a-z]+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})$';

export function channelId(description: string) {
  return Type.String({ pattern: CHANNEL_ID, maxLength: 255, description });
}

const FIELDS = 'Which there are, `GET /api/channel-types` says of each type.';

const fields = (description: string) =>
  Type.Unsafe<Readonly<Record<string, unknown>>>({
    type: 'object',
    maxProperties: 20,
    additionalProperties: true,
    description,
  });

const health = {
  last_sent_at: '2026-11-23T09:03:41.310Z',
  last_failed_at: null,
  last_error: null,
  queued: 0,
};

const example = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  name: 'Operations',
  type: 'slack',
  source: 'database',
  enabled: true,
  fallback: false,
  summary: 'Posts to #operations as a bot.',
  config: { channel: '#operations' },
  secrets: { token: 'set' },
  fault: null,
  health,
  created_at: '2026-11-20T10:00:00.000Z',
  updated_at: '2026-11-20T10:00:00.000Z',
};

export const ChannelHealth = component(
  'ChannelHealth',
  Type.Object(
    {
      last_sent_at: nullableTime('When a message last went out.'),
      last_failed_at: nullableTime(
        'When one last failed; of one that is being tried again, when it was asked for.',
      ),
      last_error: nullableText({ description: 'Why that one failed.' }),
      queued: count('How many messages are on their way.'),
    },
    { description: 'How a channel has done lately.', examples: [health] },
  ),
);

export const Channel = component(
  'Channel',
  Type.Object(
    {
      id: Type.String({
        description: 'A UUID; `env:slack` and the like of one that the environment configures.',
      }),
      name: Type.String({ maxLength: 255 }),
      type: Type.String({
        description:
          'How it reaches people: the type of a `ChannelType`, or one that only a newer Klaxon knows.',
      }),
      source: Type.Enum(['environment', 'database'], {
        type: 'string',
        description: 'Where it is set up. What the environment configures cannot be edited here.',
      }),
      enabled: Type.Boolean(),
      fallback: Type.Boolean({
        description: 'Whether it is told only when all others have failed.',
      }),
      summary: Type.String({ description: 'Where it leads, in a sentence.' }),
      config: fields('Its settings, without the secret ones; empty for one of the environment.'),
      secrets: Type.Unsafe<Readonly<Record<string, 'set'>>>({
        type: 'object',
        additionalProperties: { type: 'string', enum: ['set'] },
        description: 'The names of the secrets that are set. What they are is never answered.',
      }),
      fault: nullableText({
        description:
          'Why it cannot be used as it is, such as secrets that no key of SECRET_KEY opens; null where nothing is wrong.',
      }),
      health: ref(ChannelHealth),
      created_at: nullableTime('When it was set up; null for one of the environment.'),
      updated_at: nullableTime('When it was last edited; null for one of the environment.'),
    },
    { description: 'A way to tell people.', examples: [example] },
  ),
);
export type Channel = Static<typeof Channel>;

export const SavedChannel = component(
  'SavedChannel',
  Type.Intersect(
    [
      ref(Channel),
      Type.Object({
        generated_secret: nullableText({
          description:
            'The signing secret that was made up for a webhook: answered this once, so keep it. Null where none was made up.',
        }),
      }),
    ],
    {
      description: 'A channel as it was saved.',
      examples: [{ ...example, generated_secret: null }],
    },
  ),
);
export type SavedChannel = Static<typeof SavedChannel>;

export const ChannelList = component(
  'ChannelList',
  Type.Object(
    {
      channels: Type.Array(ref(Channel)),
      total: count('How many there are.'),
    },
    { description: 'All channels.', examples: [{ channels: [example], total: 1 }] },
  ),
);
export type ChannelList = Static<typeof ChannelList>;

const name = Type.String({
  maxLength: 255,
  pattern: '\\S',
  description: 'What people call it. No two channels have the same.',
});
const enabled = Type.Boolean({ description: 'Whether it is told anything at all.' });
const fallback = Type.Boolean({ description: 'Tell it only when all others have failed.' });

export const CreateChannelRequest = component(
  'CreateChannelRequest',
  Type.Object(
    {
      name,
      type: Type.String({ maxLength: 50, description: 'The type of a `ChannelType`.' }),
      enabled: Type.Optional(enabled),
      fallback: Type.Optional(fallback),
      config: Type.Optional(fields(`What may be shown of its settings. ${FIELDS}`)),
      secrets: Type.Optional(
        fields('Its secrets. They are kept encrypted, and no answer has them.'),
      ),
    },
    {
      additionalProperties: false,
      description: 'A channel to set up. It is enabled and no fallback unless that is said.',
      examples: [
        {
          name: 'Operations',
          type: 'slack',
          config: { channel: '#operations' },
          secrets: { token: 'xoxb-…' },
        },
      ],
    },
  ),
);

export const EditChannelRequest = component(
  'EditChannelRequest',
  Type.Object(
    {
      name: Type.Optional(name),
      enabled: Type.Optional(enabled),
      fallback: Type.Optional(fallback),
      config: Type.Optional(
        fields(`The settings that change; null takes one away, the others stay. ${FIELDS}`),
      ),
      secrets: Type.Optional(
        fields(
          'The secrets that change; the others stay. One that is made up gets another where it is null. What says where they go (the fields with a `destination`) changes only together with them.',
        ),
      ),
    },
    {
      additionalProperties: false,
      minProperties: 1,
      description: 'What is to change; the rest stays as it is.',
      examples: [{ enabled: false }],
    },
  ),
);

export const ChannelTestResult = component(
  'ChannelTestResult',
  Type.Object(
    {
      result: Type.Enum(['sent', 'retry', 'failed'], {
        type: 'string',
        description:
          'Whether it was sent; `retry`: not now, but another try may succeed; `failed`: not as it is set up.',
      }),
      error: nullableText({
        description:
          'What came of it, in a sentence; of what a mail server or a webhook answered only the code.',
      }),
      provider_id: nullableText({ description: 'What the provider calls the message.' }),
    },
    {
      description: 'What came of a test message.',
      examples: [
        {
          result: 'failed',
          error: 'Slack refused the message (invalid_auth): check the bot token',
          provider_id: null,
        },
      ],
    },
  ),
);
export type ChannelTestResult = Static<typeof ChannelTestResult>;

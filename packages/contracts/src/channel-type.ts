import { type Static, type TUnsafe, Type } from 'typebox';
import { component, nullableText, ref } from './component.ts';

const nullableInteger = (description: string): TUnsafe<number | null> =>
  Type.Unsafe<number | null>({ type: ['integer', 'null'], description });

const way = { value: 'bot', label: 'As a bot', help: 'Threads the messages about an incident.' };

export const ChannelWay = component(
  'ChannelWay',
  Type.Object(
    { value: Type.String(), label: Type.String(), help: Type.String() },
    { description: 'One of several ways to reach people.', examples: [way] },
  ),
);

const field = {
  name: 'token',
  part: 'secrets',
  kind: 'text',
  label: 'Bot token',
  help: 'It needs the scope chat:write.',
  placeholder: 'xoxb-…',
  required: true,
  made_up: false,
  shortened: false,
  destination: false,
  goes_with: null,
  way: 'bot',
  pattern: '^[\\x21-\\x7e]+$',
  pattern_message: 'must be a Slack bot token (xoxb-…), without spaces',
  minimum: null,
  maximum: null,
  fallback: null,
  variable: 'SLACK_TOKEN',
};

export const ChannelField = component(
  'ChannelField',
  Type.Object(
    {
      name: Type.String({ description: 'What it is called in `config` or in `secrets`.' }),
      part: Type.Enum(['config', 'secrets'], {
        type: 'string',
        description: 'Which of the two it belongs to. What is in `secrets` is never answered.',
      }),
      kind: Type.Enum(['text', 'address', 'number', 'switch', 'email', 'emails'], {
        type: 'string',
        description: 'What it takes; `emails` is a list, `switch` true or false.',
      }),
      label: Type.String(),
      help: Type.String({ description: 'Where to find it, or what it does.' }),
      placeholder: nullableText({ description: 'What one looks like.' }),
      required: Type.Boolean({ description: 'Of a field with a `way`: there alone.' }),
      made_up: Type.Boolean({ description: 'Klaxon makes one up where none is given.' }),
      shortened: Type.Boolean({
        description:
          'It is kept encrypted, and answered in part. That part, sent back, changes nothing.',
      }),
      destination: Type.Boolean({
        description:
          'It says where the secrets go, and changes only together with them; a switch, where it goes off.',
      }),
      goes_with: nullableText({ description: 'The field without which it means nothing.' }),
      way: nullableText({ description: 'The only way it is for.' }),
      pattern: nullableText({ description: 'What a text must match.' }),
      pattern_message: nullableText({ description: 'What is said of one that does not.' }),
      minimum: nullableInteger('The least of a number.'),
      maximum: nullableInteger('The most of a number.'),
      fallback: nullableInteger('What a number is where none is given.'),
      variable: nullableText({ description: 'The variable of the environment that sets it.' }),
    },
    { description: 'One field of a type of channel.', examples: [field] },
  ),
);

const example = { type: 'slack', label: 'Slack', ways: [way], fields: [field] };

export const ChannelType = component(
  'ChannelType',
  Type.Object(
    {
      type: Type.String({ description: 'What channels have as their `type`.' }),
      label: Type.String({ description: 'What people call it.' }),
      ways: Type.Array(ref(ChannelWay), {
        description: 'Where there are several, of which a channel has one; the usual one first.',
      }),
      fields: Type.Array(ref(ChannelField), { description: 'In the order of a form.' }),
    },
    { description: 'A kind of channel, and what one is set up with.', examples: [example] },
  ),
);
export type ChannelType = Static<typeof ChannelType>;

export const ChannelTypeList = component(
  'ChannelTypeList',
  Type.Object(
    { channel_types: Type.Array(ref(ChannelType)) },
    { description: 'What can be set up.', examples: [{ channel_types: [example] }] },
  ),
);
export type ChannelTypeList = Static<typeof ChannelTypeList>;

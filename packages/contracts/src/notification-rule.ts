import { type Static, type TSchema, type TUnsafe, Type } from 'typebox';
import { AnnouncementKind } from './announcement-kind.ts';
import { channelId } from './channel.ts';
import { component, count, id, ref, time } from './component.ts';
import { Severity } from './severity.ts';

/** A list that is not empty, or null for any. */
function listOrAny<S extends TSchema>(items: S, description: string): TUnsafe<Static<S>[] | null> {
  return Type.Unsafe<Static<S>[] | null>({
    type: ['array', 'null'],
    items,
    minItems: 1,
    maxItems: 100,
    description: `${description} Null: any.`,
  });
}

export const LabelMatcher = component(
  'LabelMatcher',
  Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 255, description: 'The name of the label.' }),
      value: Type.String({
        maxLength: 8_192,
        description: 'The value it must have; a label that is absent has the value "".',
      }),
      negated: Type.Optional(
        Type.Boolean({ default: false, description: 'The label must have any other value.' }),
      ),
    },
    {
      additionalProperties: false,
      description: 'What a label of an incident must be.',
      examples: [{ name: 'team', value: 'payments', negated: false }],
    },
  ),
);

const parts = {
  severities: listOrAny(ref(Severity), 'The severities it is for.'),
  services: listOrAny(
    Type.String({ maxLength: 8_192 }),
    'The `service` labels it is for; "" for incidents without one.',
  ),
  kinds: listOrAny(ref(AnnouncementKind), 'What it is told of.'),
  matchers: listOrAny(ref(LabelMatcher), 'What the labels must be, all of them.'),
};

const example = {
  id: '0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b33',
  name: 'Only the bad ones',
  channel_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  enabled: true,
  severities: ['critical', 'high'],
  services: null,
  kinds: ['created', 'resolved'],
  matchers: [{ name: 'team', value: 'payments', negated: false }],
  created_at: '2026-11-20T10:00:00.000Z',
  updated_at: '2026-11-20T10:00:00.000Z',
};

export const NotificationRule = component(
  'NotificationRule',
  Type.Object(
    {
      id: id(),
      name: Type.String({ maxLength: 255 }),
      channel_id: channelId('The channel that hears what matches.'),
      enabled: Type.Boolean(),
      ...parts,
      kinds: listOrAny(
        Type.String(),
        'What it hears of: some `AnnouncementKind`s, or others that only a newer Klaxon knows.',
      ),
      created_at: time(),
      updated_at: time(),
    },
    {
      description:
        'What a channel hears. A channel without rules hears everything; one with rules hears what any of them matches, so one whose rules are all disabled hears nothing.',
      examples: [example],
    },
  ),
);
export type NotificationRule = Static<typeof NotificationRule>;

export const NotificationRuleList = component(
  'NotificationRuleList',
  Type.Object(
    {
      notification_rules: Type.Array(ref(NotificationRule)),
      total: count('How many there are.'),
    },
    {
      description: 'All notification rules.',
      examples: [{ notification_rules: [example], total: 1 }],
    },
  ),
);
export type NotificationRuleList = Static<typeof NotificationRuleList>;

const name = Type.String({
  maxLength: 255,
  pattern: '\\S',
  description: 'Why the channel is told, as the trace of a notification says it.',
});
const enabled = Type.Boolean({ description: 'Whether it counts; true where it is not said.' });
const optionalParts = {
  severities: Type.Optional(parts.severities),
  services: Type.Optional(parts.services),
  kinds: Type.Optional(parts.kinds),
  matchers: Type.Optional(parts.matchers),
};

export const CreateNotificationRuleRequest = component(
  'CreateNotificationRuleRequest',
  Type.Object(
    {
      name,
      channel_id: channelId('The channel, one of the environment too.'),
      enabled: Type.Optional(enabled),
      ...optionalParts,
    },
    {
      additionalProperties: false,
      description: 'What a channel is to hear. A list that is left out means any.',
      examples: [
        { name: 'Only the bad ones', channel_id: 'env:slack', severities: ['critical', 'high'] },
      ],
    },
  ),
);
export type CreateNotificationRuleRequest = Static<typeof CreateNotificationRuleRequest>;

export const EditNotificationRuleRequest = component(
  'EditNotificationRuleRequest',
  Type.Object(
    {
      name: Type.Optional(name),
      channel_id: Type.Optional(channelId('The channel, one of the environment too.')),
      enabled: Type.Optional(enabled),
      ...optionalParts,
    },
    {
      additionalProperties: false,
      minProperties: 1,
      description: 'What is to change; the rest stays as it is. Null in place of a list: any.',
      examples: [{ severities: ['critical'] }],
    },
  ),
);
export type EditNotificationRuleRequest = Static<typeof EditNotificationRuleRequest>;

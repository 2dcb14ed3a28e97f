import type { ChannelType, ChannelTypes } from '@klaxon/domain';

const text = (name: string) => ({ kind: 'text', name, label: name, help: '' }) as const;

/** Reached in one of two ways, as chats are. */
const slack: ChannelType = {
  type: 'slack',
  label: 'Slack',
  fields: [
    { ...text('channel'), required: true, way: 'bot', variable: 'SLACK_CHANNEL' },
    { ...text('token'), secret: true, required: true, way: 'bot', variable: 'SLACK_TOKEN' },
    { ...text('webhook_url'), secret: true, required: true, way: 'webhook' },
  ],
  setBy: ['token', 'channel'],
  check({ config: { channel }, secrets: { token, webhook_url: url } }) {
    if ((token ?? url ?? null) === null) return [{ path: 'secrets.token', message: 'is missing' }];
    return (token ?? null) !== null && (channel ?? null) === null
      ? [{ path: 'config.channel', message: 'is missing' }]
      : [];
  },
  summary: ({ channel }) => `Posts to ${channel}.`,
};

/** Has settings of every kind, and some that say where its password goes. */
const email: ChannelType = {
  type: 'email',
  label: 'E-mail',
  fields: [
    { ...text('host'), required: true, destination: true },
    { ...text('port'), kind: 'number', min: 1, max: 65_535, fallback: 587, destination: true },
    { ...text('from'), kind: 'email', required: true },
    { ...text('to'), kind: 'emails', required: true },
    { ...text('username'), destination: true },
    { ...text('password'), secret: true, goesWith: 'username' },
    { ...text('tls'), kind: 'switch', destination: true },
  ],
  summary: ({ host }) => `Mails through ${host}.`,
};

/** Shows its address in part, and signs with a secret that is made up. */
const webhook: ChannelType = {
  type: 'webhook',
  label: 'Webhook',
  fields: [
    {
      ...text('url'),
      kind: 'address',
      protocols: ['http:', 'https:'],
      required: true,
      shortened: true,
      destination: true,
    },
    { ...text('secret'), secret: true, required: true, madeUp: true },
  ],
  summary: ({ url }) => `Posts to ${url}.`,
};

/** Types of channel with all that types can have. */
export const SAMPLE_CHANNEL_TYPES: ChannelTypes = new Map(
  [slack, email, webhook].map((one) => [one.type, one]),
);

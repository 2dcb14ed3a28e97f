import type { components } from '@klaxon/sdk';

export type Channel = components['schemas']['Channel'];
export type ChannelType = components['schemas']['ChannelType'];

export const CHANNEL_TYPES: readonly { readonly value: ChannelType; readonly label: string }[] = [
  { value: 'slack', label: 'Slack' },
  { value: 'email', label: 'E-mail' },
  { value: 'telegram', label: 'Telegram' },
  { value: 'webhook', label: 'Webhook' },
];

export function channelTypeName(type: ChannelType): string {
  return CHANNEL_TYPES.find(({ value }) => value === type)?.label ?? type;
}

/** Slack is reached by a bot, or by an incoming webhook; nothing else has two ways. */
export type SlackWay = 'bot' | 'webhook';

export interface ChannelField {
  /** Where the API has it: `config.channel`. */
  readonly path: string;
  readonly part: 'config' | 'secrets';
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** Of an address only a part is ever shown: it is entered as a whole, or stays as it is. */
  readonly kind: 'text' | 'address' | 'number' | 'list' | 'switch' | 'secret';
  readonly required: boolean;
  readonly placeholder?: string;
  /** Says where secrets go, so that a change asks for them anew; of TLS, where it is given up. */
  readonly destination?: true;
  /** Only where Slack is reached in this way. */
  readonly way?: SlackWay;
}

type Spec = Omit<ChannelField, 'path' | 'part' | 'required'> & { readonly required?: true };

const config = (spec: Spec): ChannelField => field('config', spec);
const secret = (spec: Omit<Spec, 'kind'>): ChannelField =>
  field('secrets', { ...spec, kind: 'secret' });

function field(part: ChannelField['part'], spec: Spec): ChannelField {
  return { ...spec, part, path: `${part}.${spec.name}`, required: spec.required ?? false };
}

const FIELDS: Readonly<Record<ChannelType, readonly ChannelField[]>> = {
  slack: [
    config({
      name: 'channel',
      label: 'Slack channel',
      help: 'Its name or its id. Invite the bot into it: /invite @your-bot.',
      kind: 'text',
      placeholder: '#operations',
      required: true,
      way: 'bot',
    }),
    secret({
      name: 'token',
      label: 'Bot token',
      help: 'At api.slack.com/apps: your app, OAuth & Permissions, Bot User OAuth Token. It needs the scope chat:write.',
      placeholder: 'xoxb-…',
      required: true,
      way: 'bot',
    }),
    secret({
      name: 'webhook_url',
      label: 'Webhook URL',
      help: 'At api.slack.com/apps: your app, Incoming Webhooks, Add New Webhook. It has its channel in itself; messages cannot be threaded or updated.',
      placeholder: 'https://hooks.slack.com/services/…',
      required: true,
      way: 'webhook',
    }),
  ],
  email: [
    config({
      name: 'host',
      label: 'Mail server',
      help: 'The SMTP server of your mail provider. One in a private network needs ALLOW_PRIVATE_SMTP.',
      kind: 'text',
      placeholder: 'smtp.example.com',
      destination: true,
      required: true,
    }),
    config({
      name: 'port',
      label: 'Port',
      help: '587 where it is left empty; on 465 TLS comes from the first byte.',
      kind: 'number',
      placeholder: '587',
      destination: true,
    }),
    config({
      name: 'from',
      label: 'Sender',
      help: 'An address that the server lets Klaxon send from.',
      kind: 'text',
      placeholder: 'klaxon@example.com',
      required: true,
    }),
    config({
      name: 'to',
      label: 'Recipients',
      help: 'One address a line.',
      kind: 'list',
      placeholder: 'oncall@example.com',
      required: true,
    }),
    config({
      name: 'username',
      label: 'User name',
      help: 'Leave it empty where the server asks for none.',
      kind: 'text',
      destination: true,
    }),
    secret({
      name: 'password',
      label: 'Password',
      help: 'Goes together with the user name. Many providers want an app password here.',
    }),
    config({
      name: 'tls',
      label: 'Refuse to send without TLS',
      help: 'With a password it is refused anyway, unless the server is on this machine.',
      kind: 'switch',
      destination: true,
    }),
  ],
  telegram: [
    secret({
      name: 'bot_token',
      label: 'Bot token',
      help: 'Write /newbot to @BotFather in Telegram; it answers the token.',
      placeholder: '123456:ABC…',
      required: true,
    }),
    config({
      name: 'chat_id',
      label: 'Chat',
      help: 'The number of the chat, or @name of a public channel. Add the bot to the chat; api.telegram.org/bot<token>/getUpdates shows the number after a message there.',
      kind: 'text',
      placeholder: '-1001234567890',
      required: true,
    }),
    config({
      name: 'message_thread_id',
      label: 'Topic',
      help: 'The number of a topic, in a group that has topics.',
      kind: 'number',
    }),
  ],
  webhook: [
    config({
      name: 'url',
      label: 'URL',
      help: 'Where Klaxon posts JSON to. It is kept encrypted, and shown shortened. Addresses in private networks need ALLOW_PRIVATE_WEBHOOKS.',
      kind: 'address',
      destination: true,
      placeholder: 'https://pager.example.com/klaxon',
      required: true,
    }),
    secret({
      name: 'secret',
      label: 'Signing secret',
      help: 'The receiver proves with it that a message is Klaxon’s (Standard Webhooks). Left empty, Klaxon makes one up and shows it once.',
      placeholder: 'whsec_…',
    }),
  ],
};

/** The fields that a channel of this type has; of Slack, those of the chosen way. */
export function channelFields(type: ChannelType, way: SlackWay): readonly ChannelField[] {
  return FIELDS[type].filter((one) => one.way === undefined || one.way === way);
}

/** Every field of the type, of both of Slack's ways. */
export function allChannelFields(type: ChannelType): readonly ChannelField[] {
  return FIELDS[type];
}
